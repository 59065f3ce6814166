import { createDice } from '../../dice.ts';
import type { Analysis } from '../analysis.ts';
import type { Beside } from '../beside.ts';
import type { Features } from '../features.ts';
import { gramsIn, gramValue } from './grams.ts';
import { type HowTogether, LearningUnits } from './learn-units.ts';
import type { OptionScores } from './offsets.ts';
import { type FeatureName, type Name, nameBeside, nameClasses, type Units } from './units.ts';

/** One of the things that could be chosen. Options of one group share weights; the group `none` has none. */
export interface Option {
  group: string;
  features: Features;
  /** The runs of characters that count besides, and with which prefix. */
  grams?: { prefix: string; of: Analysis } | null;
  /** The texts in whose light it is read: they weigh nothing alone, and only units are told of them. */
  beside?: readonly Beside[];
  right: boolean;
}

/** The options of one lesson in numbers: each from `starts[n]` to `starts[n + 1]`. */
export interface Lesson {
  starts: Int32Array;
  rights: Uint8Array;
  places: Int32Array;
  values: Float32Array;
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

/** What weighs alone, what does in runs of characters, and what only units are told of. */
type FeatureSort = 'plain' | 'run' | 'beside';

/** Numbers for the features of each group: tens of thousands of lessons would not fit into memory by their names. */
export class Codebook {
  /** By what begins the name (the group, and the prefix of a run), and by the rest of it. */
  readonly #places = new Map<string, Map<string, number>>();
  readonly #names: (FeatureName & { sort: FeatureSort })[] = [];
  /** Weights that lessons were judged by. */
  readonly #weights = new WeakMap<Readonly<Record<string, Features>>, Float64Array>();

  get size(): number {
    return this.#names.length;
  }

  /** A lesson as numbers; the same feature of the same group has the same number in all of them. */
  code(options: readonly Option[]): Lesson {
    const starts = [0];
    const places: number[] = [];
    const values: number[] = [];
    for (const { group, features, grams, beside = [] } of options) {
      if (group !== 'none') {
        const add = (
          of: Map<string, number>,
          sort: FeatureSort,
          beginning: string,
          rest: string,
          value: number,
        ): void => {
          places.push(of.get(rest) ?? this.#newPlace(of, { group, beginning, rest, sort }));
          values.push(value);
        };
        const signs = this.#beginningWith(group, '');
        for (const name in features) add(signs, 'plain', '', name, features[name] ?? 0);
        if (grams) {
          const beginning = `${grams.prefix}“`;
          const runs = this.#beginningWith(group, beginning);
          const all = gramsIn(grams.of);
          const value = gramValue(all.length);
          for (const run of all) add(runs, 'run', beginning, run, value);
        }
        const named =
          (sort: FeatureSort): Name =>
          (beginning, rest, value) =>
            add(this.#beginningWith(group, beginning), sort, beginning, rest, value);
        if (grams) nameClasses(grams, named('plain'));
        for (const one of beside) nameBeside(one, named('beside'));
      }
      starts.push(places.length);
    }
    return {
      starts: Int32Array.from(starts),
      rights: Uint8Array.from(options, ({ right }) => Number(right)),
      places: Int32Array.from(places),
      values: Float32Array.from(values),
    };
  }

  #beginningWith(group: string, beginning: string): Map<string, number> {
    const key = `${group}\n${beginning}`;
    const known = this.#places.get(key) ?? new Map<string, number>();
    this.#places.set(key, known);
    return known;
  }

  #newPlace(of: Map<string, number>, name: FeatureName & { sort: FeatureSort }): number {
    const place = this.#names.push(name) - 1;
    of.set(name.rest, place);
    return place;
  }

  /**
   * Weights under which the right options of each lesson get the greatest share (conditional logit; several options of one lesson may be
   * right), by group and feature, to two digits. The same lessons give the same weights.
   */
  learn(lessons: readonly Lesson[], how: HowToLearn): Record<string, Features> {
    const counts = this.#counted(lessons);
    return this.#named(weightsFor(lessons, counts, how, null), how.prune);
  }

  /** The same, with units that say what features mean together. */
  learnTogether(
    lessons: readonly Lesson[],
    how: HowToLearn,
    together: HowTogether,
  ): { weights: Record<string, Features>; units: Units } {
    const counts = this.#counted(lessons);
    const isTold = (place: number): boolean => {
      const name = this.#names[place];
      return name !== undefined && name.sort !== 'run' && !together.without.has(name.rest);
    };
    const units = new LearningUnits(counts, isTold, together);
    const weights = weightsFor(lessons, counts, how, units);
    return { weights: this.#named(weights, how.prune), units: units.learned((place) => this.#names[place]) };
  }

  #named(weights: Float64Array, prune: number): Record<string, Features> {
    const byGroup: Record<string, Features> = {};
    const kept = [...weights.keys()].filter((place) => Math.abs(weights[place] ?? 0) >= prune);
    const named = kept.flatMap((place) => {
      const name = this.#names[place];
      if (!name || name.sort === 'beside') return [];
      return [{ group: name.group, name: wholeName(name), weight: Math.round((weights[place] ?? 0) * 100) / 100 }];
    });
    for (const { group, name, weight } of named.toSorted(byName)) (byGroup[group] ??= {})[name] = weight;
    return byGroup;
  }

  /** How each option of a lesson scores under weights that were learned, by group and feature; the right one is the first that is. */
  judge({ starts, rights, places, values }: Lesson, learned: Readonly<Record<string, Features>>): OptionScores {
    const weights = this.#placed(learned);
    const scores = Array.from(rights, (_, option) => {
      let sum = 0;
      for (let at = starts[option] ?? 0; at < (starts[option + 1] ?? 0); at++)
        sum += (weights[places[at] ?? 0] ?? 0) * (values[at] ?? 0);
      return sum;
    });
    return { scores, right: rights.indexOf(1) };
  }

  /** The same weights by the numbers of their features. */
  #placed(learned: Readonly<Record<string, Features>>): Float64Array {
    const known = this.#weights.get(learned);
    if (known?.length === this.size) return known;
    const weights = new Float64Array(this.size);
    for (const [place, name] of this.#names.entries()) weights[place] = learned[name.group]?.[wholeName(name)] ?? 0;
    this.#weights.set(learned, weights);
    return weights;
  }

  /** In how many lessons each feature stands. */
  #counted(lessons: readonly Lesson[]): Int32Array {
    const counts = new Int32Array(this.size);
    const seenIn = new Int32Array(this.size).fill(-1);
    for (const [at, { places }] of lessons.entries())
      for (const place of places) {
        if (seenIn[place] === at) continue;
        seenIn[place] = at;
        counts[place] = (counts[place] ?? 0) + 1;
      }
    return counts;
  }
}

/** As a set of weights has it: {@link gramFeatures}. */
const wholeName = ({ beginning, rest }: FeatureName): string =>
  `${beginning}${rest}${beginning.endsWith('{') ? '}' : ''}`;

const byName = (one: { group: string; name: string }, other: { group: string; name: string }): number =>
  one.group === other.group ? (one.name < other.name ? -1 : 1) : one.group < other.group ? -1 : 1;

/** So that nothing is divided by nothing. */
const FIRST_SQUARE = 1e-6;

function weightsFor(
  lessons: readonly Lesson[],
  counts: Int32Array,
  how: HowToLearn,
  units: LearningUnits | null,
): Float64Array {
  const weights = new Float64Array(counts.length);
  const squares = new Float64Array(counts.length).fill(FIRST_SQUARE);
  const touched = new Int32Array(counts.length);
  const order = lessons.map((_, at) => at);
  const dice = createDice(1);
  let step = 0;
  for (let epoch = 0; epoch < how.epochs; epoch++) {
    shuffle(order, dice);
    const fall = 1 - (0.9 * epoch) / how.epochs;
    for (const index of order) {
      const lesson = lessons[index];
      if (!lesson) continue;
      step += 1;
      // Weights shrink by the lessons in which they were not met.
      for (const place of lesson.places) {
        const missed = step - (touched[place] ?? 0);
        if (missed === 0) continue;
        weights[place] = (weights[place] ?? 0) * Math.exp(-how.decay * missed);
        units?.shrink(place, missed);
        touched[place] = step;
      }
      improve(lesson, weights, squares, { fall, counts, how, units });
    }
  }
  return weights;
}

/** One step of Adagrad towards the right options. */
function improve(
  lesson: Lesson,
  weights: Float64Array,
  squares: Float64Array,
  {
    fall,
    counts,
    how: { rate, atLeast },
    units,
  }: { fall: number; counts: Int32Array; how: HowToLearn; units: LearningUnits | null },
): void {
  const { starts, rights, places, values } = lesson;
  const together = units?.scores(lesson);
  const scores = Array.from(rights, (_, option) => {
    let sum = together?.[option] ?? 0;
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
    units?.step(lesson, option, pull, fall);
    for (let at = starts[option] ?? 0; at < (starts[option + 1] ?? 0); at++) {
      const place = places[at] ?? 0;
      if ((counts[place] ?? 0) < atLeast) continue;
      const slope = pull * (values[at] ?? 0);
      const square = (squares[place] ?? 0) + slope * slope;
      squares[place] = square;
      weights[place] = (weights[place] ?? 0) - (rate * fall * slope) / Math.sqrt(square);
    }
  }
}

function shuffle(order: number[], dice: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(dice() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
}

/** The same for lessons that nothing else is learned from. */
export function learn(lessons: readonly (readonly Option[])[], how: HowToLearn): Record<string, Features> {
  const book = new Codebook();
  return book.learn(
    lessons.map((options) => book.code(options)),
    how,
  );
}
