import { describe, expect, it } from 'vitest';
import { reviewDue } from './due.ts';

const shanghai = { on: '01-10', timeZone: 'Asia/Shanghai', foundedAt: new Date('2020-01-01T00:00:00Z') };
const yearAt = (now: string, asked: Partial<Parameters<typeof reviewDue>[1]> = {}): number | null =>
  reviewDue(new Date(now), { ...shanghai, ...asked })?.year ?? null;

describe('the yearly review', () => {
  it.each([
    ['the evening before', '2027-01-09T23:59:00+08:00', {}, null],
    ['a minute before nine', '2027-01-10T08:59:00+08:00', {}, null],
    ['at nine', '2027-01-10T09:00:00+08:00', {}, 2027],
    ['a month late, because nothing ran', '2027-02-10T08:59:00+08:00', {}, 2027],
    ['later than that: not any more', '2027-02-10T09:00:00+08:00', {}, null],
    ['on New Year’s Eve', '2026-12-31T23:59:00+08:00', {}, null],
    [
      'nine o’clock in New York is not yet nine in Los Angeles',
      '2027-01-10T14:00:00Z',
      { timeZone: 'America/Los_Angeles' },
      null,
    ],
    ['nine o’clock in New York', '2027-01-10T14:00:00Z', { timeZone: 'America/New_York' }, 2027],
    ['due on 28 December, told in the new year', '2027-01-05T10:00:00+08:00', { on: '12-28' }, 2026],
    ['29 February of a leap year', '2028-02-28T12:00:00+08:00', { on: '02-29' }, null],
    ['29 February of a leap year, at nine', '2028-02-29T09:00:00+08:00', { on: '02-29' }, 2028],
    ['29 February of another year is the 28th', '2027-02-28T09:00:00+08:00', { on: '02-29' }, 2027],
    [
      'three months old on that day',
      '2027-01-10T09:00:00+08:00',
      { foundedAt: new Date('2026-10-10T12:00:00+08:00') },
      2027,
    ],
    ['a day less', '2027-01-10T09:00:00+08:00', { foundedAt: new Date('2026-10-11T00:00:00+08:00') }, null],
    [
      'nor when it is old enough later',
      '2027-01-20T09:00:00+08:00',
      { foundedAt: new Date('2026-10-11T00:00:00+08:00') },
      null,
    ],
  ])('%s', (_told, now, asked, year) => expect(yearAt(now, asked)).toBe(year));

  it('is about the calendar year before, on the estate’s wall', () => {
    expect(reviewDue(new Date('2029-01-10T09:00:00+08:00'), shanghai)?.past).toEqual({
      year: 2028,
      from: new Date('2028-01-01T00:00:00+08:00'),
      to: new Date('2029-01-01T00:00:00+08:00'),
    });
  });
});
