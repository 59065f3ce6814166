import { describe, expect, it } from 'vitest';
import { answersOnPath, END, nextQuestion, pathOf, questionBefore, type Answers, type Question } from './questions.ts';

const common = { required: true, onlyIf: null, jumps: [] };
const scale: Question = { kind: 'scale', id: '1', text: '保洁？', from: 1, to: 5, ...common };
const choice: Question = {
  kind: 'choice',
  id: '2',
  text: '改进？',
  options: ['保洁', '安保', '维修'],
  several: false,
  ...common,
};
const several: Question = { ...choice, several: true };
const words: Question = { kind: 'text', id: '3', text: '为什么？', ...common, required: false };
const last: Question = { kind: 'text', id: '4', text: '还有？', ...common, required: false };
const ids = (questions: Question[]): string => questions.map(({ id }) => id).join('');

describe('which question comes next', () => {
  const onlyIfLow: Question = { ...words, onlyIf: { question: '1', is: '<', value: 3 } };
  const straight = [scale, choice, words, last];
  const asksWhy = [scale, choice, onlyIfLow, last];
  const jumping: Question[] = [
    scale,
    { ...choice, jumps: [{ when: { question: '2', is: '=', value: 1 }, to: '4' }] },
    words,
    last,
  ];
  const ending: Question[] = [{ ...scale, jumps: [{ when: { question: '1', is: '>=', value: 4 }, to: END }] }, choice];

  it.each<{ told: string; questions: Question[]; answers: Answers; path: string; next: string | null }>([
    { told: 'the first', questions: straight, answers: {}, path: '1', next: '1' },
    { told: 'the one after', questions: straight, answers: { 1: 3 }, path: '12', next: '2' },
    {
      told: 'the one after a skipped one',
      questions: straight,
      answers: { 1: 3, 2: [0], 3: null },
      path: '1234',
      next: '4',
    },
    {
      told: 'none after the last',
      questions: straight,
      answers: { 1: 3, 2: [0], 3: null, 4: '' },
      path: '1234',
      next: null,
    },
    { told: 'why, after a 2', questions: asksWhy, answers: { 1: 2, 2: [0] }, path: '123', next: '3' },
    { told: 'not why, after a 3', questions: asksWhy, answers: { 1: 3, 2: [0] }, path: '124', next: '4' },
    { told: 'a later one, after B', questions: jumping, answers: { 1: 5, 2: [1] }, path: '124', next: '4' },
    { told: 'no jump, after A', questions: jumping, answers: { 1: 5, 2: [0] }, path: '123', next: '3' },
    { told: 'the end, after a 4', questions: ending, answers: { 1: 4 }, path: '1', next: null },
    { told: 'not the end, after a 3', questions: ending, answers: { 1: 3 }, path: '12', next: '2' },
  ])('$told', ({ questions, answers, path, next }) => {
    expect(ids(pathOf(questions, answers))).toBe(path);
    expect(nextQuestion(questions, answers)?.id ?? null).toBe(next);
  });

  it('goes by one option among several', () => {
    const questions: Question[] = [several, { ...words, onlyIf: { question: '2', is: '=', value: 2 } }];
    expect(nextQuestion(questions, { 2: [0, 2] })?.id).toBe('3');
    expect(nextQuestion(questions, { 2: [0, 1] })).toBeNull();
    expect(nextQuestion(questions, { 2: [] })).toBeNull();
  });

  it('goes back to the one before on the way that was taken', () => {
    expect(questionBefore(jumping, { 1: 5, 2: [1] }, '4')?.id).toBe('2');
    expect(questionBefore(jumping, {}, '1')).toBeNull();
  });

  it('does not count what was answered on another way', () => {
    expect(answersOnPath(asksWhy, { 1: 5, 2: [0], 3: '太脏', 4: null })).toEqual({ 1: 5, 2: [0], 4: null });
  });
});
