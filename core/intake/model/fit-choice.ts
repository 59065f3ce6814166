import type { Features } from '../features.ts';

/** One of the things that could be chosen. Options of one group share weights; the group `none` has none. */
export interface Option {
  group: string;
  features: Features;
  right: boolean;
}

export interface HowToFit {
  rounds: number;
  /** Step of Adam. */
  rate: number;
  /** Pull towards zero: great where there are few examples. */
  decay: number;
}

/**
 * Weights under which the right options of each choice get the greatest share (conditional logit; several options of one
 * choice may be right). The same lessons give the same weights. Returns them by group and feature.
 */
export function fitChoice(lessons: readonly Option[][], { rounds, rate, decay }: HowToFit): Record<string, Features> {
  const places = new Map<string, number>();
  const coded = lessons.map((options) =>
    options.map(({ group, features, right }) => ({
      right,
      cells: (group === 'none' ? [] : Object.entries(features)).map(([name, value]): [number, number] => {
        const key = `${group}\n${name}`;
        const place = places.get(key) ?? places.size;
        places.set(key, place);
        return [place, value];
      }),
    })),
  );
  const size = places.size;
  const weights = new Float64Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  for (let round = 1; round <= rounds; round++) {
    const slope = new Float64Array(size);
    for (const options of coded) {
      const powers = options.map(({ cells }) =>
        Math.exp(
          Math.min(
            30,
            cells.reduce((sum, [place, value]) => sum + (weights[place] ?? 0) * value, 0),
          ),
        ),
      );
      const all = powers.reduce((a, b) => a + b, 0);
      const good = powers.reduce((sum, power, at) => sum + (options[at]?.right ? power : 0), 0);
      for (const [at, { cells, right }] of options.entries()) {
        const power = powers[at] ?? 0;
        const pull = power / all - (right ? power / good : 0);
        for (const [place, value] of cells) slope[place] = (slope[place] ?? 0) + pull * value;
      }
    }
    for (let place = 0; place < size; place++) {
      const gradient = (slope[place] ?? 0) / coded.length + decay * (weights[place] ?? 0);
      const mean = 0.9 * (first[place] ?? 0) + 0.1 * gradient;
      const spread = 0.999 * (second[place] ?? 0) + 0.001 * gradient * gradient;
      first[place] = mean;
      second[place] = spread;
      weights[place] =
        (weights[place] ?? 0) -
        (rate * (mean / (1 - 0.9 ** round))) / (Math.sqrt(spread / (1 - 0.999 ** round)) + 1e-8);
    }
  }
  const byGroup: Record<string, Features> = {};
  for (const [key, place] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [group = '', name = ''] = key.split('\n');
    const weight = Math.round((weights[place] ?? 0) * 100) / 100;
    if (weight !== 0) (byGroup[group] ??= {})[name] = weight;
  }
  return byGroup;
}
