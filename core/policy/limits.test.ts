import { describe, expect, it } from 'vitest';
import type { Kind, Urgency } from '../../prisma/generated/enums.ts';
import { civilTime, firstResponseLimit, progressLimit, promiseLimit, reminderTimes } from './limits.ts';
import { defaultPolicy, policySchema, type Policy } from './policy.ts';
import { addServiceTime, serviceTimeBetween } from './service-time.ts';

const shanghai = 'Asia/Shanghai';
const newYork = 'America/New_York';
const minutes = (count: number): number => count * 60_000;
/** A wall time in Shanghai. */
const at = (wall: string): Date => new Date(`${wall}:00+08:00`);
const eachDay = { opensAt: '08:30', closesAt: '18:00', weekdays: [1, 2, 3, 4, 5, 6, 7] };
const workdays = { ...eachDay, weekdays: [1, 2, 3, 4, 5] };

describe('an hour of service time, from 08:30 to 18:00', () => {
  it.each([
    ['in the morning', '2026-11-20T09:00', '2026-11-20T10:00'],
    ['exactly at opening', '2026-11-20T08:30', '2026-11-20T09:30'],
    ['before opening', '2026-11-20T03:00', '2026-11-20T09:30'],
    ['an hour before closing: due at closing', '2026-11-20T17:00', '2026-11-20T18:00'],
    ['a minute later: the last minute is tomorrow’s first', '2026-11-20T17:01', '2026-11-21T08:31'],
    ['exactly at closing', '2026-11-20T18:00', '2026-11-21T09:30'],
    ['at the last minute of the day', '2026-11-20T23:59', '2026-11-21T09:30'],
    ['at midnight', '2026-11-21T00:00', '2026-11-21T09:30'],
    ['over New Year', '2026-12-31T17:30', '2027-01-01T09:00'],
  ])('%s: from %s to %s', (_, from, to) => {
    expect(addServiceTime(at(from), minutes(60), eachDay, shanghai)).toEqual(at(to));
  });

  it.each([
    ['over a weekend', 60, '2026-11-20T17:30', '2026-11-23T09:00'],
    ['from a Sunday', 60, '2026-11-22T12:00', '2026-11-23T09:30'],
    ['over more than a week', 6 * 570, '2026-11-20T08:30', '2026-11-27T18:00'],
  ])('%s, where only workdays count', (_, count, from, to) => {
    expect(addServiceTime(at(from), minutes(count), workdays, shanghai)).toEqual(at(to));
  });

  it('is at once, or at the next opening, when no time is to pass', () => {
    expect(addServiceTime(at('2026-11-20T09:00'), 0, eachDay, shanghai)).toEqual(at('2026-11-20T09:00'));
    expect(addServiceTime(at('2026-11-20T20:00'), 0, eachDay, shanghai)).toEqual(at('2026-11-21T08:30'));
  });

  it.each([
    // New York's clocks skip 02:00–03:00 on 8 March and show 01:00–02:00 twice on 1 November.
    ['opens by the new clock in spring', '2026-03-07T17:30:00-05:00', '2026-03-08T09:00:00-04:00', eachDay],
    ['opens by the old clock in autumn', '2026-10-31T17:30:00-04:00', '2026-11-01T09:00:00-05:00', eachDay],
    [
      'counts what passes in spring',
      '2026-03-08T01:30:00-05:00',
      '2026-03-08T03:30:00-04:00',
      { ...eachDay, opensAt: '00:00' },
    ],
    [
      'counts both hours in autumn',
      '2026-11-01T01:30:00-04:00',
      '2026-11-01T01:30:00-05:00',
      { ...eachDay, opensAt: '00:00' },
    ],
    [
      'never closes',
      '2026-03-07T23:30:00-05:00',
      '2026-03-08T00:30:00-05:00',
      { ...eachDay, opensAt: '00:00', closesAt: '24:00' },
    ],
  ])('%s', (_, from, to, hours) => {
    expect(addServiceTime(new Date(from), minutes(60), hours, newYork)).toEqual(new Date(to));
  });

  it('is the same measured backwards', () => {
    const [from, to] = [at('2026-11-20T17:01'), at('2026-11-23T09:15')];
    const between = serviceTimeBetween(from, to, eachDay, shanghai);
    expect(between).toBe(minutes(59 + 570 * 2 + 45));
    expect(addServiceTime(from, between, eachDay, shanghai)).toEqual(to);
    expect(serviceTimeBetween(to, from, eachDay, shanghai)).toBe(0);
    expect(serviceTimeBetween(at('2026-11-20T18:00'), at('2026-11-21T08:30'), eachDay, shanghai)).toBe(0);
  });
});

describe('the limit for the first answer, opened on Friday at 17:45', () => {
  it.each<[Kind, Urgency, string, string]>([
    ['complaint', 'normal', 'P5a', '2026-11-22T17:45'],
    ['suggestion', 'normal', 'P5b', '2026-11-27T17:45'],
    ['inquiry', 'normal', 'P5c', '2026-11-21T17:45'],
    ['repair', 'normal', 'P5d', '2026-11-21T09:15'],
    ['repair', 'high', 'P5d', '2026-11-21T08:45'],
    ['complaint', 'high', 'P5a', '2026-11-22T17:45'],
    ['repair', 'emergency', 'P5e', '2026-11-20T17:50'],
    ['complaint', 'emergency', 'P5e', '2026-11-20T17:50'],
    ['praise', 'normal', 'P5b', '2026-11-27T17:45'],
  ])('%s, %s: %s, by %s', (kind, urgency, clause, dueAt) => {
    const limit = firstResponseLimit(defaultPolicy, { kind, urgency }, at('2026-11-20T17:45'), shanghai);
    expect(limit).toEqual({ clause, dueAt: at(dueAt) });
  });

  it('is five minutes in an emergency at night, too, over the end of the year', () => {
    const limit = firstResponseLimit(
      defaultPolicy,
      { kind: 'repair', urgency: 'emergency' },
      at('2026-12-31T23:57'),
      shanghai,
    );
    expect(limit).toEqual({ clause: 'P5e', dueAt: at('2027-01-01T00:02') });
  });

  it('is none where the policy asks for none', () => {
    const policy: Policy = { ...defaultPolicy, firstResponse: { ...defaultPolicy.firstResponse, praise: null } };
    expect(
      firstResponseLimit(policy, { kind: 'praise', urgency: 'normal' }, at('2026-11-20T12:00'), shanghai),
    ).toBeNull();
  });

  it('is followed by a word every 48 hours, and by what was promised', () => {
    const from = at('2026-12-30T12:00');
    expect(progressLimit(defaultPolicy, from, shanghai)).toEqual({ clause: 'P5f', dueAt: at('2027-01-01T12:00') });
    expect(promiseLimit(defaultPolicy, from)).toEqual({ clause: 'P5g', dueAt: from });
  });
});

describe('reminders at one half and four fifths of a limit', () => {
  const remind = (clause: string, from: string, due: string, policy = defaultPolicy): Date[] =>
    reminderTimes(policy, clause, at(from), at(due), shanghai);

  it('of a day and night', () => {
    expect(remind('P5c', '2026-11-20T10:00', '2026-11-21T10:00')).toEqual([
      at('2026-11-20T22:00'),
      new Date('2026-11-20T21:12:00.000Z'),
    ]);
  });

  it('of a repair reported in the evening: in the morning, not at night', () => {
    expect(remind('P5d', '2026-11-20T20:00', '2026-11-21T09:30')).toEqual([
      at('2026-11-21T09:00'),
      at('2026-11-21T09:18'),
    ]);
  });

  it('of a repair over closing: the half is at closing, the rest in the morning', () => {
    expect(remind('P5d', '2026-11-20T17:30', '2026-11-21T09:00')).toEqual([
      at('2026-11-20T18:00'),
      at('2026-11-21T08:48'),
    ]);
  });

  it('of five minutes', () => {
    const from = at('2026-12-31T23:58');
    const times = reminderTimes(defaultPolicy, 'P5e', from, new Date(from.getTime() + minutes(5)), shanghai);
    expect(times.map((time) => time.getTime() - from.getTime())).toEqual([150_000, 240_000]);
  });

  it('of no time at all: none', () => {
    expect(remind('P5g', '2026-11-20T10:00', '2026-11-20T10:00')).toEqual([]);
    expect(remind('P5g', '2026-11-20T10:00', '2026-11-20T09:00')).toEqual([]);
  });

  it('come in order and once, however the policy lists them', () => {
    const policy = { ...defaultPolicy, remindAtShares: [0.8, 0.5, 0.8] };
    expect(remind('P5g', '2026-11-20T10:00', '2026-11-20T20:00', policy)).toEqual([
      at('2026-11-20T15:00'),
      at('2026-11-20T18:00'),
    ]);
  });
});

describe('quiet hours from 22:00 to 08:00', () => {
  const quiet = { startsAt: '22:00', endsAt: '08:00' };
  it.each([
    ['by day', '2026-11-20T12:00', '2026-11-20T12:00'],
    ['a minute before', '2026-11-20T21:59', '2026-11-20T21:59'],
    ['at their start', '2026-11-20T22:00', '2026-11-21T08:00'],
    ['at midnight', '2026-11-21T00:00', '2026-11-21T08:00'],
    ['at their last minute', '2026-11-21T07:59', '2026-11-21T08:00'],
    ['at their end', '2026-11-21T08:00', '2026-11-21T08:00'],
    ['on New Year’s Eve', '2026-12-31T23:59', '2027-01-01T08:00'],
  ])('%s: %s becomes %s', (_, said, then) => {
    expect(civilTime(at(said), quiet, shanghai)).toEqual(at(then));
  });

  it('may lie within a day, or be none', () => {
    const noon = { startsAt: '12:00', endsAt: '14:00' };
    expect(civilTime(at('2026-11-20T12:00'), noon, shanghai)).toEqual(at('2026-11-20T14:00'));
    expect(civilTime(at('2026-11-20T14:00'), noon, shanghai)).toEqual(at('2026-11-20T14:00'));
    const never = { startsAt: '00:00', endsAt: '00:00' };
    expect(civilTime(at('2026-11-20T00:00'), never, shanghai)).toEqual(at('2026-11-20T00:00'));
  });

  it('end by the wall on the night when the clocks change', () => {
    const night = new Date('2026-03-07T23:00:00-05:00');
    expect(civilTime(night, quiet, newYork)).toEqual(new Date('2026-03-08T08:00:00-04:00'));
  });
});

describe('a policy as data', () => {
  it('accepts the default', () => {
    expect(policySchema.parse(structuredClone(defaultPolicy))).toEqual(defaultPolicy);
  });

  it.each<[string, Partial<Policy>]>([
    ['service hours that close before they open', { serviceHours: { ...eachDay, opensAt: '19:00' } }],
    ['a time that no clock shows', { quietHours: { startsAt: '25:00', endsAt: '08:00' } }],
    ['no service day at all', { serviceHours: { ...eachDay, weekdays: [] } }],
    ['a reminder after the limit', { remindAtShares: [1.2] }],
    ['one clause in two kinds of time', { progress: { clause: 'P5d', withinMinutes: 60, counts: 'calendar' } }],
  ])('refuses %s', (_, wrong) => {
    expect(policySchema.safeParse({ ...defaultPolicy, ...wrong }).success).toBe(false);
  });
});
