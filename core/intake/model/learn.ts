import type { Analysis } from '../analysis.ts';
import type { Features } from '../features.ts';
import { createDice } from '../../dice.ts';
import { CLASS_VALUE, gramsIn, gramValue } from './grams.ts';

/** One of the things that could be chosen. Options of one group share weights; the group `none` has none. */
export interface Option {
  group: string;
  features: Features;
  /** The runs of characters that count besides, and with which prefix. */
  grams?: { prefix: string; of: Analysis } | null;
  right: boolean;
}

export interface HowToLearn {
  epochs: number;
  /** Step of Adagrad; a tenth of it in the last epoch. */
  rate: number;
  /** By how much a weight shrinks with every lesson. */
  decay: number;
  /** What fewer lessons have is left out. */
  atLeast: number;
  /** Weights nearer to zero are left out. */
  prune: number;
}

/** The options of one lesson: each from `starts[n]` to `starts[n + 1]`. */
interface Coded {
  starts: Int32Array;
  rights: Uint8Array;
  places: Int32Array;
  values: Float32Array;
}

/**
 * Weights under which the right options of each lesson get the greatest share (conditional logit; several options of one lesson may be
 * right), by group and feature, to two digits. The same lessons give the same weights.
 */
export function learn(lessons: readonly (readonly Option[])[], how: HowToLearn): Record<string, Features> {
  const places = placesOf(lessons, how.atLeast);
  const coded = lessons.map((options) => code(options, places));
  const weights = new Float64Array(places.size);
  const squares = new Float64Array(places.size).fill(1e-6);
  const touched = new Int32Array(places.size);
  const order = coded.map((_, at) => at);
  const dice = createDice(1);
  let step = 0;
  for (let epoch = 0; epoch < how.epochs; epoch++) {
    shuffle(order, dice);
    const rate = how.rate * (1 - (0.9 * epoch) / how.epochs);
    for (const index of order) {
      const lesson = coded[index];
      if (!lesson) continue;
      step += 1;
      // Weights shrink by the lessons in which they were not met.
      for (const place of lesson.places) {
        const missed = step - (touched[place] ?? 0);
        if (missed === 0) continue;
        weights[place] = (weights[place] ?? 0) * Math.exp(-how.decay * missed);
        touched[place] = step;
      }
      improve(lesson, weights, squares, rate);
    }
  }
  return named(places, weights, how.prune);
}

function eachFeature({ group, features, grams }: Option, take: (key: string, value: number) => void): void {
  if (group === 'none') return;
  for (const name in features) take(`${group}\n${name}`, features[name] ?? 0);
  if (!grams) return;
  const all = gramsIn(grams.of);
  const value = gramValue(all.length);
  for (const gram of all) take(`${group}\n${grams.prefix}“${gram}`, value);
  for (const name of grams.of.classes) take(`${group}\n${grams.prefix}{${name}}`, CLASS_VALUE);
}

function placesOf(lessons: readonly (readonly Option[])[], atLeast: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const options of lessons) {
    const seen = new Set<string>();
    for (const option of options) eachFeature(option, (key) => void seen.add(key));
    for (const key of seen) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const places = new Map<string, number>();
  for (const [key, count] of counts) if (count >= atLeast) places.set(key, places.size);
  return places;
}

function code(options: readonly Option[], places: ReadonlyMap<string, number>): Coded {
  const starts = [0];
  const cells: number[] = [];
  const values: number[] = [];
  for (const option of options) {
    eachFeature(option, (key, value) => {
      const place = places.get(key);
      if (place === undefined) return;
      cells.push(place);
      values.push(value);
    });
    starts.push(cells.length);
  }
  return {
    starts: Int32Array.from(starts),
    rights: Uint8Array.from(options, ({ right }) => Number(right)),
    places: Int32Array.from(cells),
    values: Float32Array.from(values),
  };
}

/** One step of Adagrad towards the right options. */
function improve(
  { starts, rights, places, values }: Coded,
  weights: Float64Array,
  squares: Float64Array,
  rate: number,
): void {
  const scores = Array.from(rights, (_, option) => {
    let sum = 0;
    for (let at = starts[option] ?? 0; at < (starts[option + 1] ?? 0); at++)
      sum += (weights[places[at] ?? 0] ?? 0) * (values[at] ?? 0);
    return sum;
  });
  const top = Math.max(...scores);
  const powers = scores.map((one) => Math.exp(one - top));
  const all = powers.reduce((a, b) => a + b, 0);
  const good = powers.reduce((sum, power, option) => sum + (rights[option] ? power : 0), 0);
  for (const [option, power] of powers.entries()) {
    const pull = power / all - (rights[option] ? power / good : 0);
    if (Math.abs(pull) < 1e-4) continue;
    for (let at = starts[option] ?? 0; at < (starts[option + 1] ?? 0); at++) {
      const place = places[at] ?? 0;
      const slope = pull * (values[at] ?? 0);
      const square = (squares[place] ?? 0) + slope * slope;
      squares[place] = square;
      weights[place] = (weights[place] ?? 0) - (rate * slope) / Math.sqrt(square);
    }
  }
}

function shuffle(order: number[], dice: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(dice() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
}

function named(places: ReadonlyMap<string, number>, weights: Float64Array, prune: number): Record<string, Features> {
  const byGroup: Record<string, Features> = {};
  for (const [key, place] of [...places].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const weight = Math.round((weights[place] ?? 0) * 100) / 100;
    if (Math.abs(weight) < prune) continue;
    const cut = key.indexOf('\n');
    (byGroup[key.slice(0, cut)] ??= {})[key.slice(cut + 1)] = weight;
  }
  return byGroup;
}
