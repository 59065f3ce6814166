import { describe, expect, it } from 'vitest';
import { serviceCalendar } from '../policy/time/calendar.ts';
import { defaultPolicyDocument } from '../policy/default-policy.ts';
import { policySchema } from '../policy/policy.ts';
import type { StaffMember } from '../tickets/charge.ts';
import { chooseCaller } from './choose-caller.ts';
import { followUpFor, type ClosedFacts } from './follow-up-for.ts';
import { nextTryAt } from './next-try.ts';

const policy = policySchema.parse(defaultPolicyDocument);
const { followUps } = policy;

describe('whether a closed ticket is asked after, and by whom', () => {
  const plain: ClosedFacts = {
    kind: 'repair',
    urgency: 'normal',
    reopenedCount: 0,
    score: null,
    origin: 'group',
    hasChat: true,
  };
  const by = (occasion: string, who: 'bot' | 'person') => ({ occasion, by: who });

  it.each<{ told: string; facts: Partial<ClosedFacts>; draw?: number; wanted: object | null }>([
    { told: 'a repair that was not drawn', facts: {}, wanted: null },
    { told: 'a repair drawn just below the share', facts: {}, draw: 0.0999, wanted: by('sample', 'bot') },
    { told: 'a repair drawn exactly at the share: not asked', facts: {}, draw: 0.1, wanted: null },
    { told: 'the lowest draw there is', facts: {}, draw: 0, wanted: by('sample', 'bot') },
    { told: 'a complaint', facts: { kind: 'complaint' }, wanted: by('complaint', 'person') },
    { told: 'an emergency', facts: { urgency: 'emergency' }, wanted: by('emergency', 'person') },
    { told: 'what is urgent is no emergency', facts: { urgency: 'high' }, wanted: null },
    { told: 'reopened once', facts: { reopenedCount: 1 }, wanted: by('reopened', 'person') },
    { told: 'rated exactly as low as counts', facts: { score: 2 }, wanted: by('low_rating', 'person') },
    { told: 'rated one better', facts: { score: 3 }, wanted: null },
    { told: 'not rated is not rated low', facts: { score: null }, wanted: null },
    {
      told: 'an emergency that was complained about: the complaint comes first',
      facts: { kind: 'complaint', urgency: 'emergency', reopenedCount: 2, score: 1 },
      draw: 0,
      wanted: by('complaint', 'person'),
    },
    {
      told: 'a reopened one that was rated low',
      facts: { reopenedCount: 1, score: 1 },
      wanted: by('reopened', 'person'),
    },
    {
      told: 'a repair by phone, drawn: a person rings',
      facts: { origin: 'phone', hasChat: false },
      draw: 0,
      wanted: by('sample', 'person'),
    },
    {
      told: 'what a smoke detector told',
      facts: { origin: 'machine', hasChat: false, urgency: 'emergency' },
      wanted: null,
    },
    { told: 'what a patrol found', facts: { origin: 'patrol', hasChat: false, kind: 'complaint' }, wanted: null },
    { told: 'praise is not sampled', facts: { kind: 'praise' }, draw: 0, wanted: null },
  ])('$told', ({ facts, draw = 0.5, wanted }) => {
    expect(followUpFor(policy, { ...plain, ...facts }, draw)).toEqual(wanted);
  });

  it('leaves out what the policy leaves out, and goes on to the next occasion', () => {
    const lean = { followUps: { ...followUps, by: { reopened: 'bot' as const } } };
    expect(followUpFor(lean, { ...plain, kind: 'complaint' }, 0)).toBeNull();
    expect(followUpFor(lean, { ...plain, kind: 'complaint', reopenedCount: 1 }, 0)).toEqual(by('reopened', 'bot'));
  });

  it('samples nothing with a share of nothing, and all with a share of all', () => {
    const share = (sampleShare: number) => ({ followUps: { ...followUps, sampleShare } });
    expect(followUpFor(share(0), plain, 0)).toBeNull();
    expect(followUpFor(share(1), plain, 0.999_999)).toEqual(by('sample', 'bot'));
  });
});

describe('when somebody who did not answer is asked again', () => {
  const inZone = (timeZone: string, retryAt = ['10:00', '19:30', '14:00']) => {
    const calendar = serviceCalendar(policy, timeZone);
    return (attempts: number, askedAt: string): string =>
      nextTryAt({ retryAt }, calendar, attempts, new Date(askedAt)).toISOString();
  };
  const at = (iso: string): string => new Date(iso).toISOString();

  it.each([
    { told: 'asked in the afternoon', attempts: 1, asked: '2026-11-26T15:20', next: '2026-11-27T10:00' },
    { told: 'asked at ten: not at ten again', attempts: 1, asked: '2026-11-26T10:05', next: '2026-11-27T19:30' },
    { told: 'the second time', attempts: 2, asked: '2026-11-27T10:00', next: '2026-11-28T19:30' },
    { told: 'the third time', attempts: 3, asked: '2026-11-28T19:30', next: '2026-11-29T14:00' },
    { told: 'after three it begins anew', attempts: 4, asked: '2026-11-29T14:00', next: '2026-11-30T10:00' },
    { told: 'over the end of the year', attempts: 1, asked: '2026-12-31T15:00', next: '2027-01-01T10:00' },
    { told: 'over the leap day', attempts: 1, asked: '2028-02-28T15:00', next: '2028-02-29T10:00' },
    { told: 'just before midnight', attempts: 1, asked: '2026-11-26T23:59', next: '2026-11-27T10:00' },
  ])('$told', ({ attempts, asked, next }) => {
    expect(inZone('Asia/Shanghai')(attempts, `${asked}:00+08:00`)).toBe(at(`${next}:00+08:00`));
  });

  it.each([
    { told: 'the night of the longer day', asked: '2026-10-24T15:00:00+02:00', next: '2026-10-25T10:00:00+01:00' },
    { told: 'the night of the shorter day', asked: '2026-03-28T15:00:00+01:00', next: '2026-03-29T10:00:00+02:00' },
  ])('by the clock on the wall over $told', ({ asked, next }) => {
    expect(inZone('Europe/Berlin')(1, asked)).toBe(at(next));
  });

  it('waits for the morning when the policy names an hour of the night', () => {
    expect(inZone('Asia/Shanghai', ['23:00'])(1, '2026-11-26T15:00:00+08:00')).toBe(at('2026-11-28T08:00:00+08:00'));
    expect(inZone('Asia/Shanghai', ['24:00'])(1, '2026-11-26T15:00:00+08:00')).toBe(at('2026-11-28T08:00:00+08:00'));
  });

  it('asks at the same hour where the policy has no other', () => {
    expect(inZone('Asia/Shanghai', ['10:00'])(2, '2026-11-26T10:00:00+08:00')).toBe(at('2026-11-27T10:00:00+08:00'));
  });
});

describe('who asks', () => {
  const member = (
    personId: string,
    role: StaffMember['grants'][number]['role'],
    more: Partial<StaffMember> = {},
  ): StaffMember => ({
    personId,
    name: personId,
    grants: [{ role, building: null }],
    openTickets: 0,
    capacity: null,
    absent: false,
    ...more,
  });
  const none = { assigneeId: null, finishedById: null };

  it.each<{ told: string; staff: StaffMember[]; ticket?: Partial<typeof none> | object; who: string | null }>([
    {
      told: 'customer service before the technician who did it',
      staff: [member('li', 'maintenance'), member('wang', 'customer_service')],
      ticket: { assigneeId: 'li', finishedById: 'li' },
      who: 'wang',
    },
    {
      told: 'of customer service, not the one who did it',
      staff: [member('a', 'customer_service'), member('b', 'customer_service', { openTickets: 9 })],
      ticket: { finishedById: 'a' },
      who: 'b',
    },
    {
      told: 'the manager rather than the one who did it',
      staff: [member('li', 'maintenance'), member('zhou', 'manager')],
      ticket: { assigneeId: 'li' },
      who: 'zhou',
    },
    {
      told: 'whoever is in charge, when somebody else did the work',
      staff: [member('li', 'maintenance'), member('chen', 'security'), member('zhou', 'manager')],
      ticket: { assigneeId: 'chen', finishedById: 'li' },
      who: 'chen',
    },
    {
      told: 'the one who did it, alone',
      staff: [member('li', 'maintenance')],
      ticket: { finishedById: 'li' },
      who: 'li',
    },
    {
      told: 'nobody who is away',
      staff: [member('a', 'customer_service', { absent: true }), member('zhou', 'manager')],
      who: 'zhou',
    },
    {
      told: 'the one with less in hand, then the smaller id',
      staff: [
        member('c', 'customer_service'),
        member('b', 'customer_service'),
        member('a', 'customer_service', { openTickets: 1 }),
      ],
      who: 'b',
    },
    {
      told: 'never a contractor, nor a supervisor',
      staff: [member('x', 'contractor'), member('s', 'supervisor')],
      who: null,
    },
    { told: 'nobody where nobody works', staff: [], who: null },
  ])('$told', ({ staff, ticket = {}, who }) => {
    expect(chooseCaller({ ...none, ...ticket }, staff)?.personId ?? null).toBe(who);
  });
});
