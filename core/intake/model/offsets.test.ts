import { expect, it } from 'vitest';
import { offsetsFor, type Scored } from './offsets.ts';

const rightOf = (judged: readonly Scored[], offsets: readonly number[]): number =>
  judged.filter(({ scores, right }) => {
    const moved = scores.map((score, at) => score + (offsets[at] ?? 0));
    return moved.indexOf(Math.max(...moved)) === right;
  }).length;
const times = (count: number, one: Scored): Scored[] => Array.from({ length: count }, () => one);

it('lifts what is right more often than it is said', () => {
  const judged = [
    ...times(9, { scores: [3, 0, 0], right: 0 }),
    ...times(4, { scores: [1, 0.5, 0], right: 1 }),
    ...times(2, { scores: [0, 0, 0.4], right: 2 }),
  ];
  const offsets = offsetsFor(judged, 3);
  expect(rightOf(judged, [0, 0, 0])).toBe(11);
  expect(rightOf(judged, offsets)).toBe(15);
});

it('moves nothing where that makes no more of them right', () => {
  expect(offsetsFor(times(3, { scores: [1, 0], right: 0 }), 2)).toEqual([0, 0]);
  expect(offsetsFor([...times(3, { scores: [1, 0], right: 0 }), ...times(3, { scores: [1, 0], right: 1 })], 2)).toEqual(
    [0, 0],
  );
  expect(offsetsFor([], 2)).toEqual([0, 0]);
});

it('never moves anything by more than two', () => {
  expect(offsetsFor(times(3, { scores: [9, 0], right: 1 }), 2)).toEqual([0, 0]);
  const [first = 0] = offsetsFor(times(3, { scores: [1.9, 0], right: 1 }), 2);
  expect(first).toBeLessThan(-1.9);
  expect(first).toBeGreaterThanOrEqual(-2);
});
