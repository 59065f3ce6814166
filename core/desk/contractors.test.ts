import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enrolPerson } from '../people/enrol.ts';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';

const minute = 60_000;

describe('a contractor, who works on tickets from outside of the office', () => {
  let desk: DeskHarness;
  let own: string;
  let other: string;
  beforeEach(async () => {
    desk = await createDeskHarness();
    const { communityId, channel } = desk;
    const firm = { communityId, channel: channel.name, externalId: '电梯公司', name: '电梯公司', flat: null };
    await enrolPerson(desk.database.db, { ...firm, role: 'contractor' }, desk.clock.now());
    await desk.say('电梯公司', '电梯公司', '帮助');
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    own = (await desk.database.db.ticket.findFirstOrThrow({ where: { building: '3' } })).code;
    await desk.say('小陈', 'residents', '5栋1单元楼道灯不亮');
    other = (await desk.database.db.ticket.findFirstOrThrow({ where: { building: '5' } })).code;
  });
  afterEach(() => desk.close());

  const ticket = (code: string) =>
    desk.database.db.ticket.findFirstOrThrow({ where: { code }, include: { assignee: true, offeredTo: true } });
  const last = (where: string): string => desk.heard(where).at(-1) ?? '';
  const refused = () => desk.database.db.auditEntry.count({ where: { action: { startsWith: 'refuse_' } } });
  const give = async (): Promise<void> => {
    await desk.say('李工', 'staff', `转交 ${own} 电梯公司`);
    await desk.say('电梯公司', '电梯公司', `接单 ${own}`);
  };

  it('is given nothing by the desk itself', async () => {
    for (const code of [own, other]) expect((await ticket(code)).assignee?.name).toBe('李工');
    expect(desk.heard('电梯公司').join()).not.toContain(own);
  });

  it('sees the card of what is offered in the direct chat, and takes it there', async () => {
    await desk.say('李工', 'staff', `转交 ${own} 电梯公司`);
    expect(desk.heard('电梯公司').some((text) => text.startsWith(`▫️ ${own}`))).toBe(true);
    await desk.press('电梯公司', '电梯公司', desk.find('电梯公司', `▫️ ${own}`), '接单');
    expect(await ticket(own)).toMatchObject({ status: 'accepted', assignee: { name: '电梯公司' } });
    expect(last('residents')).toContain('电梯公司');
  });

  it('answers the resident by a reply to the card', async () => {
    await give();
    await desk.say('电梯公司', '电梯公司', '师傅十分钟后到', { replyTo: desk.find('电梯公司', `▫️ ${own}`) });
    expect(last('residents')).toContain('师傅十分钟后到');
  });

  it('is reminded in the direct chat, also by what is said to the staff in their group', async () => {
    await give();
    const before = desk.heard('电梯公司').length;
    // Half of the 48 hours in which progress is owed.
    await desk.pass(24 * 60 * minute);
    expect(desk.heard('电梯公司').slice(before)).toEqual([expect.stringMatching(new RegExp(`^电梯公司，${own} 还有`))]);
  });

  it('lists what is theirs, and nothing else', async () => {
    await give();
    await desk.say('电梯公司', '电梯公司', '待办');
    expect(last('电梯公司')).toContain(own);
    expect(last('电梯公司')).not.toContain(other);
  });

  it.each(['接单', '回复', '办结', '详情', '转交'])('does not learn that there are others: %s', async (verb) => {
    await give();
    const before = await refused();
    await desk.say('电梯公司', '电梯公司', `${verb} ${other} 李工`);
    expect(last('电梯公司')).toBe(`没有编号 ${other}，什么都没有改动。发“待办”可以看到所有编号。`);
    await desk.say('电梯公司', '电梯公司', `${verb} Z9Z9 李工`);
    expect(last('电梯公司')).toBe('没有编号 Z9Z9，什么都没有改动。发“待办”可以看到所有编号。');
    expect(await ticket(other)).toMatchObject({ status: 'open', assignee: { name: '李工' } });
    expect(await refused()).toBeGreaterThan(before);
  });

  it.each([
    ['merges', (code: string, into: string) => `合并 ${code} ${into}`],
    ['dismisses', (code: string) => `误报 ${code}`],
    ['enters', () => '登记 电话 3栋2单元501 漏水'],
    ['reads ratings', () => '评价'],
  ])('%s nothing: refused quietly, and logged', async (_, words) => {
    await give();
    const [heard, tickets, before] = [
      desk.heard('电梯公司').length,
      await desk.database.db.ticket.count(),
      await refused(),
    ];
    await desk.say('电梯公司', '电梯公司', words(own, other));
    expect(desk.heard('电梯公司')).toHaveLength(heard);
    expect(await desk.database.db.ticket.count()).toBe(tickets);
    expect(await ticket(own)).toMatchObject({ status: 'accepted' });
    expect(await refused()).toBe(before + 1);
  });

  it('reads in the history who brought the matter, and no other resident’s name', async () => {
    await give();
    await desk.say('老王', 'residents', '我家也是 +1，等了很久', { replyTo: 'm2' });
    await desk.say('电梯公司', '电梯公司', `详情 ${own}`);
    expect(last('电梯公司')).toContain('李阿姨');
    expect(last('电梯公司')).not.toContain('老王');
    await desk.say('王姐', 'staff', `详情 ${own}`);
    expect(last('staff')).toContain('老王');
  });

  it('sees that it is theirs no more, once', async () => {
    await give();
    await desk.say('李工', 'staff', `接单 ${own}`);
    expect(last('电梯公司')).toBe(`${own} 已不归您处理。`);
    const before = desk.heard('电梯公司').length;
    await desk.say('李工', 'staff', `回复 ${own} 我来看看`);
    expect(desk.heard('电梯公司')).toHaveLength(before);
  });

  it('cannot press on the card of somebody else’s ticket in an office group', async () => {
    await desk.press('电梯公司', 'staff', desk.find('staff', other), '接单');
    expect(await ticket(other)).toMatchObject({ status: 'open', assignee: { name: '李工' } });
    expect(await refused()).toBe(1);
  });

  it('answers nobody among the residents but those whose matter is theirs', async () => {
    await desk.say('电梯公司', 'residents', '收到，马上派人', { replyTo: 'm2' });
    expect(await ticket(own)).toMatchObject({ status: 'open', firstResponseAt: null });
    await desk.say('李工', 'staff', `转交 ${own} 电梯公司`);
    await desk.say('电梯公司', 'residents', '收到，马上派人', { replyTo: 'm2' });
    expect(await ticket(own)).toMatchObject({ status: 'accepted', assignee: { name: '电梯公司' } });
  });

  it('is rated apart from the staff, by whose work it was', async () => {
    await give();
    await desk.say('电梯公司', '电梯公司', `办结 ${own} 换了门机`);
    await desk.say('李阿姨', 'residents', '2', { replyTo: desk.find('residents', '换了门机') });
    desk.clock.advance(minute);
    await desk.say('李工', 'staff', `办结 ${other} 换了灯`);
    await desk.say('小陈', 'residents', '5', { replyTo: desk.find('residents', '换了灯') });
    await desk.say('周经理', 'managers', '评价');
    expect(last('managers')).toBe(
      [
        '近 90 天居民评价（2 分及以下算低分）',
        '本物业：',
        '李工 5.0 分 · 1 次评价',
        '外包单位：',
        '电梯公司 2.0 分 · 1 次评价 · 低分 1 次',
      ].join('\n'),
    );
    const heard = desk.heard('staff').length;
    await desk.say('王姐', 'staff', '评价');
    expect(desk.heard('staff')).toHaveLength(heard);
  });
});
