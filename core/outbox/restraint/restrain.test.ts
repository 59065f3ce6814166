import { describe, expect, it } from 'vitest';
import { defaultPolicyDocument } from '../../policy/default-policy.ts';
import { policySchema } from '../../policy/policy.ts';
import { serviceCalendar } from '../../policy/time/calendar.ts';
import { dayOf, nextDayAt, nextDigestAt } from './day.ts';
import { restrain, type RestrainedPlace, type RestrainedWord } from './restrain.ts';

const policy = policySchema.parse(defaultPolicyDocument);
const shanghai = serviceCalendar(policy, 'Asia/Shanghai');
const newYork = serviceCalendar(policy, 'America/New_York');
const rules = { restraint: policy.restraint, calendar: shanghai };
/** A wall time in Shanghai. */
const at = (wall: string): Date => new Date(`${wall}+08:00`);
const noon = '2026-11-23T11:00:00';
const routine: RestrainedWord = {
  purpose: 'notice',
  urgent: false,
  level: 'routine',
  subject: 'notice',
  changes: false,
};
const survey: RestrainedWord = { ...routine, purpose: 'survey', level: null, subject: 'questionnaire' };
const group: RestrainedPlace = { kind: 'residents', saidToday: 0, hearsLess: false };
const full: RestrainedPlace = { ...group, saidToday: 8 };
const said = (word: RestrainedWord, place: RestrainedPlace, wall: string): string => {
  const result = restrain(word, place, rules, at(wall));
  if (result.kind === 'say') return 'said';
  if (result.kind === 'drop') return `dropped, ${result.reason}`;
  const then = result.at.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' });
  return `${result.kind === 'later' ? 'waits until' : 'in the digest of'} ${then}, ${result.reason}`;
};

describe('a routine notice to a group', () => {
  it.each([
    { told: 'by day', wall: noon, place: group, comes: 'said' },
    {
      told: 'a second before the quiet hours',
      wall: '2026-11-23T21:59:59',
      place: group,
      comes: 'said',
    },
    {
      told: 'at their very beginning',
      wall: '2026-11-23T22:00:00',
      place: group,
      comes: 'waits until 2026-11-24 08:00:00, quiet_hours',
    },
    {
      told: 'at midnight',
      wall: '2026-11-24T00:00:00',
      place: group,
      comes: 'waits until 2026-11-24 08:00:00, quiet_hours',
    },
    { told: 'at their very end', wall: '2026-11-24T08:00:00', place: group, comes: 'said' },
    { told: 'as the last word of the budget', wall: noon, place: { ...group, saidToday: 7 }, comes: 'said' },
    {
      told: 'as the first word beyond it',
      wall: noon,
      place: full,
      comes: 'in the digest of 2026-11-23 12:00:00, budget',
    },
    {
      told: 'beyond it at the hour of a digest, which has just come',
      wall: '2026-11-23T12:00:00',
      place: full,
      comes: 'in the digest of 2026-11-23 18:30:00, budget',
    },
    {
      told: 'beyond it after the last digest',
      wall: '2026-11-23T18:30:00',
      place: full,
      comes: 'in the digest of 2026-11-24 12:00:00, budget',
    },
    {
      told: 'beyond it on the last evening of the year',
      wall: '2026-12-31T20:00:00',
      place: full,
      comes: 'in the digest of 2027-01-01 12:00:00, budget',
    },
    {
      told: 'beyond it in the quiet hours: the hour counts first',
      wall: '2026-11-23T23:00:00',
      place: full,
      comes: 'waits until 2026-11-24 08:00:00, quiet_hours',
    },
  ])('$told: $comes', ({ wall, place, comes }) => expect(said(routine, place, wall)).toBe(comes));
});

describe('what does not wait for a digest', () => {
  it.each([
    { told: 'an important notice', word: { ...routine, level: 'important' as const }, comes: 'said' },
    { told: 'an emergency', word: { ...routine, level: 'emergency' as const }, comes: 'said' },
    { told: 'a correction of what was said', word: { ...routine, changes: true }, comes: 'said' },
    { told: 'what is urgent', word: { ...survey, urgent: true }, comes: 'said' },
    { told: 'an answer', word: { ...survey, purpose: 'answer' as const }, comes: 'said' },
    { told: 'a receipt', word: { ...survey, purpose: 'receipt' as const }, comes: 'said' },
    { told: 'a survey does', word: survey, comes: 'in the digest of 2026-11-23 12:00:00, budget' },
    {
      told: 'a reminder to rate, which waits for the next day',
      word: { ...survey, purpose: 'rating' as const, subject: null },
      comes: 'waits until 2026-11-24 08:00:00, budget',
    },
  ])('$told', ({ word, comes }) => expect(said(word, full, noon)).toBe(comes));
});

describe('in the quiet hours', () => {
  it.each([
    { told: 'an emergency is said', word: { ...routine, level: 'emergency' as const }, comes: 'said' },
    { told: 'an answer to somebody is said', word: { ...survey, purpose: 'answer' as const }, comes: 'said' },
    {
      told: 'an important notice waits for their end, and no longer',
      word: { ...routine, level: 'important' as const },
      comes: 'waits until 2026-11-24 08:00:00, quiet_hours',
    },
    {
      told: 'a correction waits for their end',
      word: { ...routine, changes: true },
      comes: 'waits until 2026-11-24 08:00:00, quiet_hours',
    },
  ])('$told', ({ word, comes }) => expect(said(word, full, '2026-11-23T23:30:00')).toBe(comes));
});

describe('elsewhere than in residents’ groups', () => {
  const direct: RestrainedPlace = { kind: 'direct', saidToday: 99, hearsLess: false };
  const less: RestrainedPlace = { ...direct, hearsLess: true };
  it.each([
    { told: 'the office is not restrained', word: routine, place: { ...full, kind: 'office' as const }, comes: 'said' },
    { told: 'a direct chat has no budget', word: routine, place: direct, comes: 'said' },
    { told: 'a survey reaches a direct chat', word: survey, place: direct, comes: 'said' },
    { told: 'who wants less is not surveyed', word: survey, place: less, comes: 'dropped, hears_less' },
    {
      told: 'but told of the votes of their household',
      word: { ...survey, subject: 'consultation' as const },
      place: less,
      comes: 'said',
    },
    {
      told: 'nor greeted',
      word: { ...routine, level: null, subject: 'care' as const },
      place: less,
      comes: 'dropped, hears_less',
    },
    { told: 'and told what concerns all', word: routine, place: less, comes: 'said' },
    {
      told: 'the one who asked to be checked on is asked all the same',
      word: { ...survey, purpose: 'question' as const, subject: 'care' as const },
      place: less,
      comes: 'said',
    },
  ])('$told', ({ word, place, comes }) => expect(said(word, place, noon)).toBe(comes));

  it('a direct chat has quiet hours', () =>
    expect(said(routine, direct, '2026-11-24T07:59:59')).toBe('waits until 2026-11-24 08:00:00, quiet_hours'));
});

describe('the day of a budget', () => {
  it('begins and ends at midnight on the wall of the estate', () => {
    const day = { from: at('2026-11-23T00:00:00'), to: at('2026-11-24T00:00:00') };
    expect(dayOf(at('2026-11-23T00:00:00'), 'Asia/Shanghai')).toEqual(day);
    expect(dayOf(at('2026-11-23T23:59:59'), 'Asia/Shanghai')).toEqual(day);
  });

  it.each([
    ['of 23 hours in spring', '2026-03-08T12:00:00-04:00', '2026-03-08T00:00:00-05:00', '2026-03-09T00:00:00-04:00'],
    ['of 25 hours in autumn', '2026-11-01T12:00:00-05:00', '2026-11-01T00:00:00-04:00', '2026-11-02T00:00:00-05:00'],
  ])('may be one %s', (_, now, from, to) =>
    expect(dayOf(new Date(now), 'America/New_York')).toEqual({ from: new Date(from), to: new Date(to) }),
  );

  it('and the next digest is at its hour of the wall, when the clocks change in the night', () => {
    const now = new Date('2026-03-07T20:00:00-05:00');
    expect(nextDigestAt(['18:30', '12:00'], newYork, now)).toEqual(new Date('2026-03-08T12:00:00-04:00'));
    expect(nextDayAt(newYork, now)).toEqual(new Date('2026-03-08T08:00:00-04:00'));
  });

  it('a digest that would come in the quiet hours comes at their end', () =>
    expect(nextDigestAt(['23:00'], shanghai, at('2026-11-23T12:00:00'))).toEqual(at('2026-11-24T08:00:00')));
});
