import { Area, Kind, Urgency } from '../../../prisma/generated/enums.ts';
import type { Matter } from '../limits.ts';

/** Matters for which the same holds. Each list has at least one, in the order of the schema. */
export interface MatterScope {
  kinds: readonly Kind[];
  urgencies: readonly Urgency[];
  areas: readonly Area[];
}

/** Everything that is said of some matters. */
export interface Grouped {
  value: string;
  scope: MatterScope;
}

const kinds = Object.values(Kind);
const urgencies = Object.values(Urgency);
const areas = Object.values(Area);

/** What is most urgent comes first, then what residents bring most often. */
const kindOrder: readonly Kind[] = ['repair', 'complaint', 'inquiry', 'suggestion', 'praise'];

/** Says the same of as many matters together as it can: each matter is in exactly one of the groups. */
export function groupMatters(valueOf: (matter: Matter) => string): Grouped[] {
  const ofKinds = kinds.flatMap((kind) => {
    const ofUrgencies = urgencies.flatMap((urgency) => {
      const byValue = collect(areas, (area) => valueOf({ kind, area, urgency }));
      return byValue.map(({ key, items }) => ({ urgency, areas: items, value: key }));
    });
    const merged = collect(ofUrgencies, ({ areas, value }) => JSON.stringify([areas, value]));
    return merged.map(({ items: [first, ...rest] }) => ({
      kind,
      value: first.value,
      areas: first.areas,
      urgencies: [first, ...rest].map(({ urgency }) => urgency),
    }));
  });
  return collect(ofKinds, ({ areas, urgencies, value }) => JSON.stringify([areas, urgencies, value]))
    .map(({ items: [first, ...rest] }) => ({
      value: first.value,
      scope: { kinds: [first, ...rest].map(({ kind }) => kind), urgencies: first.urgencies, areas: first.areas },
    }))
    .sort((a, b) => rankOf(a.scope) - rankOf(b.scope));
}

function rankOf({ kinds: of, urgencies, areas: where }: MatterScope): number {
  const first = Math.min(...of.map((kind) => kindOrder.indexOf(kind)));
  const general = where.length > areas.length / 2 ? 0 : 1;
  const urgent = urgencies.includes('normal') ? 0 : 2;
  const alarm = urgencies.every((urgency) => urgency === 'emergency') ? 100 : 0;
  return first * 4 + general + urgent - alarm;
}

/** Equal keys together, in the order in which they first come. */
function collect<T>(all: readonly T[], keyOf: (one: T) => string): { key: string; items: [T, ...T[]] }[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of all) {
    const known = groups.get(keyOf(one));
    if (known) known.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return [...groups].map(([key, items]) => ({ key, items }));
}
