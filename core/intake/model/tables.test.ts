import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis.ts';
import { NO_UNITS } from './units.ts';
import { UNCALIBRATED } from './calibrate.ts';
import { gramFeatures } from './grams.ts';
import { pack, unpack } from './pack.ts';
import { score, type Weights } from './score.ts';
import { entriesOf, gramScore, readName, strongest, tabulate } from './tables.ts';

const text = analyse('电梯又停了 the lift');
const inFull = (prefix: string, weights: Weights): number => score(gramFeatures(prefix, text), weights);

describe('the name of a feature in parts', () => {
  it.each([
    ['“漏水', { prefix: '', sign: '“', rest: '漏水' }],
    ['r:“<电', { prefix: 'r:', sign: '“', rest: '<电' }],
    ['{a lift}', { prefix: '', sign: '{', rest: 'a lift' }],
    ['o:{a lift}', { prefix: 'o:', sign: '{', rest: 'a lift' }],
    ['says lift', null],
    ['shares “电梯', null],
    ['shares {a lift}', null],
  ])('%s', (name, parts) => expect(readName(name)).toEqual(parts));
});

describe('sets of weights in one table', () => {
  it('score a text as a list of its features does, each set by its own, each prefix apart', () => {
    const one: Weights = { base: 1, '“电梯': 2, 'r:“电梯': -1, '“the lift': 0.5 };
    const other: Weights = { '“停了': 4, '“电梯': 8 };
    const none: Weights = { base: 3 };
    tabulate([one, other, none]);
    for (const weights of [one, other, none])
      for (const prefix of ['', 'r:', 'o:'])
        expect(gramScore(prefix, text, weights)).toBeCloseTo(inFull(prefix, weights), 5);
    expect(gramScore('', text, one)).toBeGreaterThan(0);
  });

  it('may be asked without a table before: one is made', () => {
    const weights: Weights = { '“电梯': 2 };
    expect(gramScore('', text, weights)).toBeCloseTo(inFull('', weights), 5);
  });

  it('keep what they weigh when they are put beside new ones, also where only their table knows it', () => {
    const full = { '“电梯': 2, 'o:“停了': 1 };
    const model = {
      choice: { link: full },
      units: NO_UNITS,
      kind: {},
      area: {},
      urgency: { emergency: {}, high: {} },
      calibration: UNCALIBRATED,
    };
    const packed = unpack(pack(model)).choice.link ?? {};
    expect(packed).toEqual({});
    tabulate([packed, { '“又停': 1 }]);
    expect(gramScore('', text, packed)).toBeCloseTo(inFull('', full), 5);
    expect(gramScore('o:', text, packed)).toBeCloseTo(inFull('o:', full), 5);
    expect(Object.fromEntries(entriesOf(packed))).toEqual(full);
  });
});

describe('what moved a score most', () => {
  it('is also told of runs and classes, as they would stand among the features', () => {
    const weights: Weights = { base: 9, 'r:“电梯': 2, '“电梯': 5, 'r:“the lift': -4, 'a photo': 0.1 };
    const inFull = Object.entries(gramFeatures('r:', text)).flatMap(([what, value]) => {
      const weight = Math.round(value * (weights[what] ?? 0) * 100) / 100;
      return weight === 0 ? [] : [{ what, weight }];
    });
    expect(inFull).toHaveLength(2);
    expect(strongest({ signs: { base: 1, 'a photo': 1 }, grams: { prefix: 'r:', of: text } }, weights, 5)).toEqual([
      ...inFull.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
      { what: 'a photo', weight: 0.1 },
    ]);
  });

  it('is told strongest first, for and against, without the base, and without what hardly moved it', () => {
    const signs = { base: 1, 'says lift': 1, 'says joke': 1, 'a photo': 1, unknown: 1, 'names several things': 2 };
    const weights = { base: 9, 'says lift': 1, 'says joke': -3, 'a photo': 0.04, 'names several things': 0.7 };
    expect(strongest({ signs }, weights, 3)).toEqual([
      { what: 'says joke', weight: -3 },
      { what: 'names several things', weight: 1.4 },
      { what: 'says lift', weight: 1 },
    ]);
    expect(strongest({ signs }, weights, 1)).toEqual([{ what: 'says joke', weight: -3 }]);
    expect(strongest({ signs }, {}, 3)).toEqual([]);
  });
});
