import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BellRope } from '../outbox/bells.ts';
import { resumeAccount, stopAccount } from '../outbox/stop-account.ts';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('limits and what becomes of them', () => {
  let desk: DeskHarness;
  beforeEach(async () => {
    desk = await createDeskHarness();
  });
  afterEach(() => desk.close());

  const code = async () => (await desk.database.db.ticket.findFirstOrThrow()).code;

  it('reminds the assignee at half and at four fifths of the hour, and tells the managers at the limit, each once', async () => {
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    const cardOnly = desk.heard('staff').length;
    await desk.pass(29 * minute);
    expect(desk.heard('staff')).toHaveLength(cardOnly);
    await desk.pass(1 * minute);
    expect(desk.heard('staff')).toHaveLength(cardOnly + 1);
    await desk.pass(18 * minute);
    expect(desk.heard('staff')).toHaveLength(cardOnly + 2);
    expect(desk.heard('managers')).toHaveLength(0);
    await desk.pass(12 * minute);
    expect(desk.heard('managers')).toHaveLength(1);
    expect(desk.heard('managers')[0]).toContain(await code());
    await desk.pass(2 * hour - 1);
    expect(desk.heard('managers')).toHaveLength(1);
    await desk.pass(1);
    expect(desk.heard('managers')).toHaveLength(2);
    await desk.pass(hour);
    expect(desk.heard('managers')).toHaveLength(2);
  });

  it('says nothing more once somebody has answered', async () => {
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    await desk.pass(59 * minute + 59_000);
    await desk.say('李工', 'staff', `接单 ${await code()}`);
    await desk.pass(2 * hour);
    expect(desk.heard('managers')).toHaveLength(0);
  });

  it('does once what several bells ring for, also after a restart', async () => {
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    const { id, dueAt } = await desk.database.db.deadline.findFirstOrThrow({ where: { kind: 'escalate' } });
    desk.clock.set(dueAt.toISOString());
    await Promise.all([desk.desk.due(id), desk.desk.due(id), desk.desk.due(id)]);
    await desk.deliver();
    await desk.desk.due(id);
    await desk.deliver();
    expect(desk.heard('managers')).toHaveLength(1);
  });

  it('does nothing before its time', async () => {
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    const { id } = await desk.database.db.deadline.findFirstOrThrow({ where: { kind: 'escalate' } });
    await desk.desk.due(id);
    await desk.deliver();
    expect(desk.heard('managers')).toHaveLength(0);
    expect((await desk.database.db.deadline.findUniqueOrThrow({ where: { id } })).settledAt).toBeNull();
  });

  it('gives an emergency five minutes, and tells the managers at once', async () => {
    await desk.say('小陈', 'residents', '5栋1单元电梯困人了，快来人！');
    const ticket = await desk.database.db.ticket.findFirstOrThrow({
      include: { limits: { orderBy: { dueAt: 'asc' } } },
    });
    expect(ticket.urgency).toBe('emergency');
    expect(ticket.limits[0]?.dueAt).toEqual(new Date('2026-11-23T10:05:00+08:00'));
    expect(desk.heard('managers')).toHaveLength(1);
    await desk.pass(6 * minute);
    // At once, by name after three minutes, and at the limit.
    expect(desk.heard('managers')).toHaveLength(3);
    // Neither the alarm nor that nobody answered waits behind anything.
    const told = await desk.database.db.outboxMessage.findMany({ where: { purpose: 'escalation' } });
    expect(new Set(told.map(({ priority }) => priority))).toEqual(new Set([0]));
  });

  it('counts a repair reported at night from the morning on', async () => {
    desk.clock.set('2026-11-23T23:00:00+08:00');
    await desk.say('李阿姨', 'residents', '3栋2单元楼道灯不亮了');
    const limit = await desk.database.db.limit.findFirstOrThrow();
    expect(limit.dueAt).toEqual(new Date('2026-11-24T09:30:00+08:00'));
  });

  it('neither reminds nor closes before the resident was told that it is done', async () => {
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    const { db } = desk.database;
    const { name: channel, account } = desk.channel;
    const order = { channel, account, by: { communityId: desk.communityId, personId: null } };
    const step = () => ({ tx: db, now: desk.clock.now(), rope: new BellRope() });
    const done = `办结 ${await code()} 换了门机`;
    const told = desk.heard('residents').length;
    await stopAccount(step(), order);
    await desk.say('李工', 'staff', done);
    await desk.pass(10 * 24 * hour);
    expect(await db.ticket.findFirstOrThrow()).toMatchObject({ status: 'done' });
    await resumeAccount(step(), order);
    await desk.deliver();
    expect(desk.heard('residents').slice(told)).toEqual([expect.stringContaining('换了门机')]);
    await desk.pass(24 * hour);
    expect(await db.ticket.findFirstOrThrow()).toMatchObject({ status: 'closed' });
  });

  it('asks for a rating once more after a day, never twice, and then closes', async () => {
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    await desk.say('李工', 'staff', `办结 ${await code()} 修好了`);
    const asked = desk.heard('residents').length;
    await desk.pass(24 * hour);
    expect(desk.heard('residents')).toHaveLength(asked + 1);
    await desk.pass(48 * hour);
    expect(desk.heard('residents')).toHaveLength(asked + 1);
    const closed = await desk.database.db.ticket.findFirstOrThrow({ include: { events: { orderBy: { id: 'desc' } } } });
    expect(closed.status).toBe('closed');
    expect(closed.events[0]).toMatchObject({ type: 'closed', data: { why: 'unanswered' } });
  });

  it('tells at night what was done, asks in the morning whether it is solved, and never reminds of that', async () => {
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    desk.clock.set('2026-11-23T23:30:00+08:00');
    await desk.say('李工', 'staff', `办结 ${await code()} 修好了`);
    const told = desk.heard('residents').length;
    expect(desk.heard('residents').at(-1)).not.toContain('1–5');
    await desk.pass(8 * hour);
    expect(desk.heard('residents')).toHaveLength(told);
    await desk.pass(30 * minute);
    expect(desk.heard('residents')).toHaveLength(told + 1);
    expect(desk.heard('residents').at(-1)).toContain('1–5');
    await desk.pass(48 * hour);
    expect(desk.heard('residents')).toHaveLength(told + 1);
  });

  it('owes progress every two days while it is open', async () => {
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    await desk.say('李工', 'staff', `接单 ${await code()}`);
    await desk.pass(48 * hour + 1);
    expect(desk.heard('managers')).toHaveLength(1);
    const event = await desk.database.db.ticketEvent.findFirstOrThrow({ where: { type: 'breached' } });
    expect(event.data).toMatchObject({ clause: 'P5f' });
  });
});
