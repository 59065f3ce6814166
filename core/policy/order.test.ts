import { describe, expect, it } from 'vitest';
import { Area, Kind, Urgency } from '../../prisma/generated/enums.ts';
import { serviceCalendar } from './time/calendar.ts';
import { defaultPolicy, defaultPolicyDocument } from './default-policy.ts';
import { isRecord } from './check/flaw.ts';
import { planLadder } from './ladder.ts';
import { lineFor } from './limits.ts';
import { limitPurposes, type Policy } from './policy.ts';
import { standardsOf } from './reading/standards.ts';
import { readStoredPolicy } from './document/stored-policy.ts';

/** The same, with the keys of every object the other way round: a database keeps no order of keys. */
function turned(value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, turned(inner)]),
  );
}

describe('the order in which a policy is written means nothing', () => {
  const other: Policy = readStoredPolicy(turned(defaultPolicyDocument));

  it('for what residents may expect', () => {
    expect(standardsOf(other, {})).toEqual(standardsOf(defaultPolicy, {}));
  });

  it('for the line that holds for a matter, also where two weigh the same', () => {
    const matters = Object.values(Kind).flatMap((kind) =>
      Object.values(Area).flatMap((area) => Object.values(Urgency).map((urgency) => ({ kind, area, urgency }))),
    );
    const ofAll = (policy: Policy) =>
      limitPurposes.flatMap((purpose) => matters.map((matter) => lineFor(policy, purpose, matter)?.name));
    expect(ofAll(other)).toEqual(ofAll(defaultPolicy));
    const line = { clause: 'P5c', for: 'first_response', kind: ['inquiry'], counts: 'calendar', ladder: null } as const;
    const [early, late] = [
      { ...line, kind: [...line.kind], within: 1 },
      { ...line, kind: [...line.kind], within: 2 },
    ];
    const rivals = [
      { ...defaultPolicy, limits: { early, late } },
      { ...defaultPolicy, limits: { late, early } },
    ];
    const matter = { kind: 'inquiry', area: 'fees', urgency: 'normal' } as const;
    expect(rivals.map((policy) => lineFor(policy, 'first_response', matter)?.name)).toEqual(['early', 'early']);
  });

  it.each(Object.keys(defaultPolicy.ladders))('for the rungs of the ladder %s', (ladder) => {
    const from = new Date('2026-11-23T10:00:00+08:00');
    const limit = { ladder, counts: 'calendar', dueAt: new Date('2026-11-23T12:00:00+08:00') } as const;
    const calendar = serviceCalendar(defaultPolicy, 'Asia/Shanghai');
    const names = (policy: Policy): string[] => planLadder(policy, limit, from, calendar).map(({ name }) => name);
    expect(names(other)).toEqual(names(defaultPolicy));
  });
});
