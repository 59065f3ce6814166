import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BellRope } from '../outbox/bells.ts';
import { communityInForce } from '../people/communities.ts';
import { defaultPolicyDocument } from '../policy/default-policy.ts';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';
import { restartIfStricter } from '../tickets/restart-limits.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

let desk: DeskHarness;
const db = () => desk.database.db;
const at = (wall: string): Date => new Date(`${wall}+08:00`);
const ticket = () => db().ticket.findFirstOrThrow({ orderBy: { openedAt: 'asc' } });
const code = async (): Promise<string> => (await ticket()).code;

/** Lets time pass until the estate's clock shows this. */
const passTo = (wall: string): Promise<void> => desk.pass(at(wall).getTime() - desk.clock.now().getTime());

/** The rungs that were spoken, in order, as the tickets' histories have them. */
async function rungs(): Promise<string[]> {
  const events = await db().ticketEvent.findMany({
    where: { type: { in: ['reminded', 'escalated', 'breached', 'apologised'] } },
    orderBy: { id: 'asc' },
  });
  return events.map(({ type, data }) => {
    const rung = data !== null && typeof data === 'object' && 'rung' in data ? data['rung'] : null;
    return typeof rung === 'string' ? rung : type;
  });
}

const events = (type: string) => db().ticketEvent.findMany({ where: { type }, orderBy: { id: 'asc' } });

/** What must hold whenever everything that is due was looked at. */
async function nothingIsForgotten(): Promise<void> {
  const now = desk.clock.now();
  expect(await db().deadline.count({ where: { settledAt: null, dueAt: { lte: now } } })).toBe(0);
  const running = { metAt: null, cancelledAt: null };
  const over = { status: { in: ['done' as const, 'closed' as const, 'merged' as const, 'dismissed' as const] } };
  expect(await db().limit.count({ where: { ...running, ticket: over } })).toBe(0);
  const ofLimits = { kind: { in: ['remind' as const, 'escalate' as const, 'breach' as const] } };
  expect(await db().deadline.count({ where: { ...ofLimits, settledAt: null, ticket: over } })).toBe(0);
}

/** Members of staff have written to the desk themselves, so that it can write to them. */
async function inPrivate(...names: string[]): Promise<void> {
  for (const name of names) await desk.say(name, name, '帮助');
}

const heardSince = (where: string, before: number): string[] => desk.heard(where).slice(before);

afterEach(async () => {
  await nothingIsForgotten();
  await desk.close();
});

describe('an emergency', () => {
  beforeEach(async () => {
    desk = await createDeskHarness();
  });

  const alarm = ['call', 'managers', 'next', 'everybody', 'lead', 'passed', 'sorry', 'again'] as const;

  it.each([
    { told: 'at once', afterMs: 0, spoken: 2 },
    { told: 'just before the next one is called', afterMs: minute - 1, spoken: 2 },
    { told: 'after a minute', afterMs: minute, spoken: 3 },
    { told: 'after two minutes', afterMs: 2 * minute, spoken: 4 },
    { told: 'after three minutes', afterMs: 3 * minute, spoken: 5 },
    { told: 'at the very limit', afterMs: 5 * minute, spoken: 6 },
    { told: 'after eleven minutes', afterMs: 11 * minute, spoken: 8 },
  ])('is called out until somebody takes it: $told', async ({ afterMs, spoken }) => {
    await inPrivate('王姐', '周经理', '监督员');
    const before = desk.heard('managers').length;
    await desk.say('小陈', 'residents', '5栋1单元电梯困人了，快来人！');
    expect(heardSince('managers', before)).toEqual([expect.stringContaining('紧急')]);
    await desk.pass(afterMs);
    const called = (await rungs()).filter((rung) => rung !== 'breached');
    const names: string[] = alarm.slice(0, spoken).map((rung) => (rung === 'sorry' ? 'apologised' : rung));
    expect([...called].sort()).toEqual(names.sort());
    const managers = desk.heard('managers').length;
    await desk.say('李工', 'staff', `接单 ${await code()}`);
    const standDown = `${await code()} 李工接手了，其他人不用再赶过去。`;
    expect(heardSince('managers', managers)).toEqual([standDown]);
    // Whoever was called by name hears it, too, and nobody else.
    for (const name of ['王姐', '周经理', '监督员']) {
      const wasCalled = desk.heard(name).some((text) => text.startsWith('🔴 紧急'));
      expect(desk.heard(name).filter((text) => text === standDown)).toHaveLength(wasCalled ? 1 : 0);
    }
    await desk.pass(3 * hour);
    expect(await events('escalated')).toHaveLength(called.filter((rung) => rung !== 'apologised').length);
  });

  it('wakes whoever is called at night, and tells the resident that it is still being called for', async () => {
    await inPrivate('周经理');
    desk.clock.set('2026-11-24T02:00:00+08:00');
    await desk.say('小陈', 'residents', '5栋1单元电梯困人了，快来人！');
    const before = desk.heard('residents').length;
    await desk.pass(6 * minute);
    expect(desk.heard('周经理').filter((text) => text.includes('紧急')).length).toBeGreaterThan(0);
    expect(heardSince('residents', before)).toEqual([expect.stringMatching(/抱歉.*还没有人接上/)]);
    expect(await db().limit.count({ where: { renewsId: { not: null } } })).toBe(0);
  });

  it('is told to be over when it is done before anybody took it', async () => {
    await desk.say('小陈', 'residents', '5栋1单元电梯困人了，快来人！');
    await desk.pass(minute);
    const managers = desk.heard('managers').length;
    await desk.say('李工', 'staff', `办结 ${await code()} 人出来了`);
    expect(heardSince('managers', managers)).toEqual([`${await code()} 李工已处理好，不用再赶过去：人出来了`]);
  });

  it('is called off for everybody when it was none', async () => {
    await inPrivate('周经理');
    await desk.say('小陈', 'residents', '5栋1单元电梯困人了，快来人！');
    await desk.pass(3 * minute);
    await desk.say('王姐', 'staff', `误报 ${await code()}`);
    expect(desk.heard('周经理').at(-1)).toBe(`${await code()} 王姐已撤下，不用再赶过去。`);
    await desk.pass(hour);
    expect(await rungs()).not.toContain('passed');
  });
});

describe('an ordinary limit', () => {
  beforeEach(async () => {
    desk = await createDeskHarness();
  });

  it('climbs its whole ladder once: assignee twice, supervisor, resident, manager', async () => {
    await inPrivate('李工', '监督员', '周经理');
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    const [staff, residents] = [desk.heard('staff').length, desk.heard('residents').length];
    await passTo('2026-11-23T10:30');
    expect(heardSince('staff', staff)).toEqual([expect.stringMatching(/^李工，.*还有 30 分钟到时限（P5d）/)]);
    expect(desk.heard('李工').filter((text) => text.includes('到时限'))).toHaveLength(0);
    await passTo('2026-11-23T10:48');
    expect(desk.heard('李工').filter((text) => text.includes('还有 12 分钟'))).toHaveLength(1);
    await passTo('2026-11-23T11:00');
    expect(desk.heard('监督员').filter((text) => text.includes('已超时'))).toHaveLength(1);
    expect(heardSince('residents', residents)).toEqual([]);
    await passTo('2026-11-23T13:00');
    expect(desk.heard('周经理').filter((text) => text.includes('已超时 2 小时'))).toHaveLength(1);
    // Eight service hours after eleven o'clock.
    expect(heardSince('residents', residents)).toEqual([
      `抱歉，${await code()} 没有按时答复您。李工在负责，最迟 明天 09:30 给您回音。`,
    ]);
    expect(await rungs()).toEqual(['half', 'soon', 'passed', 'breached', 'apologised', 'still']);
    const told = (await events('escalated')).map(({ data }) => data);
    expect(told).toMatchObject([
      { rung: 'passed', told: '监督员、经理群' },
      { rung: 'still', told: '周经理、经理群' },
    ]);
    const timeline = await desk.say('王姐', 'staff', `详情 ${await code()}`);
    expect(timeline).not.toBe('');
    for (const words of ['已提醒负责人', '超过时限（P5d）', '已告知监督员', '已向居民致歉'])
      expect(desk.heard('staff').at(-1)).toContain(words);
  });

  it('counts an answer at the very instant it is due as in time', async () => {
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    await passTo('2026-11-23T11:00');
    await desk.say('李工', 'staff', `回复 ${await code()} 师傅在路上`);
    await desk.pass(hour);
    expect(await events('breached')).toHaveLength(0);
    expect(await events('apologised')).toHaveLength(0);
    const limit = await db().limit.findFirstOrThrow({ where: { kind: 'first_response' } });
    expect(limit.metAt).toEqual(limit.dueAt);
  });

  it('lets the night pass, and says in the morning only what still makes sense', async () => {
    await passTo('2026-11-23T12:00');
    await desk.say('李阿姨', 'residents', '请问物业费怎么交？');
    const before = desk.heard('staff').length;
    // At half it is midnight, at four fifths 07:12.
    await passTo('2026-11-24T07:59');
    expect(heardSince('staff', before)).toEqual([]);
    await passTo('2026-11-24T08:00');
    expect(heardSince('staff', before)).toEqual([expect.stringContaining('还有 4 小时')]);
    expect(await rungs()).toEqual(['soon']);
    const half = await db().deadline.findFirstOrThrow({ where: { rung: 'half', limit: { kind: 'first_response' } } });
    expect(half.outcome).toBe('overtaken');
  });

  it('does not speak at night what a late bell rings for', async () => {
    await passTo('2026-11-23T17:00');
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    const before = desk.heard('staff').length;
    // Nobody rang all evening.
    desk.clock.set('2026-11-23T23:30:00+08:00');
    await desk.pass(hour);
    expect(heardSince('staff', before)).toEqual([]);
    expect(desk.heard('managers')).toEqual([]);
    expect(await events('breached')).toHaveLength(1);
    await passTo('2026-11-24T08:00');
    expect(desk.heard('managers').length).toBeGreaterThan(0);
    expect(heardSince('staff', before).filter((text) => text.includes('到时限'))).toEqual([]);
  });

  it('apologises twice in a row, and then leaves it to the manager', async () => {
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    const before = desk.heard('residents').length;
    await desk.pass(7 * day - hour);
    const apologies = heardSince('residents', before).filter((text) => text.startsWith('抱歉'));
    expect(apologies).toHaveLength(2);
    const chain = await db().limit.findMany({ where: { kind: 'first_response' }, orderBy: { startedAt: 'asc' } });
    expect(chain.map(({ renewsId }) => renewsId)).toEqual([null, chain[0]?.id, chain[1]?.id]);
    expect(chain.every(({ breachedAt }) => breachedAt !== null)).toBe(true);
    expect((await rungs()).filter((rung) => rung === 'still')).toHaveLength(3);
    await desk.say('李工', 'staff', `办结 ${await code()} 修好了`);
    expect(await db().limit.count({ where: { metAt: null } })).toBe(0);
  });

  it('shows staff and residents the new date after an apology', async () => {
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    await passTo('2026-11-23T11:30');
    await desk.say('王姐', 'staff', '待办');
    expect(desk.heard('staff').at(-1)).toContain('明天 09:30');
  });

  it('tells no resident that it is late where the matter did not come by chat', async () => {
    await desk.say('王姐', 'staff', '登记 电话 3栋2单元501 电梯不动了');
    await desk.pass(5 * hour);
    expect(await events('apologised')).toHaveLength(0);
    expect(desk.heard('residents')).toHaveLength(0);
    expect(await rungs()).toContain('still');
  });

  it('goes by the policy under which the ticket was opened', async () => {
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    const now = desk.clock.now();
    const limits = { ...defaultPolicyDocument.limits };
    limits['progress'] = { clause: 'P5f', for: 'progress', within: '1h', ladder: 'office' };
    await db().policyVersion.create({
      data: {
        communityId: desk.communityId,
        version: 2,
        data: { ...defaultPolicyDocument, limits },
        takesEffectAt: now,
        approvedAt: now,
      },
    });
    await desk.pass(minute);
    await desk.say('李工', 'staff', `接单 ${await code()}`);
    await desk.say('小陈', 'residents', '5栋门口的灯坏了');
    const newer = await db().ticket.findFirstOrThrow({ where: { requester: { name: '小陈' } } });
    await desk.say('李工', 'staff', `接单 ${newer.code}`);
    const due = async (id: string) =>
      (await db().limit.findFirstOrThrow({ where: { ticketId: id, kind: 'progress' } })).dueAt.getTime() -
      desk.clock.now().getTime();
    expect(await due((await ticket()).id)).toBe(48 * hour);
    expect(await due(newer.id)).toBe(hour);
  });

  it('gives what was said to be done and is not four service hours, with a ladder of its own', async () => {
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    await desk.say('李工', 'staff', `办结 ${await code()} 修好了`);
    await passTo('2026-11-23T16:00');
    await desk.say('王姐', 'staff', `重开 ${await code()}`);
    const running = await db().limit.findMany({ where: { metAt: null, cancelledAt: null }, orderBy: { dueAt: 'asc' } });
    expect(running).toMatchObject([
      { kind: 'first_response', line: 'reopened-answer', clause: 'P6d', dueAt: at('2026-11-24T10:30') },
      { kind: 'resolution', line: 'repair-done' },
    ]);
  });

  it('gives it the time of a new matter where the policy says nothing of those that are opened again', async () => {
    const limits = Object.entries(defaultPolicyDocument.limits).filter(([, line]) => line.for !== 'reopened');
    const now = desk.clock.now();
    const data = { ...defaultPolicyDocument, limits: Object.fromEntries(limits) };
    await db().policyVersion.create({
      data: { communityId: desk.communityId, version: 2, data, takesEffectAt: now, approvedAt: now },
    });
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    await desk.say('李工', 'staff', `办结 ${await code()} 修好了`);
    await desk.say('王姐', 'staff', `重开 ${await code()}`);
    const running = await db().limit.findMany({ where: { metAt: null, cancelledAt: null }, orderBy: { dueAt: 'asc' } });
    expect(running).toMatchObject([
      { kind: 'first_response', line: 'repair-answer', dueAt: at('2026-11-23T11:00') },
      { kind: 'resolution', line: 'repair-done' },
    ]);
  });

  it('still speaks what was set before there were ladders', async () => {
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    await db().deadline.deleteMany({ where: { limit: { kind: 'first_response' } } });
    const limit = await db().limit.findFirstOrThrow({ where: { kind: 'first_response' } });
    await db().limit.update({ where: { id: limit.id }, data: { line: '' } });
    const row = { ticketId: limit.ticketId, limitId: limit.id };
    await db().deadline.create({ data: { ...row, kind: 'remind', dueAt: at('2026-11-23T10:30') } });
    await db().deadline.create({ data: { ...row, kind: 'escalate', dueAt: limit.dueAt } });
    const before = desk.heard('staff').length;
    await passTo('2026-11-23T12:00');
    expect(heardSince('staff', before)).toEqual([expect.stringContaining('还有 30 分钟')]);
    expect(desk.heard('managers')).toEqual([expect.stringContaining('已超时')]);
  });
});

describe('the ball is with the resident', () => {
  beforeEach(async () => {
    desk = await createDeskHarness();
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    await desk.pass(10 * minute);
    await desk.say('李工', 'staff', `反问 ${await code()} 是左边那部吗？`);
  });

  const running = (kind: 'progress' | 'resolution') =>
    db().limit.findFirstOrThrow({ where: { kind, metAt: null, cancelledAt: null } });

  it('nothing is owed meanwhile, and the card says so', async () => {
    expect(desk.heard('staff').some((text) => text.includes('时限已暂停'))).toBe(true);
    const before = desk.heard('staff').length;
    await desk.pass(20 * day);
    expect(heardSince('staff', before)).toEqual([]);
    expect(desk.heard('managers')).toEqual([]);
    expect(await events('paused')).toMatchObject([{ data: { clauses: ['P5f', 'P5f'] } }]);
  });

  it('what was left is left when they answer, to the instant', async () => {
    const [progress, resolution] = [await running('progress'), await running('resolution')];
    await desk.pass(3 * day + 7 * minute);
    await desk.say('李阿姨', 'residents', '是左边那部', { replyTo: desk.find('residents', '左边') });
    const pausedMs = 3 * day + 7 * minute;
    const moved = (date: Date): Date => new Date(date.getTime() + pausedMs);
    expect(await running('progress')).toMatchObject({ dueAt: moved(progress.dueAt), pausedAt: null });
    expect(await running('resolution')).toMatchObject({ dueAt: moved(resolution.dueAt), pausedAt: null });
    expect(await events('resumed')).toHaveLength(1);
    // The whole ladder of progress is climbed from here, each rung once.
    await desk.pass(49 * hour);
    expect(await rungs()).toEqual(['half', 'soon', 'passed', 'breached', 'apologised']);
  });

  it('goes on when staff answer without waiting, and ends when they are done', async () => {
    await desk.pass(day);
    await desk.say('李工', 'staff', `进展 ${await code()} 两部都看了`);
    expect(await db().limit.count({ where: { pausedAt: { not: null }, metAt: null, cancelledAt: null } })).toBe(0);
    expect(await running('progress')).toMatchObject({ startedAt: desk.clock.now() });
    await desk.say('李工', 'staff', `反问 ${await code()} 还响吗？`);
    await desk.say('李工', 'staff', `办结 ${await code()} 修好了`);
    expect(await db().limit.count({ where: { metAt: null, cancelledAt: null } })).toBe(0);
  });

  it('keeps a promise, which is a time on the clock', async () => {
    await desk.say('李工', 'staff', `承诺 ${await code()} 明天10:00`);
    await desk.say('李工', 'staff', `反问 ${await code()} 家里有人吗？`);
    await passTo('2026-11-24T10:01');
    expect(await events('breached')).toMatchObject([{ data: { clause: 'P5g' } }]);
  });
});

describe('what is understood better later', () => {
  beforeEach(async () => {
    desk = await createDeskHarness();
  });

  it('asks for more haste where the policy does, and for no less', async () => {
    await desk.say('李阿姨', 'residents', '请问3栋2单元电梯什么时候检修？');
    const first = await db().limit.findFirstOrThrow({ where: { kind: 'first_response' } });
    await desk.pass(10 * minute);
    const { id } = await ticket();
    const become = async (kind: 'repair' | 'suggestion'): Promise<void> => {
      await db().ticket.update({ where: { id }, data: { kind } });
      await db().$transaction(async (tx) => {
        const now = desk.clock.now();
        const step = { tx, now, rope: new BellRope(), random: Math.random };
        await restartIfStricter(step, await communityInForce(tx, desk.communityId, now), await ticket());
      });
    };
    const running = () => db().limit.findMany({ where: { kind: 'first_response', metAt: null, cancelledAt: null } });
    await become('suggestion');
    expect(await running()).toMatchObject([{ id: first.id }]);
    await become('repair');
    const [stricter, ...others] = await running();
    expect(others).toEqual([]);
    expect(stricter).toMatchObject({ clause: 'P5d', dueAt: at('2026-11-23T11:10') });
    await become('suggestion');
    expect(await running()).toMatchObject([{ id: stricter?.id }]);
  });
});
