import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../prisma/generated/enums.ts';
import { enrolPerson } from '../../people/enrol.ts';
import { foundEstate } from '../../people/found-estate.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { locales } from '../../text/texts.ts';
import { addSimulate } from '../commands/simulate.ts';
import type { StoryStep } from './story.ts';

const minute = 60_000;
const hour = 60 * minute;
const at = (wall: string): Date => new Date(`2026-11-${wall}:00+08:00`);
const tried = `
limits:
  inquiry-answer: { within: 12h }
passing: { acceptWithin: 1h }
followUps: { sampleShare: 100% }
`;

let database: TestDatabase;
let folder: string;
let communityId: string;
const ids = new Map<string, string>();

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'simulate-'));
  await writeFile(join(folder, 'tried.yaml'), tried);
  await writeFile(join(folder, 'wrong.yaml'), 'limits:\n  inquiry-answer: { within: soon }\n');
  const account = { channel: 'web', account: 'rooms' };
  const groups = [{ externalId: 'residents', title: 'Residents', audience: 'residents' as const }];
  const estate = { name: '桂园小区', locale: 'zh-CN', timeZone: 'Asia/Shanghai', buildings: ['1'], ...account, groups };
  communityId = await foundEstate(database.db, estate, at('01T08:00'));
  const staff: [string, Role][] = [
    ['王姐', 'customer_service'],
    ['李工', 'maintenance'],
    ['周经理', 'manager'],
    ['监督员', 'supervisor'],
  ];
  for (const [name, role] of staff) {
    const person = { communityId, channel: 'web', externalId: name, name, role, flat: null };
    await enrolPerson(database.db, person, at('01T08:00'));
  }
  for (const { id, name } of await database.db.person.findMany()) ids.set(name, id);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

type Told = [wall: string, type: StoryStep['type'], who: string | null, data?: Record<string, string | number>];

async function ticket(
  code: string,
  matter: { kind: 'repair' | 'inquiry'; urgency?: 'emergency'; openedAt: Date; inCharge: string },
  steps: Told[],
): Promise<void> {
  const { db } = database;
  const policy = await db.policyVersion.findFirstOrThrow();
  const talk = await db.conversation.findFirstOrThrow();
  const { id } = await db.ticket.create({
    data: {
      // The last digits decide the draw: never among a sample of one in ten.
      id: `01990000-0000-7000-8000-${code}ffffffff`,
      communityId,
      code,
      kind: matter.kind,
      area: 'facilities',
      urgency: matter.urgency ?? 'normal',
      origin: 'group',
      summary: 'x',
      conversationId: talk.id,
      policyVersionId: policy.id,
      openedAt: matter.openedAt,
      explanation: {},
    },
  });
  const assigned = { type: 'assigned', data: { personId: ids.get(matter.inCharge) ?? '' }, at: matter.openedAt };
  await db.ticketEvent.createMany({
    data: [
      { ticketId: id, ...assigned },
      ...steps.map(([wall, type, who, data = {}]) => ({
        ticketId: id,
        type,
        data,
        at: at(wall),
        actorId: who === null ? null : (ids.get(who) ?? null),
      })),
    ],
  });
}

/** `linli policy simulate …`, on 1 December at noon. */
async function run(...args: string[]): Promise<{ out: string[]; err: string[]; code: unknown }> {
  const [out, err]: [string[], string[]] = [[], []];
  const program = new Command().exitOverride().configureOutput({ writeErr: (line) => void err.push(line) });
  addSimulate(program, {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    now: () => new Date('2026-12-01T12:00:00+08:00'),
    withDatabase: (work) => work(database.db),
  });
  const before = process.exitCode;
  await program.parseAsync(['simulate', ...args], { from: 'user' });
  const code = process.exitCode;
  process.exitCode = before;
  return { out, err, code };
}

const file = (name: string): string => join(folder, name);
const week = ['--from', '2026-11-16', '--to', '2026-11-22'];

describe('a past of which nothing was kept', () => {
  it('is said in a sentence', async () => {
    const { out } = await run(file('tried.yaml'), ...week, '--locale', 'en');
    expect(out).toEqual(['桂园小区, 2026-11-16 to 2026-11-22: no tickets were opened, so there is nothing to replay.']);
  });
});

describe('a small past, counted by hand', () => {
  beforeAll(async () => {
    const li = ids.get('李工') ?? '';
    await ticket('0001', { kind: 'repair', openedAt: at('16T10:00'), inCharge: '李工' }, [
      // Accepted after 55 minutes, exactly at the limit of the first answer.
      ['16T10:05', 'passed', '王姐', { toId: li }],
      ['16T11:00', 'taken', '李工'],
      ['16T12:00', 'done', '李工'],
      ['16T13:00', 'rated', null, { score: 5 }],
      ['16T13:00', 'closed', null],
    ]);
    await ticket('0002', { kind: 'inquiry', openedAt: at('16T10:00'), inCharge: '王姐' }, [
      // Exactly at the limit.
      ['17T10:00', 'answered', '王姐'],
      ['17T10:30', 'done', '王姐'],
      ['17T11:00', 'rated', null, { score: 2 }],
      ['17T11:00', 'closed', null],
    ]);
    await ticket('0003', { kind: 'repair', urgency: 'emergency', openedAt: at('17T02:00'), inCharge: '李工' }, [
      ['17T02:04', 'taken', '李工'],
      ['17T03:00', 'done', '李工'],
      ['17T03:10', 'closed', null],
    ]);
    // The first and the last instant of the period, and those beside them.
    await ticket('0004', { kind: 'inquiry', openedAt: at('15T23:59'), inCharge: '王姐' }, [
      ['16T09:00', 'dismissed', '王姐'],
    ]);
    await ticket('0005', { kind: 'inquiry', openedAt: at('16T00:00'), inCharge: '王姐' }, [
      ['16T00:00', 'dismissed', '王姐'],
    ]);
    await ticket('0006', { kind: 'inquiry', openedAt: at('22T23:59'), inCharge: '王姐' }, [
      ['22T23:59', 'dismissed', '王姐'],
    ]);
    await ticket('0007', { kind: 'inquiry', openedAt: at('23T00:00'), inCharge: '王姐' }, [
      ['23T09:00', 'dismissed', '王姐'],
    ]);
  });

  it('comes out as it must, under the policy in force and under the one that is tried', async () => {
    const { out } = await run(file('tried.yaml'), ...week, '--json');
    const inTime = (clause: string, ms: number) => ({ clause, count: 1, inTime: 1, medianMs: ms, p90Ms: ms });
    // Two ends of repairs, after 1 h and 2 h; words that were owed, after 30, 56 and 60 minutes.
    const onTheWay = { clause: 'P5f', count: 5, inTime: 5, medianMs: hour, p90Ms: 2 * hour };
    const atNight = {
      total: 6,
      mean: 2,
      max: 3,
      most: [
        { name: '周经理', count: 3 },
        { name: '李工', count: 2 },
        { name: '王姐', count: 1 },
      ],
    };
    const called = { on_duty: 1, next_on_duty: 1, staff: 1, manager: 2 };
    expect(JSON.parse(out.join(''))).toMatchObject({
      community: '桂园小区',
      from: '2026-11-16',
      to: '2026-11-22',
      file: 'tried.yaml',
      tickets: 5,
      present: {
        clauses: [inTime('P5c', 24 * hour), inTime('P5d', hour), inTime('P5e', 4 * minute), onTheWay],
        // Two for the repair. Of the inquiry's, both waited for the morning, and one is enough.
        reminders: 3,
        escalations: called,
        apologies: 0,
        returned: 1,
        // The emergency, and the low rating.
        followUps: { bot: 0, person: 2 },
        reopened: 0,
        nightCalls: 5,
        perPerson: { reminders: { total: 3, mean: 1.5, max: 2 }, escalations: atNight, nightCalls: atNight },
      },
      proposed: {
        clauses: [{ ...inTime('P5c', 24 * hour), inTime: 0 }, inTime('P5d', hour), inTime('P5e', 4 * minute), onTheWay],
        // Half and four fifths of twelve hours are by day.
        reminders: 4,
        // At eight in the morning the supervisor, the manager and the resident hear of the inquiry.
        escalations: { ...called, supervisor: 1, manager: 3 },
        apologies: 1,
        returned: 0,
        // The repair that was rated well is in the sample.
        followUps: { bot: 1, person: 2 },
        reopened: 0,
        nightCalls: 5,
        perPerson: {
          reminders: { total: 4, mean: 2, max: 2 },
          escalations: { total: 8, mean: 2, max: 4 },
          nightCalls: atNight,
        },
      },
    });
  });

  it('is printed side by side, and the last line says what is not simulated', async () => {
    const { out } = await run(file('tried.yaml'), ...week);
    expect(out[0]).toBe('桂园小区：2026-11-16 至 2026-11-22 收到的 5 件工单，按两套政策各算一遍');
    expect(out[1]).toMatch(/^\s+现行政策\s+tried\.yaml$/);
    const row = (label: string): string[] => (out.find((line) => line.startsWith(label)) ?? '').split(/ {3,}/);
    expect(row('P5c 按时')).toEqual(['P5c 按时', '1/1 100.0%', '0/1 0.0%']);
    expect(row('P5e 用时')).toEqual(['P5e 用时（一半／九成以内）', '4 分钟 / 4 分钟', '4 分钟 / 4 分钟']);
    expect(row('升级到监督员')).toEqual(['升级到监督员', '0', '1']);
    expect(row('每人每周夜间呼叫')).toEqual(['每人每周夜间呼叫（平均／最多）', '2.00 / 3', '2.00 / 3']);
    expect(row('夜间被叫最多')[1]).toBe('周经理 3, 李工 2, 王姐 1');
    expect(out.at(-1)).toContain('没有模拟');
  });

  it.each(locales)('is said in %s without gaps', async (locale) => {
    const { out } = await run(file('tried.yaml'), ...week, '--locale', locale);
    expect(out.length).toBeGreaterThan(20);
    expect(out.join('\n')).not.toMatch(/undefined|null|NaN|\[object/);
    expect(new Set(out).size).toBe(out.length);
  });

  it('is the same twice under the default', async () => {
    const { out } = await run('default', ...week, '--json');
    const { present, proposed } = JSON.parse(out.join('')) as Record<'present' | 'proposed', unknown>;
    expect(proposed).toEqual(present);
  });
});

describe('what cannot be simulated', () => {
  it('is a file that is no policy: its mistakes are named with their place', async () => {
    const { err, code } = await run(file('wrong.yaml'), ...week);
    expect(code).toBe(1);
    expect(err.join('\n')).toMatch(/wrong\.yaml:2:\d+ limits\.inquiry-answer\.within: /);
  });

  it.each([
    ['a file that is not there', ['nowhere.yaml', ...week], 'There is no file nowhere.yaml'],
    ['a day that is none', ['default', '--from', '2026-02-30', '--to', '2026-03-01'], '"2026-02-30" is no day'],
    ['days in the wrong order', ['default', '--from', '2026-03-02', '--to', '2026-03-01'], 'is after'],
    ['a community that is none', ['default', ...week, '--community', '梅园'], 'Name one of these communities'],
  ])('is %s', async (_, args, said) => {
    await expect(run(...args)).rejects.toThrow(said);
  });
});
