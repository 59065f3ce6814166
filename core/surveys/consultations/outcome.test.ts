import { describe, expect, it } from 'vitest';
import { decide, type Question } from './outcome.ts';
import type { DecidingRules } from './rules.ts';

const rules: DecidingRules = {
  quorum: { share: 2, of: 3, over: false },
  majority: { share: 1, of: 2, over: true },
  base: 'votes',
  countAbstentions: true,
  yes: 0,
  abstain: 2,
};
const open = { quorum: { share: 0, of: 1, over: false } };
const sum = (counts: number[]): number => counts.reduce((all, one) => all + one, 0);
const tally = (counts: number[]) => ({ voters: sum(counts), counts, pledged: 0 });
const question: Question = { kind: 'vote', rules, eligible: 30, goal: null };

describe('a vote on a proposal: two thirds of 30 households must vote, more than half of the votes carry it', () => {
  it.each([
    { told: 'enough take part, most say yes', counts: [15, 5, 2], result: 'carried', winner: 0 },
    { told: 'the quorum met exactly', counts: [11, 7, 2], result: 'carried', winner: 0 },
    { told: 'the quorum missed by one', counts: [19, 0, 0], result: 'no_quorum', winner: null },
    { told: 'abstaining is taking part', counts: [11, 0, 9], result: 'carried', winner: 0 },
    { told: 'as many say yes as no', counts: [10, 10, 0], result: 'tie', winner: null },
    { told: 'as many say yes as no, and some abstain', counts: [9, 9, 4], result: 'tie', winner: null },
    { told: 'exactly one half says yes', counts: [11, 8, 3], result: 'rejected', winner: null },
    { told: 'one more than half', counts: [12, 8, 2], result: 'carried', winner: 0 },
    { told: 'most say no', counts: [5, 20, 0], result: 'rejected', winner: null },
    { told: 'all abstain', counts: [0, 0, 25], result: 'rejected', winner: null },
    { told: 'nobody votes', counts: [0, 0, 0], result: 'no_votes', winner: null },
    { told: 'everybody votes', counts: [30, 0, 0], result: 'carried', winner: 0 },
  ])('$told: $result', ({ counts, result, winner }) => {
    expect(decide(question, tally(counts))).toMatchObject({ result, winner });
  });

  it.each([
    {
      told: 'abstentions left out: 10 of 19',
      ways: { countAbstentions: false },
      counts: [10, 9, 6],
      result: 'carried',
    },
    { told: 'abstentions counted: 10 of 25', ways: {}, counts: [10, 9, 6], result: 'rejected' },
    {
      told: 'only abstentions, and they are left out',
      ways: { countAbstentions: false },
      counts: [0, 0, 25],
      result: 'rejected',
    },
    {
      told: 'of all households: 15 of 30',
      ways: { base: 'eligible' as const },
      counts: [15, 5, 0],
      result: 'rejected',
    },
    { told: 'of all households: 16 of 30', ways: { base: 'eligible' as const }, counts: [16, 4, 0], result: 'carried' },
    {
      told: 'two thirds of the votes, exactly',
      ways: { majority: { share: 2, of: 3, over: false } },
      counts: [14, 7, 0],
      result: 'carried',
    },
    {
      told: 'two thirds of the votes, missed by one',
      ways: { majority: { share: 2, of: 3, over: false } },
      counts: [13, 8, 0],
      result: 'rejected',
    },
  ])('$told: $result', ({ ways, counts, result }) => {
    expect(decide({ ...question, rules: { ...rules, ...ways } }, tally(counts)).result).toBe(result);
  });

  it('has no quorum where no household is eligible', () => {
    expect(decide({ ...question, eligible: 0 }, tally([1, 0, 0])).result).toBe('no_quorum');
  });
});

describe('a vote among alternatives', () => {
  const alternatives: Question = { ...question, rules: { ...rules, ...open, yes: null, abstain: null } };
  it.each([
    { told: 'one has more than half', counts: [3, 9, 4], result: 'chosen', winner: 1 },
    { told: 'one leads, without a majority', counts: [5, 6, 4], result: 'no_majority', winner: null },
    { told: 'two lead together', counts: [6, 6, 1], result: 'tie', winner: null },
    { told: 'a single vote', counts: [0, 1, 0], result: 'chosen', winner: 1 },
  ])('$told: $result', ({ counts, result, winner }) => {
    expect(decide(alternatives, tally(counts))).toMatchObject({ result, winner });
  });
});

describe('a pledge of 3,000 yuan', () => {
  const pledge: Question = { ...question, kind: 'pledge', goal: 300_000 };
  it.each([
    ['met exactly', 300_000, 'goal_met'],
    ['one cent short', 299_999, 'goal_short'],
    ['more than needed', 400_000, 'goal_met'],
  ])('%s', (_, pledged, result) => {
    expect(decide(pledge, { voters: 4, counts: [], pledged }).result).toBe(result);
  });

  it('without a goal only adds up', () => {
    expect(decide({ ...pledge, goal: null }, { voters: 4, counts: [], pledged: 5_000 }).result).toBe('pledged');
  });

  it('to which nobody pledged anything', () => {
    expect(decide(pledge, { voters: 0, counts: [], pledged: 0 }).result).toBe('no_votes');
  });
});

it('opinions are heard, however few', () => {
  expect(decide({ ...question, kind: 'consultation' }, tally([0, 1, 0])).result).toBe('heard');
});
