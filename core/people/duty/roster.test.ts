import { describe, expect, it } from 'vitest';
import { backAt, isAbsent } from './absence.ts';
import { callOrder, type CallList } from './call-order.ts';
import { dutyBetween, onDuty, type Change, type MannedStretch, type Shift } from './roster.ts';

const shift = (id: string, more: Partial<Shift> = {}): Shift => ({
  id,
  personId: id,
  role: null,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  startsAt: '08:30',
  endsAt: '18:00',
  position: 0,
  ...more,
});
const day = shift('day');
const night = shift('night', { startsAt: '18:00', endsAt: '08:30' });
const change = (shiftId: string, on: string, personId: string | null): Change => ({ shiftId, day: on, personId });

describe('who is on duty', () => {
  it.each<{ told: string; shifts: Shift[]; changes?: Change[]; at: string; who: string[] }>([
    { told: 'at the minute a shift begins', shifts: [day, night], at: '2026-11-23T08:30', who: ['day'] },
    { told: 'a minute before', shifts: [day, night], at: '2026-11-23T08:29', who: ['night'] },
    { told: 'when one ends, it is the next one', shifts: [day, night], at: '2026-11-23T18:00', who: ['night'] },
    { told: 'at 23:59', shifts: [day, night], at: '2026-11-23T23:59', who: ['night'] },
    { told: 'at midnight', shifts: [day, night], at: '2026-11-24T00:00', who: ['night'] },
    { told: 'nobody, in a gap', shifts: [day], at: '2026-11-23T20:00', who: [] },
    {
      told: 'in the night from Sunday to Monday, who began on Sunday',
      shifts: [shift('sun', { weekdays: [7], startsAt: '20:00', endsAt: '06:00' })],
      at: '2026-11-30T05:59',
      who: ['sun'],
    },
    {
      told: 'on Monday night nobody, when only Sunday has a night shift',
      shifts: [shift('sun', { weekdays: [7], startsAt: '20:00', endsAt: '06:00' })],
      at: '2026-11-30T22:00',
      who: [],
    },
    {
      told: 'round the clock, a shift that ends when it starts',
      shifts: [shift('all', { weekdays: [2], startsAt: '09:00', endsAt: '09:00' })],
      at: '2026-11-25T08:59',
      who: ['all'],
    },
    {
      told: 'the first before the second position',
      shifts: [shift('second', { position: 1 }), shift('first')],
      at: '2026-11-23T10:00',
      who: ['first', 'second'],
    },
    {
      told: 'whoever takes the shift on that day',
      shifts: [day],
      changes: [change('day', '2026-11-23', 'lao-wang')],
      at: '2026-11-23T10:00',
      who: ['lao-wang'],
    },
    {
      told: 'the regular one on the day after',
      shifts: [day],
      changes: [change('day', '2026-11-23', 'lao-wang')],
      at: '2026-11-24T10:00',
      who: ['day'],
    },
    {
      told: 'nobody, where the shift is left unmanned',
      shifts: [day],
      changes: [change('day', '2026-11-23', null)],
      at: '2026-11-23T10:00',
      who: [],
    },
    {
      told: 'after midnight, whoever took the night that began the day before',
      shifts: [night],
      changes: [change('night', '2026-11-23', 'lao-wang')],
      at: '2026-11-24T03:00',
      who: ['lao-wang'],
    },
    {
      told: 'two who swapped, each in the place of the other',
      shifts: [day, night],
      changes: [change('day', '2026-11-23', 'night'), change('night', '2026-11-24', 'day')],
      at: '2026-11-24T20:00',
      who: ['day'],
    },
    { told: 'on the last night of the year', shifts: [day, night], at: '2027-01-01T00:30', who: ['night'] },
    { told: 'on leap day', shifts: [shift('tue', { weekdays: [2] })], at: '2028-02-29T12:00', who: ['tue'] },
  ])('$told', ({ shifts, changes = [], at, who }) => {
    const found = onDuty({ shifts, changes }, new Date(`${at}:00+08:00`), 'Asia/Shanghai');
    expect(found.map(({ personId }) => personId)).toEqual(who);
  });

  it.each([
    ['an hour longer in the night when the clocks go back', '2026-10-31', 10],
    ['an hour shorter in the night when they go forward', '2026-03-07', 8],
    ['as long as ever in other nights', '2026-11-10', 9],
  ])('is %s', (_, on, hours) => {
    const roster = { shifts: [shift('n', { startsAt: '22:00', endsAt: '07:00' })], changes: [] };
    const noon = new Date(`${on}T12:00:00-05:00`);
    const tomorrow = new Date(noon.getTime() + 86_400_000);
    const stretch = dutyBetween(roster, noon, tomorrow, 'America/New_York').find((one) => one.day === on);
    expect(((stretch?.until.getTime() ?? 0) - (stretch?.from.getTime() ?? 0)) / 3_600_000).toBe(hours);
  });

  it('is listed shift by shift, also where nobody takes one', () => {
    const [from, until] = [new Date('2026-11-23T12:00:00+08:00'), new Date('2026-11-24T12:00:00+08:00')];
    const roster = { shifts: [day, night], changes: [change('day', '2026-11-24', null)] };
    const listed = dutyBetween(roster, from, until, 'Asia/Shanghai').map((one) => [one.day, one.personId]);
    expect(listed).toEqual([
      ['2026-11-23', 'day'],
      ['2026-11-23', 'night'],
      ['2026-11-24', null],
    ]);
  });
});

describe('who is away', () => {
  const at = (time: string): Date => new Date(`2026-11-${time}:00+08:00`);
  const absences = [
    { personId: 'li', fromAt: at('25T00:00'), untilAt: at('26T00:00') },
    { personId: 'li', fromAt: at('26T00:00'), untilAt: at('27T12:00') },
    { personId: 'wang', fromAt: at('20T00:00'), untilAt: at('30T00:00') },
  ];
  it.each([
    ['the minute before', '24T23:59', null],
    ['at the first minute', '25T00:00', '27T12:00'],
    ['over the midnight between two absences', '26T00:00', '27T12:00'],
    ['at the last minute', '27T11:59', '27T12:00'],
    ['back at the very instant', '27T12:00', null],
  ])('%s', (_, now, back) => {
    expect(isAbsent(absences, 'li', at(now))).toBe(back !== null);
    expect(backAt(absences, 'li', at(now))).toEqual(back === null ? null : at(back));
  });
});

describe('who is called one after the other when somebody is trapped in a lift', () => {
  const on = (personId: string, role: Shift['role'], position = 0, from = '08:30'): MannedStretch => ({
    shiftId: personId,
    day: '2026-11-23',
    personId,
    role,
    position,
    from: new Date(`2026-11-23T${from}:00+08:00`),
    until: new Date('2026-11-24T08:30:00+08:00'),
  });
  const nobody: CallList = { onDuty: [], coming: [], deputies: [], managers: [], others: [] };
  const everybody: CallList = {
    onDuty: [on('second', 'maintenance', 1), on('guard', 'security'), on('first', 'maintenance')],
    coming: [on('evening', 'maintenance', 0, '18:00'), on('late', 'maintenance', 0, '20:00')],
    deputies: [
      { personId: 'deputy', role: null },
      { personId: 'engineer', role: 'maintenance' },
    ],
    managers: ['boss', 'first'],
    others: ['sweeper'],
  };
  it.each<{ told: string; list: CallList; order: string[] }>([
    {
      told: 'duty by position, others on duty, the next shift, deputies, managers; each once',
      list: everybody,
      order: ['first', 'second', 'guard', 'evening', 'engineer', 'deputy', 'boss'],
    },
    {
      told: 'whoever is on duty for whatever comes, like a technician',
      list: { ...nobody, onDuty: [on('any', null), on('guard', 'security')], managers: ['boss'] },
      order: ['any', 'guard', 'boss'],
    },
    {
      told: 'only the guard is on duty: the guard',
      list: { ...nobody, onDuty: [on('guard', 'security')], managers: ['boss'] },
      order: ['guard', 'boss'],
    },
    {
      told: 'nobody on duty: the deputies, then the managers, and not whoever comes on later',
      list: { ...everybody, onDuty: [] },
      order: ['engineer', 'deputy', 'boss+first'],
    },
    { told: 'neither duty nor deputy nor manager: everybody', list: { ...nobody, others: ['a', 'b'] }, order: ['a+b'] },
    { told: 'an office with nobody', list: nobody, order: [] },
  ])('$told', ({ list, order }) => {
    const called = callOrder(list, ['maintenance']).map((step) => step.map(({ personId }) => personId).join('+'));
    expect(called).toEqual(order);
  });
});
