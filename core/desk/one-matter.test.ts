import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('the way of one matter, from group talk to a closed and rated ticket', () => {
  let desk: DeskHarness;
  let report: string;
  let code: string;
  beforeAll(async () => {
    desk = await createDeskHarness();
  });
  afterAll(() => desk.close());

  const ticket = () =>
    desk.database.db.ticket.findFirstOrThrow({
      include: { assignee: true, requester: true, events: { orderBy: { id: 'asc' } } },
    });
  const lastWord = (where: string) =>
    desk.channel.taken.findLast(({ message }) => message.conversationId === where)?.message;

  it('starts with a resident who just talks', async () => {
    report = await desk.say('李阿姨', 'residents', '3栋2单元电梯又停了，谁来看看');
    const opened = await ticket();
    code = opened.code;
    expect(opened).toMatchObject({ kind: 'repair', area: 'facilities', building: '3', unit: '2', status: 'open' });
    expect(opened.requester?.name).toBe('李阿姨');
    expect(opened.assignee?.name).toBe('李工');
  });

  it('gives the resident one short receipt, as a reply, with code, person and time', async () => {
    expect(desk.heard('residents')).toHaveLength(1);
    expect(lastWord('residents')).toMatchObject({ replyToId: report });
    expect(lastWord('residents')?.text).toContain(code);
    expect(lastWord('residents')?.text).toContain('李工');
    // A lift that stands is urgent, or not, as the model has it.
    const { dueAt } = await desk.database.db.limit.findFirstOrThrow({ where: { kind: 'first_response' } });
    const time = { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' } as const;
    expect(lastWord('residents')?.text).toContain(dueAt.toLocaleTimeString('en-GB', time));
  });

  it('puts a card into the staff group', () => {
    expect(desk.heard('staff')).toHaveLength(1);
    expect(lastWord('staff')?.text).toContain(code);
    expect(
      lastWord('staff')
        ?.choices.flat()
        .map(({ label }) => label),
    ).toContain('接单');
  });

  it('ties a photo, a neighbour and a question to the same ticket instead of opening others', async () => {
    await desk.say('李阿姨', 'residents', '', { photo: true });
    await desk.say('老王', 'residents', '我家也是 +1', { replyTo: report });
    expect(await desk.database.db.ticket.count()).toBe(1);
    expect(await desk.database.db.ticketReporter.count()).toBe(2);
    expect(desk.heard('residents')).toHaveLength(1);
  });

  it('lets the technician take it by a press, and the resident hears who comes', async () => {
    desk.clock.advance(5 * minute);
    await desk.press('李工', 'staff', desk.find('staff', code), '接单');
    expect(await ticket()).toMatchObject({ status: 'accepted' });
    expect(lastWord('residents')).toMatchObject({ replyToId: report });
    expect(lastWord('residents')?.text).toContain('李工');
    const limit = await desk.database.db.limit.findFirstOrThrow({ where: { kind: 'first_response' } });
    expect(limit.metAt).toEqual(desk.clock.now());
  });

  it('carries an answer from a reply to the card to the resident', async () => {
    const card = desk.find('staff', code);
    await desk.say('李工', 'staff', '师傅在路上了，门机_*[模块]坏了', { replyTo: card });
    expect(lastWord('residents')?.text).toContain('师傅在路上了，门机_*[模块]坏了');
    expect(lastWord('residents')).toMatchObject({ replyToId: report });
  });

  it('keeps a promised time as a limit', async () => {
    await desk.say('李工', 'staff', `承诺 ${code} 15:00 换好模块`);
    const promise = await desk.database.db.limit.findFirstOrThrow({ where: { kind: 'promise' } });
    expect(promise.dueAt).toEqual(new Date('2026-11-23T15:00:00+08:00'));
    expect(lastWord('residents')?.text).toContain('15:00');
  });

  it('tells how it stands to who asks after it', async () => {
    await desk.say('李阿姨', 'residents', '电梯修好了吗');
    expect(await desk.database.db.ticket.count()).toBe(1);
    expect(lastWord('residents')?.text).toContain('15:00');
  });

  it('asks whether it is solved when the staff are done', async () => {
    desk.clock.advance(2 * hour);
    await desk.say('李工', 'staff', `办结 ${code} 已更换门机模块`);
    expect(await ticket()).toMatchObject({ status: 'done' });
    expect(lastWord('residents')?.text).toContain('已更换门机模块');
    expect(
      lastWord('residents')
        ?.choices.flat()
        .map(({ label }) => label),
    ).toEqual(['1', '2', '3', '4', '5', '未解决']);
  });

  it('opens it again with its history when the resident says no', async () => {
    await desk.say('李阿姨', 'residents', '没解决，又停了', { replyTo: desk.find('residents', '已更换门机模块') });
    expect(await ticket()).toMatchObject({ status: 'open', reopenedCount: 1 });
    expect(lastWord('staff')?.text).toContain(code);
  });

  it('closes it by one digit', async () => {
    await desk.say('李工', 'staff', `办结 ${code} 这次换了主板`);
    await desk.say('李阿姨', 'residents', '5');
    const closed = await ticket();
    expect(closed).toMatchObject({ status: 'closed' });
    expect(await desk.database.db.surveyAnswer.findFirstOrThrow()).toMatchObject({ score: 5 });
    expect(closed.events.map(({ type }) => type)).toEqual([
      'opened',
      'assigned',
      'message_added',
      'message_added',
      'taken',
      'progressed',
      'promised',
      'message_added',
      'done',
      'reopened',
      'done',
      'rated',
      'closed',
      'follow_up_planned',
    ]);
  });

  it('shows staff the whole history', async () => {
    await desk.say('王姐', 'staff', `详情 ${code}`);
    expect(lastWord('staff')?.text.split('\n').length).toBeGreaterThan(12);
  });

  it('has somebody of the office ask after it some days later, because it had to be done twice', async () => {
    await desk.pass(3 * 24 * hour);
    expect(lastWord('staff')?.text).toContain(code);
    await desk.say('王姐', 'staff', `回访 ${code} 满意 电梯没有再停`);
    const steps = (await ticket()).events;
    expect(steps.at(-1)).toMatchObject({ type: 'followed_up', data: { outcome: 'satisfied', note: '电梯没有再停' } });
  });

  it('has nothing left to do', async () => {
    const before = desk.channel.asked.length;
    await desk.pass(30 * 24 * hour);
    expect(desk.channel.asked.length).toBe(before);
    expect(await desk.database.db.outboxMessage.count({ where: { state: 'pending' } })).toBe(0);
  });
});
