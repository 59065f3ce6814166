import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serviceCalendar, type ServiceCalendar } from './calendar.ts';
import { defaultPolicyDocument } from '../default-policy.ts';
import { policySchema, type PolicyDocument } from '../policy.ts';

const shanghai = 'Asia/Shanghai';
const newYork = 'America/New_York';
const minutes = (count: number): number => count * 60_000;
/** A wall time in Shanghai. */
const at = (wall: string): Date => new Date(`${wall}:00+08:00`);

type Written = PolicyDocument['calendar'];

function calendarOf(change: Partial<Written>, timeZone = shanghai): ServiceCalendar {
  const { calendar } = defaultPolicyDocument;
  return serviceCalendar(
    policySchema.parse({ ...defaultPolicyDocument, calendar: { ...calendar, ...change } }),
    timeZone,
  );
}

const weekOf = (workday: string[], weekend = workday): Written['week'] => ({
  mon: workday,
  tue: workday,
  wed: workday,
  thu: workday,
  fri: workday,
  sat: weekend,
  sun: weekend,
});
const eachDay = calendarOf({});
const workdays = { week: weekOf(['08:30-18:00'], []), onHolidays: [] };

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
    ['in the last night of the year', '2026-12-31T23:59', '2027-01-01T09:30'],
    ['on the eve of a leap day', '2028-02-28T17:30', '2028-02-29T09:00'],
    ['on a leap day', '2028-02-29T17:30', '2028-03-01T09:00'],
    ['where there is no leap day', '2027-02-28T17:30', '2027-03-01T09:00'],
  ])('%s: from %s to %s', (_, from, to) => {
    expect(eachDay.add(at(from), minutes(60), 'service')).toEqual(at(to));
  });

  it.each([
    ['over a weekend', 60, '2026-11-20T17:30', '2026-11-23T09:00'],
    ['from a Sunday', 60, '2026-11-22T12:00', '2026-11-23T09:30'],
    ['over more than a week', 6 * 570, '2026-11-20T08:30', '2026-11-27T18:00'],
    ['over a whole year of workdays', 247 * 570, '2026-01-05T08:30', '2026-12-31T18:00'],
  ])('%s, where only workdays count', (_, count, from, to) => {
    expect(calendarOf(workdays).add(at(from), minutes(count), 'service')).toEqual(at(to));
  });

  it('is at once, or at the next opening, when no time is to pass', () => {
    expect(eachDay.add(at('2026-11-20T09:00'), 0, 'service')).toEqual(at('2026-11-20T09:00'));
    expect(eachDay.add(at('2026-11-20T08:30'), 0, 'service')).toEqual(at('2026-11-20T08:30'));
    expect(eachDay.add(at('2026-11-20T20:00'), 0, 'service')).toEqual(at('2026-11-21T08:30'));
    expect(eachDay.add(at('2026-12-31T18:00'), 0, 'service')).toEqual(at('2027-01-01T08:30'));
  });

  it('is an hour of the clock where every minute counts', () => {
    expect(eachDay.add(at('2026-12-31T23:30'), minutes(60), 'calendar')).toEqual(at('2027-01-01T00:30'));
    expect(eachDay.between(at('2026-12-31T23:30'), at('2027-01-01T00:30'), 'calendar')).toBe(minutes(60));
  });

  it.each([
    // New York's clocks skip 02:00–03:00 on 8 March and show 01:00–02:00 twice on 1 November.
    ['opens by the new clock in spring', '2026-03-07T17:30:00-05:00', '2026-03-08T09:00:00-04:00', '08:30-18:00'],
    ['opens by the old clock in autumn', '2026-10-31T17:30:00-04:00', '2026-11-01T09:00:00-05:00', '08:30-18:00'],
    ['counts what passes in spring', '2026-03-08T01:30:00-05:00', '2026-03-08T03:30:00-04:00', '00:00-18:00'],
    ['counts both hours in autumn', '2026-11-01T01:30:00-04:00', '2026-11-01T01:30:00-05:00', '00:00-18:00'],
    ['never closes', '2026-03-07T23:30:00-05:00', '2026-03-08T00:30:00-05:00', '00:00-24:00'],
    ['never closes in the night of spring', '2026-03-08T01:30:00-05:00', '2026-03-08T03:30:00-04:00', '00:00-24:00'],
    ['opens at a time that is skipped', '2026-03-08T00:00:00-05:00', '2026-03-08T04:30:00-04:00', '02:30-18:00'],
    ['closes at a time that is skipped', '2026-03-08T01:00:00-05:00', '2026-03-08T03:00:00-04:00', '01:00-02:30'],
    ['closes at a time that is shown twice', '2026-11-01T00:30:00-04:00', '2026-11-01T01:30:00-04:00', '00:00-01:30'],
  ])('%s', (_, from, to, hours) => {
    const windows = [hours];
    const calendar = calendarOf({ holidays: null, week: weekOf(windows), onHolidays: windows }, newYork);
    expect(calendar.add(new Date(from), minutes(60), 'service')).toEqual(new Date(to));
  });

  it('is counted once where clocks that are put forward push one window into the next', () => {
    const windows = ['01:00-02:15', '02:30-02:45', '03:00-04:00'];
    const calendar = calendarOf({ holidays: null, week: weekOf(windows) }, newYork);
    const [from, to] = [new Date('2026-03-08T00:00:00-05:00'), new Date('2026-03-08T12:00:00-04:00')];
    expect(calendar.between(from, to, 'service')).toBe(minutes(120));
  });

  it.each([
    ['over noon', '2026-11-20T11:30', '2026-11-20T14:00'],
    ['in the break', '2026-11-20T12:30', '2026-11-20T14:30'],
    ['from the end of the break', '2026-11-20T13:30', '2026-11-20T14:30'],
    ['over the evening', '2026-11-20T17:30', '2026-11-20T20:00'],
    ['up to the last minute', '2026-11-20T22:59', '2026-11-20T23:59'],
    ['beyond the last minute', '2026-11-20T23:58', '2026-11-21T09:29'],
  ])('%s, where the office opens three times a day', (_, from, to) => {
    const windows = ['08:30-12:00', '13:30-18:00', '19:30-23:59'];
    expect(calendarOf({ week: weekOf(windows) }).add(at(from), minutes(60), 'service')).toEqual(at(to));
  });

  it('is an hour of the clock where the office never opens', () => {
    const calendar = calendarOf({ week: {}, onHolidays: [], onMakeUpDays: [] });
    expect(calendar.add(at('2026-11-20T23:30'), minutes(60), 'service')).toEqual(at('2026-11-21T00:30'));
    expect(calendar.between(at('2026-11-20T23:30'), at('2026-11-21T00:30'), 'service')).toBe(minutes(60));
    expect(calendar.isOpen(at('2026-11-20T12:00'))).toBe(false);
  });
});

describe('the holidays of China, where only workdays count', () => {
  it.each([
    ['on the eve of National Day: after the whole week', '2026-09-30T17:30', '2026-10-08T09:00'],
    ['in the middle of that week', '2026-10-03T12:00', '2026-10-08T09:30'],
    ['on a Friday before a make-up Saturday', '2026-10-09T17:30', '2026-10-10T09:00'],
    ['on that Saturday', '2026-10-10T17:30', '2026-10-12T09:00'],
    ['before a make-up Sunday', '2026-09-19T10:00', '2026-09-20T09:30'],
    ['on the make-up Saturday before Spring Festival', '2026-02-14T17:30', '2026-02-24T09:00'],
    ['over New Year, into a year that is not known yet', '2026-12-31T17:30', '2027-01-01T09:00'],
    ['on a weekend of that year', '2027-01-02T12:00', '2027-01-04T09:30'],
  ])('an hour %s: from %s to %s', (_, from, to) => {
    expect(calendarOf(workdays).add(at(from), minutes(60), 'service')).toEqual(at(to));
  });

  it('a limit of three working days ends after the holidays in which it would have ended', () => {
    expect(calendarOf(workdays).add(at('2026-09-29T18:00'), minutes(3 * 570), 'service')).toEqual(
      at('2026-10-09T18:00'),
    );
  });

  it.each([
    ['2026-10-01', 'holiday', '国庆节', 0],
    ['2026-10-10', 'make_up', '国庆节', 1],
    ['2026-02-16', 'holiday', '春节', 0],
    ['2026-11-20', 'week', null, 1],
    ['2026-11-21', 'week', null, 0],
    ['2027-01-01', 'week', null, 1],
    ['2026-12-24', 'override', 'stocktaking', 1],
    ['2026-10-02', 'override', 'many move in', 1],
  ])('%s is a day of the kind %s (%s)', (day, kind, name, windows) => {
    const days = {
      '2026-12-24': { open: ['08:30-12:00'], because: 'stocktaking' },
      '2026-10-02': { open: ['10:00-16:00'], because: 'many move in' },
    };
    const calendar = calendarOf({ ...workdays, days });
    expect(calendar.dayKind(day)).toEqual({ kind, name });
    expect(calendar.windowsOn(day)).toHaveLength(windows);
  });

  it('has on make-up days the hours of a Monday, or hours of their own', () => {
    expect(calendarOf(workdays).windowsOn('2026-10-10')).toEqual([{ opensAt: '08:30', closesAt: '18:00' }]);
    expect(calendarOf({ ...workdays, onMakeUpDays: ['09:00-12:00'] }).windowsOn('2026-10-10')).toEqual([
      { opensAt: '09:00', closesAt: '12:00' },
    ]);
    expect(calendarOf({ ...workdays, holidays: null }).windowsOn('2026-10-10')).toEqual([]);
  });

  it('are known for the years whose arrangement is out, and for no others', () => {
    const known = (year: number): boolean => calendarOf(workdays).knowsHolidaysOf(year);
    expect([2003, 2004, 2025, 2026, 2040].map(known)).toEqual([false, true, true, true, false]);
    expect(calendarOf({ holidays: null }).knowsHolidaysOf(2040)).toBe(true);
  });
});

describe('the holidays of other countries', () => {
  it.each([
    ['TW', 'Asia/Taipei', 'Dragon Boat Festival', '2026-06-18T17:30:00+08:00', '2026-06-22T09:00:00+08:00'],
    ['DE', 'Europe/Berlin', 'Christmas and a weekend', '2026-12-24T17:30:00+01:00', '2026-12-28T09:00:00+01:00'],
    ['GB', 'Europe/London', 'days off instead of a weekend', '2027-12-24T17:30:00Z', '2027-12-29T09:00:00Z'],
    ['DE-BY', 'Europe/Berlin', 'a holiday of a part', '2026-01-05T17:30:00+01:00', '2026-01-07T09:00:00+01:00'],
    [
      'IS',
      'Atlantic/Reykjavik',
      'half a holiday, which does not count',
      '2026-12-23T17:30:00Z',
      '2026-12-24T09:00:00Z',
    ],
  ])('%s, %s: %s', (country, timeZone, _, from, to) => {
    const calendar = calendarOf({ ...workdays, holidays: country }, timeZone);
    expect(calendar.add(new Date(from), minutes(60), 'service')).toEqual(new Date(to));
    expect(calendar.knowsHolidaysOf(2026)).toBe(true);
  });

  it('of a country that nobody knows: none', () => {
    expect(calendarOf({ holidays: 'XX' }).knowsHolidaysOf(2026)).toBe(false);
    expect(calendarOf({ holidays: 'XX' }).dayKind('2026-01-01')).toEqual({ kind: 'week', name: null });
  });
});

describe('service time between two instants', () => {
  it('is the same measured backwards', () => {
    const [from, to] = [at('2026-11-20T17:01'), at('2026-11-23T09:15')];
    const between = eachDay.between(from, to, 'service');
    expect(between).toBe(minutes(59 + 570 * 2 + 45));
    expect(eachDay.add(from, between, 'service')).toEqual(to);
    expect(eachDay.between(to, from, 'service')).toBe(0);
    expect(eachDay.between(at('2026-11-20T18:00'), at('2026-11-21T08:30'), 'service')).toBe(0);
  });

  it('is what was added, whenever and however much', () => {
    const calendars = [
      calendarOf({ ...workdays, week: weekOf(['08:30-12:00', '13:30-18:00'], []) }),
      calendarOf({ week: weekOf(['00:00-24:00']) }, newYork),
      calendarOf({ week: weekOf(['01:30-02:30', '22:00-24:00']), holidays: 'US' }, newYork),
    ];
    const first = at('2024-01-01T00:00').getTime();
    assert(
      property(
        constantFrom(...calendars),
        integer({ min: 0, max: 3 * 365 * 24 * 60 }),
        integer({ min: 1, max: minutes(60 * 24 * 400) }),
        (calendar, minute, ms) => {
          const from = new Date(first + minutes(minute));
          const to = calendar.add(from, ms, 'service');
          expect(calendar.between(from, to, 'service')).toBe(ms);
        },
      ),
    );
  });
});

describe('an office that is open from 08:30 to 18:00', () => {
  it.each([
    ['2026-11-20T08:29', false],
    ['2026-11-20T08:30', true],
    ['2026-11-20T17:59', true],
    ['2026-11-20T18:00', false],
    ['2026-11-21T12:00', false],
    ['2026-10-01T12:00', false],
    ['2026-10-10T12:00', true],
  ])('on workdays: at %s, %s', (wall, isOpen) => {
    expect(calendarOf(workdays).isOpen(at(wall))).toBe(isOpen);
  });
});

describe('quiet hours from 22:00 to 08:00', () => {
  it.each([
    ['by day', '2026-11-20T12:00', '2026-11-20T12:00'],
    ['a minute before', '2026-11-20T21:59', '2026-11-20T21:59'],
    ['at their start', '2026-11-20T22:00', '2026-11-21T08:00'],
    ['at midnight', '2026-11-21T00:00', '2026-11-21T08:00'],
    ['at their last minute', '2026-11-21T07:59', '2026-11-21T08:00'],
    ['at their end', '2026-11-21T08:00', '2026-11-21T08:00'],
    ['on New Year’s Eve', '2026-12-31T23:59', '2027-01-01T08:00'],
    ['on New Year’s morning', '2027-01-01T03:00', '2027-01-01T08:00'],
  ])('%s: %s becomes %s', (_, said, then) => {
    expect(eachDay.civil(at(said))).toEqual(at(then));
  });

  it('may lie within a day, begin at midnight, or be none', () => {
    const noon = calendarOf({ quietHours: '12:00-14:00' });
    expect(noon.civil(at('2026-11-20T12:00'))).toEqual(at('2026-11-20T14:00'));
    expect(noon.civil(at('2026-11-20T14:00'))).toEqual(at('2026-11-20T14:00'));
    const night = calendarOf({ quietHours: '24:00-06:00' });
    expect(night.civil(at('2026-11-20T23:59'))).toEqual(at('2026-11-20T23:59'));
    expect(night.civil(at('2026-11-21T00:00'))).toEqual(at('2026-11-21T06:00'));
    const evening = calendarOf({ quietHours: '22:00-24:00' });
    expect(evening.civil(at('2026-11-20T23:00'))).toEqual(at('2026-11-21T00:00'));
    const never = calendarOf({ quietHours: '00:00-00:00' });
    expect(never.civil(at('2026-11-20T00:00'))).toEqual(at('2026-11-20T00:00'));
  });

  it('end by the wall on the nights when the clocks change', () => {
    const calendar = calendarOf({}, newYork);
    expect(calendar.civil(new Date('2026-03-07T23:00:00-05:00'))).toEqual(new Date('2026-03-08T08:00:00-04:00'));
    expect(calendar.civil(new Date('2026-10-31T23:00:00-04:00'))).toEqual(new Date('2026-11-01T08:00:00-05:00'));
  });
});
