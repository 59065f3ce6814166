import { describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import type { Area, Kind, Urgency } from '../../../prisma/generated/enums.ts';
import { serviceCalendar } from '../time/calendar.ts';
import { contradictionsOf } from '../check/contradictions.ts';
import { defaultPolicy, defaultPolicyDocument } from '../default-policy.ts';
import { planLadder } from '../ladder.ts';
import { limitFor, promiseLimit } from '../limits.ts';
import { readStoredDocument, readStoredPolicy } from './stored-policy.ts';

/** A version as communities have it from before policies had a format. */
const former = {
  firstResponse: {
    emergency: { clause: 'P5e', withinMinutes: 5, counts: 'calendar' },
    highRepair: { clause: 'P5d', withinMinutes: 30, counts: 'service' },
    repair: { clause: 'P5d', withinMinutes: 60, counts: 'service' },
    complaint: { clause: 'P5a', withinMinutes: 2880, counts: 'calendar' },
    suggestion: { clause: 'P5b', withinMinutes: 10_080, counts: 'calendar' },
    inquiry: { clause: 'P5c', withinMinutes: 1441, counts: 'calendar' },
    praise: null,
  },
  progress: { clause: 'P5f', withinMinutes: 2880, counts: 'calendar' },
  promiseClause: 'P5g',
  remindAtShares: [0.25, 0.75],
  ratingReminderAfterHours: 12,
  closeUnansweredAfterHours: 36.5,
  leaveUnlinkedAfterHours: 24,
  serviceHours: { opensAt: '09:00', closesAt: '17:30', weekdays: [1, 2, 3, 4, 5] },
  quietHours: { startsAt: '23:00', endsAt: '07:00' },
};

const policy = readStoredPolicy(former);
const calendar = serviceCalendar(policy, 'Asia/Shanghai');
const at = (wall: string): Date => new Date(`${wall}:00+08:00`);
const matter = (kind: Kind, urgency: Urgency = 'normal', area: Area = 'facilities') => ({ kind, urgency, area });

describe('a version from before policies had a format keeps its limits', () => {
  it.each([
    [
      'an emergency, whatever it is about',
      matter('inquiry', 'emergency'),
      '2026-11-20T23:58',
      '2026-11-21T00:03',
      'P5e',
    ],
    ['an urgent repair, over the weekend', matter('repair', 'high'), '2026-11-20T17:20', '2026-11-23T09:20', 'P5d'],
    ['a repair, exactly until closing', matter('repair'), '2026-11-20T16:30', '2026-11-20T17:30', 'P5d'],
    [
      'a repair on a public holiday, of which it knew nothing',
      matter('repair'),
      '2026-10-01T10:00',
      '2026-10-01T11:00',
      'P5d',
    ],
    ['a complaint', matter('complaint', 'high'), '2026-11-20T10:00', '2026-11-22T10:00', 'P5a'],
    ['a suggestion', matter('suggestion'), '2026-11-20T10:00', '2026-11-27T10:00', 'P5b'],
    ['a question, with an odd minute', matter('inquiry'), '2026-11-20T10:00', '2026-11-21T10:01', 'P5c'],
  ])('%s', (_told, what, opened, due, clause) => {
    const expected = { clause, dueAt: at(due) };
    expect(limitFor(policy, 'first_response', what, at(opened), calendar)).toMatchObject(expected);
    expect(limitFor(policy, 'reopened', what, at(opened), calendar)).toMatchObject(expected);
  });

  it('praise had no limit', () => {
    expect(limitFor(policy, 'first_response', matter('praise'), at('2026-11-20T10:00'), calendar)).toBeNull();
  });

  it('progress and promises are as they were, and nothing had to be done within a time', () => {
    const from = at('2026-11-20T10:00');
    const progress = limitFor(policy, 'progress', matter('repair'), from, calendar);
    expect(progress).toMatchObject({ clause: 'P5f', dueAt: at('2026-11-22T10:00') });
    expect(promiseLimit(policy, matter('repair'), from)).toMatchObject({ clause: 'P5g', dueAt: from });
    expect(limitFor(policy, 'resolution', matter('repair'), from, calendar)).toBeNull();
  });

  it('reminders come at its shares, and the supervisor hears at the limit', () => {
    const from = at('2026-11-20T09:00');
    const limit = limitFor(policy, 'first_response', matter('complaint'), from, calendar);
    const rungs = limit ? planLadder(policy, limit, from, calendar) : [];
    expect(rungs.map(({ rung, dueAt }) => [rung.tell, dueAt]).slice(0, 3)).toEqual([
      ['assignee', at('2026-11-20T21:00')],
      ['assignee', at('2026-11-21T21:00')],
      ['supervisor', at('2026-11-22T09:00')],
    ]);
  });

  it('closing, leaving and quiet hours are as they were', () => {
    const hours = 3_600_000;
    expect(policy.closing).toMatchObject({ remindToRateAfter: 12 * hours, closeUnansweredAfter: 36.5 * hours });
    expect(policy.leaveUnlinkedAfter).toBe(24 * hours);
    expect(policy.calendar.quietHours).toEqual({ startsAt: '23:00', endsAt: '07:00' });
  });

  it('what it had no word for is as in the default, and the whole has no contradictions', () => {
    expect(policy.followUps).toEqual(defaultPolicy.followUps);
    expect(contradictionsOf(policy)).toEqual([]);
  });
});

describe('a stored version', () => {
  it('of the present format is read as it is written', () => {
    expect(readStoredPolicy(structuredClone(defaultPolicyDocument))).toEqual(defaultPolicy);
    expect(readStoredDocument(defaultPolicyDocument)).toEqual(defaultPolicyDocument);
  });

  it('stays readable although a newer check would refuse it', () => {
    const { 'praise-answer': _gone, ...limits } = defaultPolicyDocument.limits;
    const read = readStoredPolicy({ ...defaultPolicyDocument, limits });
    expect(contradictionsOf(read)).not.toEqual([]);
  });

  it.each([[null], ['limits'], [{}], [{ format: 3 }], [{ ...former, progress: null }]])('%j is none', (data) => {
    expect(() => readStoredPolicy(data)).toThrow(ZodError);
  });
});
