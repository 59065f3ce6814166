import { describe, expect, it } from 'vitest';
import { serviceCalendar } from '../time/calendar.ts';
import { defaultPolicy } from '../default-policy.ts';
import type { Policy } from '../policy.ts';
import { replayTicket, type Replayed } from './replay-ticket.ts';
import type { StoryStep, TicketStory } from './story.ts';

const calendar = serviceCalendar(defaultPolicy, 'Asia/Shanghai');
/** A wall time in Shanghai in November 2026: "20T10:00" is Friday the 20th. */
const at = (wall: string): Date => new Date(`2026-11-${wall}:00+08:00`);
const minutes = (count: number): number => count * 60_000;
const hours = (count: number): number => minutes(60 * count);

type Told = [wall: string, type: StoryStep['type'], more?: { by?: string; about?: string }];

function story(steps: Told[], matter: Partial<TicketStory> = {}): TicketStory {
  return {
    id: '01990000-0000-7000-8000-0000ffffffff',
    kind: 'repair',
    area: 'facilities',
    urgency: 'normal',
    origin: matter.byChat === false ? 'phone' : 'group',
    byChat: true,
    openedAt: at('20T10:00'),
    ...matter,
    steps: [
      { type: 'assigned', at: matter.openedAt ?? at('20T10:00'), actorId: null, about: 'li' },
      ...steps.map(([wall, type, { by = 'li', about = null } = {}]) => ({ type, at: at(wall), actorId: by, about })),
    ],
  };
}

const replay = (one: TicketStory, until = '30T12:00', policy = defaultPolicy): Replayed =>
  replayTicket(one, policy, calendar, at(until));
const ofClause = (replayed: Replayed, clause: string) => replayed.limits.filter((limit) => limit.clause === clause);
const told = ({ calls }: Replayed): [string, Date][] => calls.map(({ rung, at }) => [rung.tell, at]);

describe('a repair, to be answered within an hour, reported at ten', () => {
  it.each<[string, string, boolean, number, string[]]>([
    ['at once', '20T10:00', true, 0, []],
    ['at the very instant of a reminder: it is not sent', '20T10:30', true, minutes(30), []],
    ['after the first reminder', '20T10:31', true, minutes(31), ['assignee']],
    ['exactly at the limit: in time, and nobody else hears', '20T11:00', true, hours(1), ['assignee', 'assignee']],
    [
      'a minute later: late, the supervisor and the resident have heard',
      '20T11:01',
      false,
      minutes(61),
      ['assignee', 'assignee', 'supervisor', 'requester'],
    ],
    [
      'after the manager has heard',
      '20T13:01',
      false,
      minutes(181),
      ['assignee', 'assignee', 'supervisor', 'requester', 'manager'],
    ],
  ])('answered %s', (_, wall, inTime, takenMs, spoken) => {
    const replayed = replay(story([[wall, 'taken']]), wall);
    expect(ofClause(replayed, 'P5d')).toEqual([{ clause: 'P5d', inTime, takenMs }]);
    expect(told(replayed).map(([tell]) => tell)).toEqual(spoken);
  });

  it('that nobody has answered counts once it has passed, and only then', () => {
    expect(ofClause(replay(story([]), '20T11:00'), 'P5d')).toEqual([]);
    expect(ofClause(replay(story([]), '20T11:01'), 'P5d')).toEqual([{ clause: 'P5d', inTime: false, takenMs: null }]);
    expect(ofClause(replay(story([['20T10:40', 'dismissed']])), 'P5d')).toEqual([]);
    expect(ofClause(replay(story([['20T11:40', 'dismissed']])), 'P5d')).toHaveLength(1);
  });

  it('that nobody ever answers: the resident is told of a new date twice at most, by phone never', () => {
    const count = (one: TicketStory): number => told(replay(one)).filter(([tell]) => tell === 'requester').length;
    expect(count(story([]))).toBe(2);
    expect(count(story([], { byChat: false }))).toBe(0);
  });

  it('is counted by the policy that is tried', () => {
    const { 'repair-answer': line } = defaultPolicy.limits;
    if (!line) throw new Error('the default has this line');
    const stricter: Policy = {
      ...defaultPolicy,
      limits: { ...defaultPolicy.limits, 'repair-answer': { ...line, within: minutes(30) } },
    };
    const answered = story([['20T10:45', 'answered']]);
    expect(ofClause(replay(answered), 'P5d')[0]?.inTime).toBe(true);
    expect(ofClause(replay(answered, '30T12:00', stricter), 'P5d')[0]?.inTime).toBe(false);
  });
});

describe('a matter that goes on', () => {
  it('owes a word every two days, and an end; each word begins anew', () => {
    const replayed = replay(
      story([
        ['20T10:10', 'answered'],
        ['22T10:10', 'progressed'],
        ['24T10:11', 'progressed'],
        ['24T12:00', 'done'],
      ]),
    );
    expect(ofClause(replayed, 'P5f')).toEqual([
      { clause: 'P5f', inTime: true, takenMs: hours(48) },
      { clause: 'P5f', inTime: false, takenMs: hours(48) + minutes(1) },
      // From the report to the end.
      { clause: 'P5f', inTime: true, takenMs: hours(98) },
      { clause: 'P5f', inTime: true, takenMs: hours(2) - minutes(11) },
    ]);
  });

  it.each<[string, Told[], [boolean, number | null][]]>([
    ['at the promised minute', [['20T15:00', 'progressed']], [[true, hours(4.5)]]],
    ['a minute later', [['20T15:01', 'progressed']], [[false, hours(4.5) + minutes(1)]]],
    ['done before it', [['20T14:00', 'done']], [[true, hours(3.5)]]],
    ['a word before it, which does not keep it', [['20T14:00', 'progressed']], [[false, null]]],
    ['another promise in time', [['20T14:00', 'promised', { about: '2026-11-21T09:00:00+08:00' }]], [[false, null]]],
  ])('a promise of 15:00, given at 10:30: %s', (_, steps, expected) => {
    const promised: Told = ['20T10:30', 'promised', { about: '2026-11-20T15:00:00+08:00' }];
    const limits = ofClause(replay(story([promised, ...steps])), 'P5g');
    expect(limits.map(({ inTime, takenMs }) => [inTime, takenMs])).toEqual(expected);
  });

  it.each(['message_added', 'resumed'] as const)('stands still until the resident has answered (%s)', (type) => {
    const replayed = replay(
      story([
        ['20T10:30', 'asked_back'],
        ['24T10:30', type, { by: 'resident' }],
        ['26T10:30', 'progressed'],
        ['26T11:30', 'done'],
      ]),
    );
    expect(ofClause(replayed, 'P5f')).toEqual([
      { clause: 'P5f', inTime: true, takenMs: hours(48) },
      { clause: 'P5f', inTime: true, takenMs: hours(49.5) },
      { clause: 'P5f', inTime: true, takenMs: hours(1) },
    ]);
    // Four fifths of 48 hours are up at 00:54 on the 26th, four fifths of the week later than the end.
    expect(told(replayed)).toEqual([
      ['assignee', at('25T10:30')],
      ['assignee', at('26T08:00')],
    ]);
  });

  it('that the resident never comes back to is never late', () => {
    expect(replay(story([['20T10:30', 'asked_back']])).limits).toEqual([
      { clause: 'P5d', inTime: true, takenMs: minutes(30) },
    ]);
  });

  it('that is not solved has a limit of its own for the next answer', () => {
    const replayed = replay(
      story([
        ['20T10:10', 'done'],
        ['20T12:00', 'closed'],
        ['21T09:00', 'reopened', { by: 'resident' }],
        ['21T13:00', 'taken'],
        ['21T14:00', 'done'],
      ]),
    );
    expect(replayed.reopened).toBe(1);
    expect(ofClause(replayed, 'P6d')).toEqual([{ clause: 'P6d', inTime: true, takenMs: hours(4) }]);
  });
});

describe('an emergency at two in the morning', () => {
  const openedAt = at('20T02:00');
  it('wakes one after the other until somebody takes it', () => {
    const { calls } = replay(
      story([['20T02:02', 'taken', { by: 'wang' }]], { urgency: 'emergency', openedAt }),
      '20T12:00',
    );
    expect(calls.map(({ rung, atNight, inChargeId }) => [rung.tell, atNight, inChargeId])).toEqual([
      ['on_duty', true, 'li'],
      ['manager', true, 'li'],
      ['next_on_duty', true, 'li'],
    ]);
  });

  it('is told to the resident when nobody came in time, without another date', () => {
    const { calls } = replay(story([], { urgency: 'emergency', openedAt }), '22T02:00');
    expect(calls.filter(({ rung }) => rung.tell === 'requester').map(({ at }) => at)).toEqual([at('20T02:05')]);
    expect(calls.filter(({ rung }) => rung.tell === 'on_duty')).toHaveLength(1);
  });

  it('is no reason to wake anybody for what is no emergency', () => {
    const { calls } = replay(story([], { kind: 'inquiry', openedAt }), '21T12:00');
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.filter(({ atNight }) => atNight)).toEqual([]);
  });
});

describe('a ticket that is passed on at ten, to be accepted within half an hour of service', () => {
  const passed: Told = ['20T10:00', 'passed', { about: 'wang' }];
  it.each<[string, Told[], number]>([
    ['taken at the last instant', [['20T10:30', 'taken', { by: 'wang' }]], 0],
    ['taken a minute later', [['20T10:31', 'taken', { by: 'wang' }]], 1],
    ['answered by whom it was passed to', [['20T10:20', 'answered', { by: 'wang' }]], 0],
    ['answered by whoever passed it', [['20T10:20', 'answered']], 1],
    ['taken back', [['20T10:20', 'taken']], 0],
    ['declined', [['20T10:20', 'declined', { by: 'wang' }]], 0],
    [
      'passed to another, who takes it',
      [
        ['20T10:20', 'passed', { about: 'sun' }],
        ['20T10:40', 'taken', { by: 'sun' }],
      ],
      0,
    ],
    ['passed to another, who does not', [['20T10:20', 'passed', { about: 'sun' }]], 1],
    ['nobody', [], 1],
  ])('%s', (_, steps, returned) => {
    expect(replay(story([passed, ...steps])).returned).toBe(returned);
  });

  it('in the evening has until the morning', () => {
    const evening: Told = ['20T17:45', 'passed', { about: 'wang' }];
    expect(replay(story([evening, ['21T08:45', 'taken', { by: 'wang' }]])).returned).toBe(0);
    expect(replay(story([evening, ['21T08:46', 'taken', { by: 'wang' }]])).returned).toBe(1);
  });
});

describe('follow-ups', () => {
  const closed: Told[] = [
    ['20T11:00', 'done'],
    ['20T12:00', 'closed'],
  ];
  it.each<[string, Told[], Partial<TicketStory>, string, string[]]>([
    ['a complaint, three days after it was closed', closed, { kind: 'complaint' }, '23T12:00', ['person']],
    ['before that', closed, { kind: 'complaint' }, '23T11:59', []],
    ['reopened before that', [...closed, ['22T12:00', 'reopened']], { kind: 'complaint' }, '30T12:00', []],
    [
      'reopened, and closed again',
      [...closed, ['22T12:00', 'reopened'], ['22T14:00', 'closed']],
      {},
      '30T12:00',
      ['person'],
    ],
    ['rated low', [['20T11:30', 'rated', { about: '2' }], ...closed], {}, '30T12:00', ['person']],
    ['rated well, and not drawn', [['20T11:30', 'rated', { about: '3' }], ...closed], {}, '30T12:00', []],
    ['drawn', closed, { id: '01990000-0000-7000-8000-000000000000' }, '30T12:00', ['bot']],
  ])('%s', (_, steps, matter, until, followUps) => {
    expect(replay(story(steps, matter), until).followUps).toEqual(followUps);
  });
});
