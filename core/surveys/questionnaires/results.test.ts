import { describe, expect, it } from 'vitest';
import type { Question } from './questions.ts';
import { tally } from './results.ts';

const common = { required: true, onlyIf: null, jumps: [] };
const questions: Question[] = [
  { kind: 'scale', id: '1', text: '保洁？', from: 1, to: 3, ...common },
  { kind: 'choice', id: '2', text: '改进？', options: ['保洁', '安保'], several: true, ...common },
  { kind: 'text', id: '3', text: '建议？', ...common, required: false },
];

describe('what was answered', () => {
  it('is added up question by question', () => {
    const responses = [
      { 1: 3, 2: [0, 1], 3: '电梯慢' },
      { 1: 2, 2: [1], 3: null },
      { 1: 3, 2: [], 3: '灯暗' },
    ];
    expect(tally(questions, responses)).toEqual([
      {
        id: '1',
        text: '保洁？',
        kind: 'scale',
        answered: 3,
        mean: 8 / 3,
        marks: [
          { mark: 1, count: 0 },
          { mark: 2, count: 1 },
          { mark: 3, count: 2 },
        ],
      },
      {
        id: '2',
        text: '改进？',
        kind: 'choice',
        several: true,
        answered: 3,
        options: [
          { label: '保洁', count: 1 },
          { label: '安保', count: 2 },
        ],
      },
      { id: '3', text: '建议？', kind: 'text', answered: 2, words: ['灯暗', '电梯慢'] },
    ]);
  });

  it('has no mean where nobody answered', () => {
    expect(tally(questions, [])).toMatchObject([{ answered: 0, mean: null }, { answered: 0 }, { words: [] }]);
  });
});
