import { expect, it } from 'vitest';
import { offsetsFor, type OptionScores } from './offsets.ts';

const rightOf = (judged: readonly OptionScores[], offsets: readonly number[]): number =>
  judged.filter(({ scores, right }) => {
    const moved = scores.map((score, at) => score + (offsets[at] ?? 0));
    return moved.indexOf(Math.max(...moved)) === right;
  }).length;
const times = (count: number, one: OptionScores): OptionScores[] => Array.from({ length: count }, () => one);

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

it('moves nothing further than it must', () => {
  const judged = [...times(50, { scores: [5, 0, 0], right: 0 }), { scores: [0.05, 0, -1], right: 1 }];
  expect(offsetsFor(judged, 3)).toEqual([-0.1, 0, 0]);
});

it('never moves anything by more than two', () => {
  expect(offsetsFor(times(3, { scores: [9, 0], right: 1 }), 2)).toEqual([0, 0]);
  expect(offsetsFor(times(3, { scores: [1.9, 0], right: 1 }), 2)).toEqual([-2, 0]);
});
