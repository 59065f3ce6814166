import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../policy/default-policy.ts';
import { serviceCalendar } from '../policy/time/calendar.ts';
import { nextTime, repeatSchema } from './repeat.ts';
import { readRepeat } from './repeat-words.ts';

describe('what managers say about repeating', () => {
  const day = (at = '09:00', only = 'all') => ({ every: 'day', only, at });
  const on = (kind: string, nth: number, weekday?: number) =>
    weekday === undefined ? { kind, nth } : { kind, nth, weekday };
  it.each([
    ['每天 9:00', day()],
    ['每日 下午3点半', day('15:30')],
    ['每天', day()],
    ['每个工作日 8:30', day('08:30', 'working')],
    ['每周一 8:30', { every: 'week', weekdays: [1], at: '08:30' }],
    ['每週一、三、五 20:00', { every: 'week', weekdays: [1, 3, 5], at: '20:00' }],
    ['每星期天晚上8点', { every: 'week', weekdays: [7], at: '20:00' }],
    ['每周末10点', { every: 'week', weekdays: [6, 7], at: '10:00' }],
    ['每月15日 9:00', { every: 'month', on: on('date', 15), at: '09:00' }],
    ['每个月的15号上午十点', { every: 'month', on: on('date', 15), at: '10:00' }],
    ['每月最后一天', { every: 'month', on: on('date', -1), at: '09:00' }],
    ['每月底 17:00', { every: 'month', on: on('date', -1), at: '17:00' }],
    ['每月最后一个工作日 9:00', { every: 'month', on: on('working', -1), at: '09:00' }],
    ['每月第二个周六 10:00', { every: 'month', on: on('weekday', 2, 6), at: '10:00' }],
    ['每月最後一個星期五', { every: 'month', on: on('weekday', -1, 5), at: '09:00' }],
    ['每季度第一个工作日', { every: 'quarter', on: on('working', 1), at: '09:00' }],
    ['每季度末 16:00', { every: 'quarter', on: on('date', -1), at: '16:00' }],
    ['每季度 10:00', { every: 'quarter', on: on('date', 1), at: '10:00' }],
    ['每年1月1日 8:00', { every: 'year', month: 1, on: on('date', 1), at: '08:00' }],
    ['每年二月底', { every: 'year', month: 2, on: on('date', -1), at: '09:00' }],
    ['every day at 9:00', day()],
    ['daily 7 pm', day('19:00')],
    ['every working day 8:30', day('08:30', 'working')],
    ['every Monday at 8:30', { every: 'week', weekdays: [1], at: '08:30' }],
    ['weekly on Tuesday and Thursday, 18:00', { every: 'week', weekdays: [2, 4], at: '18:00' }],
    ['the last working day of every month 9:00', { every: 'month', on: on('working', -1), at: '09:00' }],
    ['every month on the 15th', { every: 'month', on: on('date', 15), at: '09:00' }],
    ['second Saturday of every month 10:00', { every: 'month', on: on('weekday', 2, 6), at: '10:00' }],
    ['first working day of every quarter', { every: 'quarter', on: on('working', 1), at: '09:00' }],
    ['every year on 1 January', { every: 'year', month: 1, on: on('date', 1), at: '09:00' }],
  ])('%s', (said, meant) => {
    expect(readRepeat(said)).toEqual(meant);
    expect(repeatSchema.parse(readRepeat(said))).toEqual(meant);
  });

  it.each([
    '明天 9:00',
    '有空的时候',
    '每月32日',
    '每月0日',
    '每周八',
    '每天 25:00',
    '每年13月1日',
    'every now and then',
    '',
  ])('%j is no repeating', (said) => expect(readRepeat(said)).toBeNull());
});

describe('when it is time again', () => {
  const calendar = serviceCalendar(defaultPolicy, 'Asia/Shanghai');
  it.each([
    // 2026: 31 January is a Saturday, National Day lasts from 1 to 7 October, and 10 October is worked on.
    ['每天 9:00', '2026-03-01T08:59', '2026-03-01T09:00'],
    ['每天 9:00', '2026-03-01T09:00', '2026-03-02T09:00'],
    ['每天 0:00', '2026-12-31T23:59', '2027-01-01T00:00'],
    ['每个工作日 9:00', '2026-09-30T10:00', '2026-10-08T09:00'],
    ['每个工作日 9:00', '2026-10-09T10:00', '2026-10-10T09:00'],
    ['每周一 8:30', '2026-11-23T08:30', '2026-11-30T08:30'],
    ['每月最后一个工作日 9:00', '2026-01-01T00:00', '2026-01-30T09:00'],
    ['每月最后一个工作日 9:00', '2026-01-30T09:00', '2026-02-28T09:00'],
    ['每季度第一个工作日 9:00', '2026-07-02T09:00', '2026-10-08T09:00'],
    ['每季度末 16:00', '2026-11-01T00:00', '2026-12-31T16:00'],
    ['每月31日 9:00', '2026-02-01T00:00', '2026-02-28T09:00'],
    ['每月31日 9:00', '2028-02-01T00:00', '2028-02-29T09:00'],
    ['每年2月29日 9:00', '2026-03-01T00:00', '2027-02-28T09:00'],
    ['每年2月29日 9:00', '2027-03-01T00:00', '2028-02-29T09:00'],
    ['每年1月1日 8:00', '2026-01-01T08:00', '2027-01-01T08:00'],
    ['每月第二个周六 10:00', '2026-11-14T10:00', '2026-12-12T10:00'],
    ['每月最后一个周五 10:00', '2026-12-25T10:00', '2027-01-29T10:00'],
  ])('%s, after %s: %s', (said, after, next) => {
    const repeat = readRepeat(said);
    if (!repeat) throw new Error('not read');
    expect(nextTime(repeat, new Date(`${after}:00+08:00`), calendar, 'Asia/Shanghai')).toEqual(
      new Date(`${next}:00+08:00`),
    );
  });

  it.each([
    ['every day at 02:30', '2026-03-28T12:00:00Z', '2026-03-29T01:30:00.000Z'],
    ['every day at 9:00', '2026-03-28T12:00:00Z', '2026-03-29T07:00:00.000Z'],
    ['every day at 02:30', '2026-10-24T12:00:00Z', '2026-10-25T00:30:00.000Z'],
    ['every day at 02:30', '2026-10-25T00:30:00Z', '2026-10-26T01:30:00.000Z'],
  ])('in Berlin, where clocks are changed: %s, after %s: %s', (said, after, next) => {
    const repeat = readRepeat(said);
    if (!repeat) throw new Error('not read');
    const berlin = serviceCalendar(defaultPolicy, 'Europe/Berlin');
    expect(nextTime(repeat, new Date(after), berlin, 'Europe/Berlin').toISOString()).toBe(next);
  });
});
