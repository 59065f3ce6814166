import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis.ts';
import type { Features } from '../features.ts';
import { gramFeatures, gramsIn } from './grams.ts';
import { Codebook, type HowToLearn, learn, type Option } from './learn.ts';
import { score } from './score.ts';
import { gramScore } from './tables.ts';

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
