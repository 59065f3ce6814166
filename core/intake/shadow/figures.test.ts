import { describe, expect, it } from 'vitest';
import type { CandidateDeed } from '../../../prisma/generated/enums.ts';
import { figuresOf, type Weighed } from './figures.ts';

/** `+` is a matter, `-` is none, `?` is not judged. */
const judged = (answers: Partial<Record<CandidateDeed, string>>): Weighed[] =>
  Object.entries(answers).flatMap(([deed, signs]) =>
    Array.from(signs, (sign) => ({ deed: deed as CandidateDeed, isMatter: sign === '?' ? null : sign === '+' })),
  );

describe('what the answers of the managers say of a group', () => {
  it.each([
    { told: 'nothing was heard', answers: {}, precision: null, recall: null, asked: [null, null] },
    {
      told: 'nobody has answered',
      answers: { ticket: '??', question: '?' },
      precision: null,
      recall: null,
      asked: [null, null],
    },
    {
      told: 'every ticket was right, and nothing was missed',
      answers: { ticket: '+++' },
      precision: 1,
      recall: 1,
      asked: [1, 1],
    },
    { told: 'every ticket was wrong', answers: { ticket: '--' }, precision: 0, recall: null, asked: [0, null] },
    { told: 'one in four was wrong', answers: { ticket: '+++-' }, precision: 0.75, recall: 1, asked: [0.75, 1] },
    {
      told: 'one matter was passed over',
      answers: { ticket: '+++', nothing: '+--' },
      precision: 1,
      recall: 0.75,
      asked: [1, 0.75],
    },
    {
      told: 'a question would have found a matter',
      answers: { ticket: '++', question: '+-', nothing: '+' },
      precision: 1,
      recall: 0.5,
      asked: [1, 0.75],
    },
    {
      told: 'a question answered with no makes no ticket',
      answers: { ticket: '+-', question: '--' },
      precision: 0.5,
      recall: 1,
      asked: [0.5, 1],
    },
    { told: 'only questions were right', answers: { question: '++' }, precision: null, recall: 0, asked: [1, 1] },
    {
      told: 'what is not judged counts for nothing',
      answers: { ticket: '+?', nothing: '?-' },
      precision: 1,
      recall: 1,
      asked: [1, 1],
    },
  ])('$told', ({ answers, precision, recall, asked }) => {
    const [askedPrecision, askedRecall] = asked;
    expect(figuresOf(judged(answers))).toMatchObject({
      precision,
      recall,
      withQuestions: { precision: askedPrecision, recall: askedRecall },
    });
  });

  it.each([
    { told: 'nineteen answers below one figure', ticket: '+'.repeat(19), rough: true },
    { told: 'twenty below both', ticket: '+'.repeat(20), rough: false },
    { told: 'twenty answers, but nineteen matters', ticket: `${'+'.repeat(19)}-`, rough: true },
    { told: 'none at all', ticket: '', rough: true },
  ])('are rough or not: $told', ({ ticket, rough }) => {
    expect(figuresOf(judged({ ticket })).rough).toBe(rough);
  });

  it('are counted by what would have been done', () => {
    const figures = figuresOf(judged({ ticket: '++-?', question: '-?', nothing: '+' }));
    expect(figures.tickets).toEqual({ yes: 2, no: 1, open: 1 });
    expect(figures.questions).toEqual({ yes: 0, no: 1, open: 1 });
    expect(figures.nothing).toEqual({ yes: 1, no: 0, open: 0 });
  });
});
