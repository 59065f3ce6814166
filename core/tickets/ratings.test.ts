import { describe, expect, it } from 'vitest';
import { summariseRatings, type WorkRating } from './ratings.ts';

const rating = (name: string, score: number, contractor = false): WorkRating => ({
  personId: name,
  name,
  score,
  contractor,
});

describe('how residents rated work', () => {
  it.each<[string, WorkRating[], ReturnType<typeof summariseRatings>]>([
    ['nobody was rated', [], { staff: [], contractors: [] }],
    [
      'a contractor stands apart from the staff',
      [rating('李工', 5), rating('电梯公司', 2, true), rating('李工', 4)],
      {
        staff: [{ name: '李工', count: 2, mean: '4.5', low: 0 }],
        contractors: [{ name: '电梯公司', count: 1, mean: '2.0', low: 1 }],
      },
    ],
    [
      'two is low, three is not',
      [rating('李工', 2), rating('李工', 3), rating('李工', 3)],
      { staff: [{ name: '李工', count: 3, mean: '2.7', low: 1 }], contractors: [] },
    ],
    [
      'the most often rated first',
      [rating('王姐', 5), rating('李工', 5), rating('李工', 5)],
      {
        staff: [
          { name: '李工', count: 2, mean: '5.0', low: 0 },
          { name: '王姐', count: 1, mean: '5.0', low: 0 },
        ],
        contractors: [],
      },
    ],
  ])('%s', (_, ratings, expected) => {
    expect(summariseRatings(ratings, 2)).toEqual(expected);
  });
});
