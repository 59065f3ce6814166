import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('passing a ticket on', () => {
  let desk: DeskHarness;
  let code: string;
  beforeEach(async () => {
    desk = await createDeskHarness();
    // Both can be written to directly.
    await desk.say('王姐', '王姐', '帮助');
    await desk.say('李工', '李工', '帮助');
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    code = (await desk.database.db.ticket.findFirstOrThrow()).code;
    await desk.say('李工', 'staff', `接单 ${code}`);
  });
  afterEach(() => desk.close());

  const ticket = async () => {
    const { status, assignee, offeredTo, events } = await desk.database.db.ticket.findFirstOrThrow({
      where: { code },
      include: { assignee: true, offeredTo: true, events: { orderBy: { id: 'asc' } } },
    });
    const types = events.map(({ type }) => type);
    return { status, assignee: assignee?.name ?? null, offered: offeredTo?.name ?? null, types };
  };
  const waiting = () => desk.database.db.deadline.count({ where: { kind: 'pass_unaccepted', settledAt: null } });
  const last = (where: string): string => desk.heard(where).at(-1) ?? '';
  const card = (): string => desk.heard('staff').findLast((text) => text.startsWith(`▫️ ${code}`)) ?? '';

  it('leaves whoever passed it in charge until the other has accepted, and the card says so', async () => {
    await desk.say('李工', 'staff', `转交 ${code} 王姐`);
    expect(await ticket()).toMatchObject({ status: 'accepted', assignee: '李工', offered: '王姐' });
    expect(card()).toContain('转交给王姐（待接单，今天 10:30 前），在那之前由李工负责');
    expect(last('王姐')).toContain(`李工想把 ${code} 转交给您`);
    expect(await waiting()).toBe(1);
  });

  it.each<[string, (desk: DeskHarness) => Promise<unknown>]>([
    ['takes it by words', (at) => at.say('王姐', 'staff', `接单 ${code}`)],
    ['takes it with a bare word', (at) => at.clock.advance(minute) ?? at.say('王姐', 'staff', '接单')],
    ['takes it on the card', (at) => at.press('王姐', 'staff', at.find('staff', '转交给王姐'), '接单')],
    ['takes it in the direct chat', (at) => at.press('王姐', '王姐', at.find('王姐', '转交给您'), '接单')],
    ['answers', (at) => at.say('王姐', 'staff', `回复 ${code} 师傅十分钟后到`)],
    ['promises a time', (at) => at.say('王姐', 'staff', `承诺 ${code} 今天15:00`)],
    ['answers among the residents', (at) => at.say('王姐', 'residents', '师傅马上到', { replyTo: 'm3' })],
  ])('gives it to the other, who %s', async (_, does) => {
    await desk.say('李工', 'staff', `转交 ${code} 王姐`);
    await does(desk);
    expect(await ticket()).toMatchObject({ status: 'accepted', assignee: '王姐', offered: null });
    expect((await ticket()).types.filter((type) => type === 'taken')).toHaveLength(2);
    expect(await waiting()).toBe(0);
  });

  it('tells the resident who has it now', async () => {
    await desk.say('李工', 'staff', `转交 ${code} 王姐`);
    await desk.say('王姐', 'staff', `接单 ${code}`);
    expect(last('residents')).toContain('王姐');
  });

  it('does not take an answer of somebody else for acceptance', async () => {
    await desk.say('李工', 'staff', `转交 ${code} 王姐`);
    await desk.say('周经理', 'staff', `回复 ${code} 我们正在处理`);
    expect(await ticket()).toMatchObject({ assignee: '李工', offered: '王姐' });
  });

  it.each<[string, (desk: DeskHarness) => Promise<unknown>]>([
    ['in words', (at) => at.say('王姐', 'staff', `退回 ${code} 不归我管`)],
    [
      'as a reply to the direct word',
      (at) => at.say('王姐', '王姐', '退回 不归我管', { replyTo: at.find('王姐', '转交给您') }),
    ],
    ['with a bare word', (at) => at.say('王姐', '王姐', '退回')],
    ['by a press', (at) => at.press('王姐', 'staff', at.find('staff', '转交给王姐'), '退回')],
  ])('stays with whoever had it when the other declines %s, and both know', async (_, does) => {
    await desk.say('李工', 'staff', `转交 ${code} 王姐`);
    desk.clock.advance(minute);
    await does(desk);
    expect(await ticket()).toMatchObject({ assignee: '李工', offered: null });
    expect((await ticket()).types.at(-1)).toBe('declined');
    expect(last('李工')).toContain(`王姐退回了 ${code}`);
    expect(await waiting()).toBe(0);
  });

  it('returns when nobody has accepted it in time, exactly then, and both are told', async () => {
    await desk.say('李工', 'staff', `转交 ${code} 王姐`);
    await desk.pass(30 * minute - 1);
    expect(await ticket()).toMatchObject({ offered: '王姐' });
    await desk.pass(1);
    expect(await ticket()).toMatchObject({ assignee: '李工', offered: null });
    expect((await ticket()).types.at(-1)).toBe('returned');
    expect(desk.heard('王姐').join()).toContain(`${code} 转交给王姐后没有接单`);
    expect(desk.heard('李工').join()).toContain(`${code} 转交给王姐后没有接单`);
  });

  it('waits for the office to open when it was passed in the evening', async () => {
    await desk.pass(7 * hour + 45 * minute);
    await desk.say('李工', 'staff', `转交 ${code} 王姐`);
    await desk.pass(12 * hour);
    expect(await ticket()).toMatchObject({ offered: '王姐' });
    await desk.pass(3 * hour);
    expect(await ticket()).toMatchObject({ offered: null });
  });

  it('takes the second colleague’s name in place of the first, who is told', async () => {
    await desk.say('李工', 'staff', `转交 ${code} 王姐`);
    await desk.say('李工', 'staff', `转交 ${code} 周经理`);
    expect(await ticket()).toMatchObject({ assignee: '李工', offered: '周经理' });
    expect(last('王姐')).toContain(`${code} 不用您接了`);
    expect(await waiting()).toBe(1);
  });

  it('comes back to whoever passed it and takes it after all', async () => {
    await desk.say('李工', 'staff', `转交 ${code} 王姐`);
    const before = desk.heard('residents').length;
    await desk.say('李工', 'staff', `接单 ${code}`);
    expect(await ticket()).toMatchObject({ assignee: '李工', offered: null });
    expect(last('王姐')).toContain(`${code} 不用您接了`);
    expect(desk.heard('residents')).toHaveLength(before);
  });

  it.each(['办结', '误报'])('is over with the ticket: %s', async (verb) => {
    await desk.say('李工', 'staff', `转交 ${code} 王姐`);
    await desk.say('李工', 'staff', `${verb} ${code}`);
    expect(await ticket()).toMatchObject({ offered: null });
    expect(await waiting()).toBe(0);
  });

  it('is over when the ticket becomes part of another', async () => {
    await desk.say('小陈', 'residents', '5栋1单元楼道灯不亮');
    const other = await desk.database.db.ticket.findFirstOrThrow({ where: { building: '5' } });
    await desk.say('李工', 'staff', `转交 ${code} 王姐`);
    await desk.say('王姐', 'staff', `合并 ${code} ${other.code}`);
    expect(await ticket()).toMatchObject({ status: 'merged', offered: null });
    expect(await waiting()).toBe(0);
  });

  it('changes nothing when it is passed to whoever has it', async () => {
    await desk.say('王姐', 'staff', `转交 ${code} 李工`);
    expect(await ticket()).toMatchObject({ assignee: '李工', offered: null });
    expect(last('staff')).toBe(`${code} 本来就由李工负责，什么都没有改动。`);
  });

  it('says that a colleague is away and until when; said again, it is passed on', async () => {
    const away = await desk.database.db.person.findFirstOrThrow({ where: { name: '王姐' } });
    const now = desk.clock.now();
    const untilAt = new Date('2026-11-25T08:30:00+08:00');
    const { communityId } = desk;
    await desk.database.db.absence.create({
      data: { communityId, personId: away.id, fromAt: now, untilAt, createdAt: now },
    });
    await desk.say('李工', 'staff', `转交 ${code} 王姐`);
    expect(await ticket()).toMatchObject({ offered: null });
    expect(last('staff')).toContain('王姐请假了，11月25日 08:30 回来');
    await desk.press('李工', 'staff', desk.find('staff', '王姐请假了'), '仍转交王姐');
    expect(await ticket()).toMatchObject({ assignee: '李工', offered: '王姐' });
  });

  it('says so to somebody who declines what was not passed to them', async () => {
    await desk.say('王姐', 'staff', `退回 ${code} 不归我管`);
    expect(await ticket()).toMatchObject({ assignee: '李工' });
    expect(last('staff')).toContain(`${code} 没有转交给您`);
  });

  it('stays with whoever had it when the other leaves the office', async () => {
    await desk.say('李工', 'staff', `转交 ${code} 王姐`);
    await leave(desk, '王姐');
    expect(await ticket()).toMatchObject({ assignee: '李工', offered: null });
    expect(await waiting()).toBe(0);
  });

  it('has somebody in charge when whoever passed it leaves, and the offer stands', async () => {
    await desk.say('李工', 'staff', `转交 ${code} 周经理`);
    await leave(desk, '李工');
    expect(await ticket()).toMatchObject({ status: 'open', assignee: '王姐', offered: '周经理' });
  });

  it('is chosen anew when it is opened again and whoever had it is gone', async () => {
    await desk.say('李工', 'staff', `办结 ${code} 好了`);
    await leave(desk, '李工');
    await desk.say('李阿姨', 'residents', '没解决', { replyTo: desk.find('residents', '好了') });
    expect(await ticket()).toMatchObject({ status: 'open', assignee: '王姐' });
  });
});

describe('whoever is asked first', () => {
  let desk: DeskHarness;
  beforeEach(async () => {
    desk = await createDeskHarness();
  });
  afterEach(() => desk.close());
  const assignee = async () =>
    (await desk.database.db.ticket.findFirstOrThrow({ include: { assignee: true } })).assignee?.name;

  it('has the matter that a resident brings to them by name, whatever it is about', async () => {
    await desk.say('李阿姨', 'residents', '@王姐 3栋2单元电梯坏了');
    expect(await assignee()).toBe('王姐');
  });

  it('has the matter that is a reply to their words', async () => {
    const said = await desk.say('王姐', 'residents', '大家早上好');
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了，快来修', { replyTo: said });
    expect(await assignee()).toBe('王姐');
  });

  it('is nobody in particular where a neighbour is mentioned', async () => {
    await desk.say('李阿姨', 'residents', '@老王 3栋2单元电梯坏了');
    expect(await assignee()).toBe('李工');
  });
});

describe('a ticket that nobody is left for', () => {
  let desk: DeskHarness;
  beforeEach(async () => {
    desk = await createDeskHarness();
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    for (const who of ['王姐', '李工', '周经理']) await leave(desk, who);
    await leave(desk, '周经理', 'managers');
  });
  afterEach(() => desk.close());
  const assignee = async () =>
    (await desk.database.db.ticket.findFirstOrThrow({ include: { assignee: true } })).assignee?.name ?? null;

  it('waits, and goes to the next who comes to the office', async () => {
    expect(await assignee()).toBeNull();
    await desk.say('新来的小刘', 'staff', '大家好');
    expect(await assignee()).toBe('新来的小刘');
    expect(desk.heard('staff').at(-1)).toContain('新来的小刘（待接单）');
  });
});

describe('a manager ends somebody’s work', () => {
  let desk: DeskHarness;
  let code: string;
  beforeEach(async () => {
    desk = await createDeskHarness();
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    code = (await desk.database.db.ticket.findFirstOrThrow()).code;
    await desk.say('李工', 'staff', `接单 ${code}`);
  });
  afterEach(() => desk.close());
  const inCharge = async () => {
    const { status, assignee } = await desk.database.db.ticket.findFirstOrThrow({ include: { assignee: true } });
    return [status, assignee?.name];
  };

  it('by name: what they had in hand goes to a colleague', async () => {
    await desk.say('周经理', 'managers', '角色 取消 @李工');
    expect(await inCharge()).toEqual(['open', '王姐']);
    expect(desk.heard('managers').at(-1)).toContain('李工不再负责任何工单');
  });

  it('by a reply to their words', async () => {
    const said = await desk.say('李工', 'residents', '大家早');
    await desk.say('周经理', 'residents', '/角色 取消', { replyTo: said });
    expect(await inCharge()).toEqual(['open', '王姐']);
  });

  it.each([
    ['王姐', 'staff', '角色 取消 @李工'],
    ['周经理', 'managers', '角色 取消 @周经理'],
    ['周经理', 'managers', '角色 取消 @小明'],
  ])('but not so: %s in %s: %s', async (who, where, words) => {
    await desk.say(who, where, words);
    expect(await inCharge()).toEqual(['accepted', '李工']);
    const revoked = await desk.database.db.roleGrant.count({ where: { revokedAt: { not: null } } });
    expect(revoked).toBe(0);
  });
});

async function leave(desk: DeskHarness, who: string, where = 'staff'): Promise<void> {
  await desk.event({
    type: 'member_left',
    key: `left:${who}:${where}`,
    conversation: { externalId: where, kind: 'group', title: where },
    at: desk.clock.now().toISOString(),
    member: desk.sender(who),
  });
}
