import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../policy/default-policy.ts';
import { serviceCalendar } from '../policy/time/calendar.ts';
import { readRepeat } from './repeat-words.ts';
import { isWorthless, remindSecondAt, timingOf } from './timing.ts';

const timeZone = 'Asia/Shanghai';
const rules = { policy: defaultPolicy, calendar: serviceCalendar(defaultPolicy, timeZone), timeZone };
const at = (wall: string): Date => new Date(`${wall}+08:00`);
const day = 86_400_000;

describe('when a notice goes out', () => {
  const plain = { level: 'routine', sendAt: null, repeat: null, effectiveAt: null } as const;
  it.each([
    { told: 'by day, two minutes later', now: '2026-11-23T10:00:00', want: plain, sent: '2026-11-23T10:02:00' },
    {
      told: 'at a time that was wanted',
      now: '2026-11-23T10:00:00',
      want: { ...plain, sendAt: at('2026-11-24T08:30:00') },
      sent: '2026-11-24T08:30:00',
    },
    {
      told: 'wanted in less than two minutes',
      now: '2026-11-23T10:00:00',
      want: { ...plain, sendAt: at('2026-11-23T10:01:00') },
      sent: '2026-11-23T10:02:00',
    },
    {
      told: 'at night, in the morning',
      now: '2026-11-23T23:00:00',
      want: plain,
      sent: '2026-11-24T08:00:00',
      quiet: '2026-11-23T23:02:00',
    },
    {
      told: 'two minutes before ten, just in time for the night',
      now: '2026-11-23T21:58:00',
      want: plain,
      sent: '2026-11-24T08:00:00',
      quiet: '2026-11-23T22:00:00',
    },
    {
      told: 'on the last night of the year',
      now: '2026-12-31T23:59:00',
      want: plain,
      sent: '2027-01-01T08:00:00',
      quiet: '2027-01-01T00:01:00',
    },
    {
      told: 'an emergency at night, at once',
      now: '2026-11-23T23:00:00',
      want: { ...plain, level: 'emergency' as const },
      sent: '2026-11-23T23:00:00',
    },
    {
      told: 'a repeating one, at its next time',
      now: '2026-11-23T10:00:00',
      want: { ...plain, repeat: readRepeat('每月底 9:00') },
      sent: '2026-11-30T09:00:00',
    },
  ])('$told', ({ now, want, sent, quiet }) => {
    const timing = timingOf(want, rules, at(now));
    expect(timing.at).toEqual(at(sent));
    expect(timing.quietFrom).toEqual(quiet === undefined ? null : at(quiet));
    expect(timing.canBeTakenBack).toBe(sent > now);
  });

  it.each([
    { told: 'wanted at this very instant', sendAt: at('2026-11-23T10:00:00'), isLate: false },
    { told: 'wanted a second ago', sendAt: at('2026-11-23T09:59:59'), isLate: true },
    { told: 'wanted as soon as may be', sendAt: null, isLate: false },
  ])('$told: late is $isLate', ({ sendAt, isLate }) => {
    expect(timingOf({ ...plain, sendAt }, rules, at('2026-11-23T10:00:00')).isLate).toBe(isLate);
  });

  it.each([
    { told: 'a week and more before it holds', effectiveAt: at('2026-12-01T00:00:00'), missing: null },
    { told: 'exactly a week before', effectiveAt: at('2026-11-30T10:02:00'), missing: null },
    { told: 'a day too late', effectiveAt: at('2026-11-29T10:02:00'), missing: day },
    { told: 'when nothing begins to hold', effectiveAt: null, missing: null },
  ])('told $told (P8c)', ({ effectiveAt, missing }) => {
    expect(timingOf({ ...plain, effectiveAt }, rules, at('2026-11-23T10:00:00')).leadMissing).toBe(missing);
  });
});

describe('when the managers are reminded that a second one has to agree', () => {
  it.each([
    { told: 'half an hour later', level: 'important', now: '2026-11-23T10:00:00', at: '2026-11-23T10:30:00' },
    { told: 'at night, in the morning', level: 'important', now: '2026-11-23T21:40:00', at: '2026-11-24T08:00:00' },
    { told: 'of an emergency at once', level: 'emergency', now: '2026-11-23T23:58:00', at: '2026-11-24T00:03:00' },
  ] as const)('$told', ({ level, now, at: when }) => {
    expect(remindSecondAt(level, rules, at(now))).toEqual(at(when));
  });
});

describe('whether a notice is still worth sending', () => {
  const due = at('2026-11-23T10:00:00');
  it.each([
    { told: 'at its time', now: due, endsAt: null, is: false },
    { told: 'twelve hours later', now: at('2026-11-23T22:00:00'), endsAt: null, is: false },
    { told: 'a second after that', now: at('2026-11-23T22:00:01'), endsAt: null, is: true },
    { told: 'at the very instant at which it is over', now: due, endsAt: due, is: true },
    { told: 'a minute before that', now: due, endsAt: at('2026-11-23T10:01:00'), is: false },
  ])('$told: not any more is $is', ({ now, endsAt, is }) => {
    expect(isWorthless({ endsAt }, due, now)).toBe(is);
  });
});
