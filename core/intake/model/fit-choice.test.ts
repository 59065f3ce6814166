import { expect, it } from 'vitest';
import { fitChoice, type Option } from './fit-choice.ts';
import { score, softmax, strongest } from './score.ts';

const lesson = (word: string, right: boolean): Option[] => [
  { group: 'none', features: {}, right: !right },
  { group: 'matter', features: { [word]: 1 }, right },
];
const how = { rounds: 200, rate: 0.05, decay: 0.01 };

it('learns which word speaks for a matter and which against it, the same every time', () => {
  const lessons = [lesson('lift', true), lesson('lift', true), lesson('cake', false), lesson('cake', false)];
  const { matter = {} } = fitChoice(lessons, how);
  expect(matter.lift).toBeGreaterThan(0.5);
  expect(matter.cake).toBeLessThan(-0.5);
  expect(fitChoice(lessons, how)).toEqual({ matter });
});

it('turns scores into shares of one', () => expect(softmax([1000, 1000])).toEqual([0.5, 0.5]));

it('counts only what has a weight, and names what counted most', () => {
  const weights = { lift: 2, broken: -3, base: 9 };
  expect(score({ lift: 1, broken: 2, other: 5 }, weights)).toBe(-4);
  expect(strongest({ base: 1, lift: 1, broken: 1, other: 1 }, weights, 2)).toEqual([
    { what: 'broken', weight: -3 },
    { what: 'lift', weight: 2 },
  ]);
});
