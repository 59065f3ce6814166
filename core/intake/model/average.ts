import type { AlternativeGroup } from '../alternatives.ts';
import type { Choosing } from './option-score.ts';
import { entriesOf, readName } from './tables.ts';
import { type FeatureName, type Units, unitsOf } from './units.ts';

/** What several models think of a run of characters on the average is left out below this: most such runs only one of them has met. */
const LEAST_OF_RUNS = 0.1;

const groups = ['matter', 'link', 'late', 'answer', 'late answer'] as const satisfies readonly AlternativeGroup[];

/**
 * What several models that were learned from different chats think on the average, as one: it scores what they score on the average, and errs less
 * than each of them, because they have not learned the same accidents. All of them have equally many units; the average has all of these.
 *
 * @param models at least one
 */
export function averageOf(models: readonly Choosing[]): Choosing {
  const choice = Object.fromEntries(groups.map((group) => [group, averageWeights(models, group)]));
  return { choice, units: allUnits(models.map(({ units }) => units)) };
}

function averageWeights(models: readonly Choosing[], group: AlternativeGroup): Record<string, number> {
  const sums = new Map<string, number>();
  for (const { choice } of models)
    for (const [name, weight] of entriesOf(choice[group] ?? {})) sums.set(name, (sums.get(name) ?? 0) + weight);
  const weights: Record<string, number> = {};
  for (const [name, sum] of [...sums].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const weight = Math.round((100 * sum) / models.length) / 100;
    const least = readName(name)?.sign === '“' ? LEAST_OF_RUNS : 0.01;
    if (Math.abs(weight) >= least) weights[name] = weight;
  }
  return weights;
}

/** The units of all, side by side, each of which counts for its share. */
function allUnits(all: readonly Units[]): Units {
  const counts = all.flatMap((units) => units.counts.map((count) => Number((count / all.length).toPrecision(4))));
  const rows = new Map<string, FeatureName & { cells: Int8Array }>();
  let before = 0;
  for (const units of all) {
    let from = 0;
    for (const [group, beginnings] of Object.entries(units.names))
      for (const [beginning, lines] of Object.entries(beginnings))
        for (const rest of lines.split('\n')) {
          const key = `${group}\n${beginning}\n${rest}`;
          const row = rows.get(key) ?? { group, beginning, rest, cells: new Int8Array(counts.length) };
          row.cells.set(units.cells.subarray(from, from + units.counts.length), before);
          rows.set(key, row);
          from += units.counts.length;
        }
    before += units.counts.length;
  }
  return unitsOf(counts, [...rows.values()]);
}
