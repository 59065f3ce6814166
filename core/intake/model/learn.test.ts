import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis.ts';
import type { Features } from '../features.ts';
import { gramFeatures, gramsIn } from './grams.ts';
import { Codebook, type HowToLearn, learn, type Option } from './learn.ts';
import type { HowTogether } from './learn-units.ts';
import { score } from './score.ts';
import { gramScore } from './tables.ts';
import { unitScore } from './units.ts';

const HOW: HowToLearn = { epochs: 30, rate: 0.2, decay: 0, atLeast: 1, prune: 0.01 };
const none = (right: boolean): Option => ({ group: 'none', features: {}, right });
const matter = (features: Features, right: boolean): Option => ({ group: 'matter', features, right });
const words = (text: string, right: boolean): Option[] => [
  none(!right),
  { group: 'matter', features: { base: 1 }, grams: { prefix: '', of: analyse(text) }, right },
];
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

it('judges a lesson by what was learned: how each option scores, and which is right', () => {
  const book = new Codebook();
  const lesson = book.code([none(false), matter({ base: 1, broken: 2 }, true), matter({ base: 1, unknown: 1 }, false)]);
  expect(book.judge(lesson, { matter: { base: 0.5, broken: 1 } })).toEqual({ scores: [0, 2.5, 0.5], right: 1 });
});

describe('learning', () => {
  it('gives a sign as much weight as the lessons say, in odds', () => {
    const lessons = [
      ...times(30, [none(false), matter({ base: 1, broken: 1 }, true)]),
      ...times(10, [none(true), matter({ base: 1, broken: 1 }, false)]),
    ];
    const { matter: weights = {} } = learn(lessons, HOW);
    // Three to one.
    expect(score({ base: 1, broken: 1 }, weights)).toBeCloseTo(Math.log(3), 1);
  });

  it('tells which of several of a group is meant', () => {
    const near = (right: boolean): Option => ({ group: 'link', features: { near: 1 }, right });
    const far = (right: boolean): Option => ({ group: 'link', features: { far: 1 }, right });
    const { link = {} } = learn(times(20, [none(false), far(false), near(true)]), HOW);
    expect(score({ near: 1 }, link)).toBeGreaterThan(3);
    expect(score({ far: 1 }, link)).toBeLessThan(-1);
  });

  it('is content with either of two right options', () => {
    const { link = {} } = learn(
      times(20, [
        none(false),
        { group: 'link', features: { one: 1 }, right: true },
        { group: 'link', features: { other: 1 }, right: true },
      ]),
      HOW,
    );
    expect(Math.abs(score({ one: 1 }, link) - score({ other: 1 }, link))).toBeLessThan(0.5);
  });

  it('learns runs of characters, and scores a text by them as by their features', () => {
    const { matter: weights = {} } = learn(
      [...times(8, words('电梯又停了', true)), ...times(8, words('国足又输了', false))],
      HOW,
    );
    const believed = (text: string): number => (weights['base'] ?? 0) + gramScore('', analyse(text), weights);
    expect(believed('电梯停了')).toBeGreaterThan(0.5);
    expect(believed('国足输了')).toBeLessThan(-0.5);
    const text = analyse('电梯里又停了两次，谁管');
    expect(gramScore('', text, weights)).toBeCloseTo(score(gramFeatures('', text), weights), 5);
  });

  it('leaves out what is rare and what hardly weighs', () => {
    const lessons = [
      ...times(40, [none(false), matter({ often: 1 }, true)]),
      [none(true), matter({ often: 1, once: 1 }, false)],
    ];
    expect(Object.keys(learn(lessons, { ...HOW, atLeast: 2 })['matter'] ?? {})).toEqual(['often']);
    expect(learn(lessons, { ...HOW, prune: 1_000 })).toEqual({});
  });

  it('gives the same weights for the same lessons', () => {
    const lessons = times(5, words('水管爆了', true)).concat(times(5, words('头都爆了', false)));
    expect(learn(lessons, HOW)).toEqual(learn(lessons, HOW));
  });
});

describe('learning what features mean together', () => {
  const TOGETHER: HowTogether = { count: 16, rate: 0.1, decay: 0, atLeast: 1, without: new Set(['a single line']) };
  const learnTogether = (lessons: readonly (readonly Option[])[], how = TOGETHER) => {
    const book = new Codebook();
    return book.learnTogether(
      lessons.map((options) => book.code(options)),
      HOW,
      how,
    );
  };
  /** One of the two is a matter; neither or both are none. */
  const either = (['one', 'other'] as const).flatMap((name) =>
    times(40, [none(false), matter({ base: 1, [name]: 1 }, true)]),
  );
  const neither = [
    ...times(40, [none(true), matter({ base: 1 }, false)]),
    ...times(40, [none(true), matter({ base: 1, one: 1, other: 1 }, false)]),
  ];

  it('learns what no sum of weights can say', () => {
    const { weights, units } = learnTogether([...either, ...neither]);
    const scored = (signs: Features): number =>
      score(signs, weights['matter'] ?? {}) + unitScore('matter', { signs }, units);
    for (const signs of [
      { base: 1, one: 1 },
      { base: 1, other: 1 },
    ])
      expect(scored(signs)).toBeGreaterThan(1);
    for (const signs of [{ base: 1 }, { base: 1, one: 1, other: 1 }]) expect(scored(signs)).toBeLessThan(-1);
  });

  it('counts a text beside only together, and by what it speaks of', () => {
    const said = (before: string, right: boolean): Option[] => [
      none(!right),
      { ...matter({ base: 1 }, right), beside: [{ as: 'just before, of another', of: analyse(before) }] },
    ];
    const { weights, units } = learnTogether([
      ...times(20, said('电梯又停了', true)),
      ...times(20, said('今晚吃什么', false)),
    ]);
    expect(Object.keys(weights['matter'] ?? {})).toEqual(
      expect.not.arrayContaining([expect.stringContaining('before')]),
    );
    const after = (before: string): number => {
      const told = { signs: { base: 1 }, beside: [{ as: 'just before, of another', of: analyse(before) }] };
      return score(told.signs, weights['matter'] ?? {}) + unitScore('matter', told, units);
    };
    expect(after('电梯停了')).toBeGreaterThan(1);
    expect(after('吃什么')).toBeLessThan(-1);
  });

  it('has no row for runs of characters, for what is rare, and for what is to be left out', () => {
    const options = (features: Features): Option[] => [
      none(false),
      { ...matter({ base: 1, ...features }, true), grams: { prefix: '', of: analyse('电梯停了') } },
    ];
    const lessons = [...times(5, options({ 'a single line': 1 })), options({ rare: 1 })];
    const { weights, units } = learnTogether(lessons, { ...TOGETHER, atLeast: 2 });
    expect(Object.keys(weights['matter'] ?? {})).toEqual(expect.arrayContaining(['a single line', 'rare', '“电梯']));
    const named = Object.entries(units.names['matter'] ?? {});
    expect(named.map(([beginning]) => beginning).toSorted()).toEqual(['', '{']);
    expect(named.find(([beginning]) => beginning === '')?.[1]).toBe('base');
  });

  it('gives the same units for the same lessons', () => {
    expect(learnTogether([...either, ...neither])).toEqual(learnTogether([...either, ...neither]));
  });
});

describe('what a text is made of', () => {
  it.each([
    ['漏水', ['<漏', '<漏水', '漏', '漏水', '漏水>', '水', '水>']],
    ['3栋12楼', ['0', '<栋', '<栋>', '栋', '栋>', '<楼', '<楼>', '楼', '楼>']],
    ['The lift stopped?', ['the', '< the', 'lift', 'the lift', 'stopped', 'stopp*', 'lift stopped', '?']],
    ['', []],
  ])('%s', (text, grams) => {
    expect(gramsIn(analyse(text)).toSorted()).toEqual(grams.toSorted());
  });

  it('keeps rare characters whole', () => {
    const grams = gramsIn(analyse('𠮷家漏水'));
    expect(grams).toContain('𠮷');
    expect(grams.every((gram) => gram.isWellFormed())).toBe(true);
  });
});
