import type { Features } from '../features.ts';
import type { CorrectionWeights } from './correction-weights.ts';

/** A message of which it is known whether it is a matter. */
export interface Example {
  /** How much the understanding believes it, without any correction, from 0 to 1. */
  believed: number;
  isMatter: boolean;
  features: Features;
}

/** No weight is ever greater, to either side. */
export const MOST_WEIGHT = 2;
/** How strongly each weight is held at zero: a dozen decisions of one mind move it by about one. */
const PULL = 3;
/** Where the features of a message weigh more than so many, each is pulled as much more strongly: together they say no more than these would. */
const USUAL_SIZE = 8;
/** A feature of one message alone is its own story, and could be a name. */
const SHARED_BY = 2;
/** What more than this share of them have says nothing of any of them. */
const SHARED_AT_MOST = 0.9;
/** Of more than so many features those stay that the examples are most of one mind about. */
const MOST_FEATURES = 300;
const SWEEPS = 200;
const STILL = 1e-4;

/**
 * The small layer that brings what is believed of the examples nearest to what they are: logistic, on top of what is believed, every
 * weight between -2 and 2 and pulled towards zero, rounded to thousandths. Only features that at least two examples share, and not nearly all,
 * get one: a matter is not made more or less likely as such; how readily the desk acts is said by the thresholds of the policy. The same
 * examples in the same order give the same weights.
 */
export function fitLayer(examples: readonly Example[]): CorrectionWeights {
  const columns = mostTelling(columnsOf(examples), examples);
  const scores = Float64Array.from(examples, ({ believed }) => logit(believed));
  const weights = new Map<string, number>();
  const sizes = columns.flatMap(([, cells]) => cells.map(({ value }) => value * value));
  const size = sizes.reduce((sum, one) => sum + one, 0) / examples.length;
  const pull = PULL * Math.max(1, size / USUAL_SIZE);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let moved = 0;
    for (const [name, cells] of columns) {
      const weight = weights.get(name) ?? 0;
      let slope = pull * weight;
      let bend = pull;
      for (const { row, value } of cells) {
        const wanted = examples[row]?.isMatter === true ? 1 : 0;
        slope += (logistic(scores[row] ?? 0) - wanted) * value;
        // No share bends more than at one half: a step so short never goes too far.
        bend += (value * value) / 4;
      }
      const next = Math.min(MOST_WEIGHT, Math.max(-MOST_WEIGHT, weight - slope / bend));
      const step = next - weight;
      if (step === 0) continue;
      weights.set(name, next);
      for (const { row, value } of cells) scores[row] = (scores[row] ?? 0) + step * value;
      moved = Math.max(moved, Math.abs(step));
    }
    if (moved < STILL) break;
  }
  const rounded = [...weights].map(([name, weight]): [string, number] => [name, Math.round(weight * 1000) / 1000]);
  return Object.fromEntries(rounded.filter(([, weight]) => weight !== 0));
}

/** How much is believed once the layer has been added. */
export function corrected({ believed, features }: Omit<Example, 'isMatter'>, layer: CorrectionWeights): number {
  let sum = logit(believed);
  for (const name in features) sum += (features[name] ?? 0) * (layer[name] ?? 0);
  return logistic(sum);
}

interface Cell {
  row: number;
  value: number;
}

/** Where each feature is on, in the order of their names. */
function columnsOf(examples: readonly Example[]): [string, Cell[]][] {
  const columns = new Map<string, Cell[]>();
  for (const [row, { features }] of examples.entries()) {
    for (const [name, value] of Object.entries(features)) {
      if (name === 'base' || value === 0) continue;
      const cells = columns.get(name) ?? [];
      cells.push({ row, value });
      columns.set(name, cells);
    }
  }
  const most = SHARED_AT_MOST * examples.length;
  const shared = [...columns].filter(([, cells]) => cells.length >= SHARED_BY && cells.length <= most);
  return shared.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Those by which what is believed is off most plainly: by how much, against how much it would be off by chance. */
function mostTelling(columns: [string, Cell[]][], examples: readonly Example[]): [string, Cell[]][] {
  if (columns.length <= MOST_FEATURES) return columns;
  const telling = new Map(
    columns.map(([name, cells]) => {
      let off = 0;
      let spread = 0;
      for (const { row, value } of cells) {
        const share = logistic(logit(examples[row]?.believed ?? 0));
        off += ((examples[row]?.isMatter === true ? 1 : 0) - share) * value;
        spread += share * (1 - share) * value * value;
      }
      return [name, Math.abs(off) / Math.sqrt(spread)];
    }),
  );
  const ranked = columns.toSorted(([a], [b]) => (telling.get(b) ?? 0) - (telling.get(a) ?? 0) || (a < b ? -1 : 1));
  return ranked.slice(0, MOST_FEATURES).sort(([a], [b]) => (a < b ? -1 : 1));
}

const logistic = (score: number): number => 1 / (1 + Math.exp(-score));

/** Nobody is so sure that nothing could be learned. */
function logit(share: number): number {
  const kept = Math.min(0.999, Math.max(0.001, share));
  return Math.log(kept / (1 - kept));
}
