import { describe, expect, it } from 'vitest';
import { serviceCalendar } from './time/calendar.ts';
import { defaultPolicy } from './default-policy.ts';
import { newDateAfterBreach, overtaken, planLadder, postponedTo, resumeLimit, type PlannedRung } from './ladder.ts';
import type { Counts, Policy, Rung } from './policy.ts';

const calendar = serviceCalendar(defaultPolicy, 'Asia/Shanghai');
/** A wall time in Shanghai. */
const at = (wall: string): Date => new Date(`${wall}:00+08:00`);

const plan = (ladder: string, counts: Counts, from: string, due: string, policy = defaultPolicy): PlannedRung[] =>
  planLadder(policy, { ladder, counts, dueAt: at(due) }, at(from), calendar);
const said = (rungs: readonly PlannedRung[]): [string, Date][] => rungs.map(({ name, dueAt }) => [name, dueAt]);

describe('reminders at one half and four fifths of a limit', () => {
  const reminders = (counts: Counts, from: string, due: string): Date[] =>
    plan('office', counts, from, due)
      .filter(({ rung }) => rung.tell === 'assignee')
      .map(({ dueAt }) => dueAt);

  it('of a day', () => {
    expect(reminders('calendar', '2026-11-20T09:00', '2026-11-21T09:00')).toEqual([
      at('2026-11-20T21:00'),
      // 04:12 is at night.
      at('2026-11-21T08:00'),
    ]);
  });

  it('of a day and night: both in the morning', () => {
    const eight = at('2026-11-21T08:00');
    expect(reminders('calendar', '2026-11-20T10:00', '2026-11-21T10:00')).toEqual([eight, eight]);
  });

  it('of two hours', () => {
    expect(reminders('calendar', '2026-11-20T10:00', '2026-11-20T12:00')).toEqual([
      at('2026-11-20T11:00'),
      at('2026-11-20T11:36'),
    ]);
  });

  it('of a repair reported in the evening: in the morning, not at night', () => {
    expect(reminders('service', '2026-11-20T20:00', '2026-11-21T09:30')).toEqual([
      at('2026-11-21T09:00'),
      at('2026-11-21T09:18'),
    ]);
  });

  it('of a repair over closing: the half is at closing, the rest in the morning', () => {
    expect(reminders('service', '2026-11-20T17:30', '2026-11-21T09:00')).toEqual([
      at('2026-11-20T18:00'),
      at('2026-11-21T08:48'),
    ]);
  });

  it('of five minutes', () => {
    expect(reminders('calendar', '2026-12-31T11:58', '2026-12-31T12:03')).toEqual([
      new Date('2026-12-31T12:00:30+08:00'),
      at('2026-12-31T12:02'),
    ]);
  });

  it('of no time at all: none', () => {
    expect(reminders('calendar', '2026-11-20T10:00', '2026-11-20T10:00')).toEqual([]);
    expect(reminders('calendar', '2026-11-20T10:00', '2026-11-20T09:00')).toEqual([]);
  });
});

describe('a whole ladder', () => {
  it('goes on after the limit, and at night it waits', () => {
    expect(said(plan('office', 'calendar', '2026-11-20T17:00', '2026-11-20T21:00'))).toEqual([
      ['half', at('2026-11-20T19:00')],
      ['soon', at('2026-11-20T20:12')],
      ['passed', at('2026-11-20T21:00')],
      ['sorry', at('2026-11-20T21:00')],
      ['still', at('2026-11-21T08:00')],
    ]);
  });

  it('in an emergency wakes everybody in turn', () => {
    expect(said(plan('alarm', 'calendar', '2026-12-31T23:58', '2027-01-01T00:03'))).toEqual([
      ['call', at('2026-12-31T23:58')],
      ['managers', at('2026-12-31T23:58')],
      ['next', at('2026-12-31T23:59')],
      ['everybody', at('2027-01-01T00:00')],
      ['lead', at('2027-01-01T00:01')],
      ['passed', at('2027-01-01T00:03')],
      ['sorry', at('2027-01-01T00:03')],
      ['again', at('2027-01-01T00:08')],
      ['quarter', at('2027-01-01T00:18')],
      ['half-hour', at('2027-01-01T00:33')],
      ['hour', at('2027-01-01T01:03')],
    ]);
  });

  it('is empty where the limit has none', () => {
    expect(
      planLadder(
        defaultPolicy,
        { ladder: null, counts: 'calendar', dueAt: at('2026-11-20T12:00') },
        at('2026-11-20T10:00'),
        calendar,
      ),
    ).toEqual([]);
    expect(plan('no-such', 'calendar', '2026-11-20T10:00', '2026-11-20T12:00')).toEqual([]);
  });

  it('comes in order, however the policy writes it', () => {
    const backwards = Object.fromEntries(Object.entries(defaultPolicy.ladders['office'] ?? {}).toReversed());
    const policy: Policy = { ...defaultPolicy, ladders: { office: backwards } };
    expect(plan('office', 'calendar', '2026-11-20T23:00', '2026-11-21T05:00', policy).map(({ name }) => name)).toEqual([
      'half',
      'soon',
      'passed',
      'sorry',
      'still',
    ]);
  });
});

describe('what has gathered overnight', () => {
  it.each([
    // From, limit, and what is still worth saying at eight in the morning.
    ['both reminders, and there is still time', '2026-11-20T20:00', '2026-11-21T09:00', ['soon']],
    ['one reminder', '2026-11-20T20:00', '2026-11-21T12:00', ['half']],
    [
      'the limit itself: the office and the resident hear, the reminders are overtaken',
      '2026-11-20T22:30',
      '2026-11-21T07:00',
      ['passed', 'sorry'],
    ],
    ['the whole ladder: nobody hears twice', '2026-11-20T22:30', '2026-11-21T04:00', ['passed', 'sorry', 'still']],
    ['a limit that is due at eight itself', '2026-11-20T22:30', '2026-11-21T08:00', ['passed', 'sorry']],
    ['nothing', '2026-11-21T07:00', '2026-11-21T12:00', []],
  ])('%s', (_, from, due, spoken) => {
    const now = at('2026-11-21T08:00');
    const rungs = plan('office', 'calendar', from, due);
    const waiting = rungs.filter(({ dueAt }) => dueAt.getTime() === now.getTime());
    expect(waiting.filter((rung) => !overtaken(rung, rungs, now)).map(({ name }) => name)).toEqual(spoken);
  });

  it.each<[string, Partial<Rung>, Partial<Rung>, string, boolean]>([
    ['a reminder, by a later one', { tell: 'assignee' }, { tell: 'assignee' }, '11:00', true],
    ['a reminder, by one that is not due yet', { tell: 'assignee' }, { tell: 'assignee' }, '13:00', false],
    ['a reminder, by one that is due this very instant', { tell: 'assignee' }, { tell: 'assignee' }, '12:00', true],
    ['a reminder, by an earlier one', { tell: 'assignee' }, { tell: 'assignee' }, '09:00', false],
    ['a reminder, once the supervisor hears', { tell: 'assignee' }, { tell: 'supervisor' }, '11:00', true],
    ['a reminder, by an apology to the resident', { tell: 'assignee' }, { tell: 'requester' }, '11:00', false],
    ['the supervisor, once the manager hears, too', { tell: 'supervisor' }, { tell: 'manager' }, '11:00', false],
    ['the manager, by a later word to the manager', { tell: 'manager' }, { tell: 'manager' }, '11:00', true],
    ['an apology, by a later one', { tell: 'requester' }, { tell: 'requester' }, '11:00', false],
    ['an apology, by whatever comes', { tell: 'requester' }, { tell: 'manager' }, '11:00', false],
  ])('%s, at noon (its own time was 10:00, the other is at %s): %s', (_, mine, others, otherAt, expected) => {
    const rung = (name: string, change: Partial<Rung>, wall: string): PlannedRung => ({
      name,
      rung: { at: { kind: 'after_limit', ms: 0 }, tell: 'assignee', by: 'group', wakes: false, ...change },
      dueAt: at(`2026-11-20T${wall}`),
    });
    const now = at('2026-11-20T12:00');
    const [one, other] = [rung('one', mine, '10:00'), rung('other', others, otherAt)];
    expect(overtaken(one, [one, other], now)).toBe(expected);
  });

  it('never silences two rungs by each other', () => {
    const now = at('2026-11-21T08:00');
    const twin = (name: string): PlannedRung => ({
      name,
      rung: { at: { kind: 'after_limit', ms: 0 }, tell: 'manager', by: 'group', wakes: false },
      dueAt: now,
    });
    const both = [twin('a'), twin('b')];
    expect(both.filter((rung) => !overtaken(rung, both, now))).toHaveLength(1);
  });
});

describe('a limit that stood still while the ball was with the resident', () => {
  it.each<[string, Counts, string, string, string, string]>([
    [
      'has left what it had',
      'calendar',
      '2026-11-22T10:00',
      '2026-11-21T10:00',
      '2026-11-25T09:00',
      '2026-11-26T09:00',
    ],
    [
      'counts in service time',
      'service',
      '2026-11-20T18:00',
      '2026-11-20T17:00',
      '2026-11-21T20:00',
      '2026-11-22T09:30',
    ],
    ['comes back at night', 'calendar', '2026-11-20T12:00', '2026-11-20T11:00', '2026-11-21T03:00', '2026-11-21T04:00'],
    ['had passed already', 'calendar', '2026-11-20T10:00', '2026-11-20T11:00', '2026-11-21T11:00', '2026-11-20T10:00'],
    [
      'passed that very instant',
      'calendar',
      '2026-11-20T11:00',
      '2026-11-20T11:00',
      '2026-11-21T11:00',
      '2026-11-20T11:00',
    ],
    [
      'stood still for no time',
      'service',
      '2026-11-20T18:00',
      '2026-11-20T11:00',
      '2026-11-20T11:00',
      '2026-11-20T18:00',
    ],
  ])('%s (%s)', (_, counts, dueAt, pausedAt, now, expected) => {
    expect(resumeLimit({ dueAt: at(dueAt), pausedAt: at(pausedAt), counts }, at(now), calendar)).toEqual(at(expected));
  });
});

describe('a reminder that is put off at ten', () => {
  it.each([
    ['two hours', '2026-11-20T12:00', '2026-11-23T10:00', '2026-11-20T12:00'],
    ['for longer than a day: a day', '2026-11-22T12:00', '2026-11-23T10:00', '2026-11-21T10:00'],
    ['beyond the limit: to the limit', '2026-11-20T15:00', '2026-11-20T14:00', '2026-11-20T14:00'],
    ['into the night: to the morning', '2026-11-20T23:00', '2026-11-23T10:00', '2026-11-21T08:00'],
    ['into a night in which the limit passes: as it is', '2026-11-20T23:00', '2026-11-21T02:00', '2026-11-20T23:00'],
    ['to now', '2026-11-20T10:00', '2026-11-23T10:00', null],
    ['after the limit has passed', '2026-11-20T12:00', '2026-11-20T10:00', null],
  ])('%s', (_, wanted, limit, expected) => {
    const then = postponedTo(
      defaultPolicy,
      { wanted: at(wanted), limitDueAt: at(limit) },
      at('2026-11-20T10:00'),
      calendar,
    );
    expect(then).toEqual(expected === null ? null : at(expected));
  });
});

describe('the new date that a resident is told', () => {
  it.each([
    ['2026-11-20T09:00', '2026-11-20T17:00'],
    ['2026-11-20T14:00', '2026-11-21T12:30'],
    ['2026-11-20T23:00', '2026-11-21T16:30'],
  ])('once a limit has passed at %s: %s', (now, then) => {
    expect(newDateAfterBreach(defaultPolicy, at(now), calendar)).toEqual(at(then));
  });
});
