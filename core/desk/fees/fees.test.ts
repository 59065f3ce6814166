import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { parseCommand } from '../command.ts';

const hour = 3_600_000;

describe('what is an order about fees, and what is talk', () => {
  it.each([
    ['缴费', true],
    ['缴费 导入 2026年物业费\n3-2-501,100', true],
    ['繳費 匯入 管理費\n3-2-501,100', true],
    ['fees import Management fee\n3-2-501,100', true],
    ['缴费 已缴 3-2-501', true],
    ['缴费 提醒 1', true],
    ['缴费 1', true],
    ['fees paid 3-2-501', true],
    ['缴费在哪里', false],
    ['缴费的时候要带什么', false],
    ['缴费 什么时候开始', false],
    ['fees are too high', false],
    ['缴费 已缴了吗', false],
  ])('%j: %s', (text, isOrder) => {
    const read = parseCommand(text, { strict: true });
    expect(read.kind === 'command' && read.verb === 'fees').toBe(isOrder);
  });
});

describe('fee reminders', () => {
  let desk: DeskHarness;
  const last = (where: string): string => desk.heard(where).at(-1) ?? '';
  const heard = (where: string): string => desk.heard(where).join('\n');
  const list = [
    '缴费 导入 2026年物业费',
    '用途：保洁、电梯维保',
    '方式：物业前台',
    '房号,金额,到期日',
    '3-2-501,"1,234.50",2026-12-31',
    '3-2-601,800,2026-12-31',
    '5-1-101,777.70,2026-12-31',
  ].join('\n');
  /** Everything that any group heard. */
  const inGroups = (): string => ['residents', 'staff', 'managers'].map(heard).join('\n');
  const secrets = ['1,234.50', '1234', '777', '3-2-501', '501', '601', '5-1-101', '李阿姨'];
  beforeEach(async () => {
    desk = await createDeskHarness();
    for (const who of ['李阿姨', '王姐', '周经理', '小陈']) await desk.say(who, who, '帮助');
  });
  afterEach(() => desk.close());
  const confirm = async (): Promise<void> => {
    await desk.say('周经理', '周经理', list);
    await desk.press('周经理', '周经理', desk.find('周经理', '缴费清单'), '确认提醒');
    await desk.pass(1000);
  };

  it('a list is shown with counts and no household, and nobody hears of it before it is confirmed', async () => {
    await desk.say('周经理', '周经理', list);
    const preview = last('周经理');
    expect(preview).toContain('共 3 户，合计 2,812.20 元');
    expect(preview).toContain('能私聊提醒到 1 户；1 户还没有登记的住户');
    for (const secret of secrets) expect(preview).not.toContain(secret);
    await desk.pass(24 * hour);
    expect(heard('李阿姨')).not.toContain('物业费');
  });

  it('each household hears of its own, directly; no group hears of anybody', async () => {
    await confirm();
    expect(last('李阿姨')).toContain('3-2-501 的2026年物业费：1,234.50 元，请在 2026-12-31 前缴纳');
    expect(last('李阿姨')).toContain('用途：保洁、电梯维保');
    expect(last('李阿姨')).toContain('缴费方式：物业前台');
    expect(heard('小陈')).not.toContain('物业费');
    for (const secret of [...secrets, '物业费']) expect(inGroups()).not.toContain(secret);
    const items = await desk.database.db.feeItem.findMany({ orderBy: { amount: 'desc' } });
    expect(items.map(({ reached }) => reached)).toEqual([1, 0, 0]);
  });

  it('whoever only wrote the flat into a nickname is told nothing', async () => {
    await desk.database.db.person.updateMany({ where: { name: '李阿姨' }, data: { flatConfirmedAt: null } });
    await confirm();
    expect(heard('李阿姨')).not.toContain('物业费');
  });

  it('confirmed twice, and looked at twice, tells once', async () => {
    await confirm();
    await desk.press('周经理', '周经理', desk.find('周经理', '缴费清单'), '确认提醒');
    expect(last('周经理')).toContain('没有再改');
    for (const { id } of await desk.database.db.deadline.findMany({ where: { kind: 'fees' } })) await desk.desk.due(id);
    await desk.pass(hour);
    expect(desk.heard('李阿姨').filter((text) => text.includes('物业费'))).toHaveLength(1);
  });

  it('made void, or paid, while a reminder waits for the platform: that is not said any more', async () => {
    desk.channel.refuseIn('李阿姨', { kind: 'platform_down', reason: '502' });
    await confirm();
    const states = async () =>
      (await desk.database.db.outboxMessage.findMany({ where: { subject: 'fees', purpose: 'notice' } })).map(
        ({ state }) => state,
      );
    expect(await states()).toEqual(['pending']);
    await desk.say('周经理', '周经理', '缴费 作废 1');
    expect(await states()).toEqual(['dropped']);
    desk.channel.refuseIn('李阿姨', null);
    await desk.pass(hour);
    expect(heard('李阿姨')).not.toContain('物业费');
  });

  it('waits for its time, and for the morning', async () => {
    await desk.say('周经理', '周经理', list.replace('方式：物业前台', '方式：物业前台\n提醒：明天23:30'));
    expect(last('周经理')).toContain('明天 23:30');
    await desk.press('周经理', '周经理', desk.find('周经理', '缴费清单'), '确认提醒');
    await desk.pass(38 * hour);
    expect(heard('李阿姨')).not.toContain('物业费');
    await desk.pass(9 * hour);
    expect(heard('李阿姨')).toContain('物业费');
  });

  it('the household says that it has paid: customer service is told directly, and notes it', async () => {
    await confirm();
    await desk.say('李阿姨', '李阿姨', '已经缴了', { replyTo: desk.find('李阿姨', '物业费') });
    expect(last('李阿姨')).toContain('转告客服');
    expect(last('王姐')).toContain('3-2-501 回复说2026年物业费已经缴了');
    await desk.press('王姐', '王姐', desk.find('王姐', '回复说'), '登记为已缴');
    await desk.say('周经理', '周经理', '缴费 提醒 1');
    await desk.pass(hour);
    expect(desk.heard('李阿姨').filter((text) => text.includes('元，请在'))).toHaveLength(1);
    for (const secret of secrets) expect(inGroups()).not.toContain(secret);
  });

  it('"交了" without a reply is the answer while the reminder is the last word there', async () => {
    await desk.say('李阿姨', '李阿姨', '交了');
    expect(heard('王姐')).not.toContain('已经缴了');
    await confirm();
    await desk.say('李阿姨', '李阿姨', '昨天交了');
    expect(last('李阿姨')).toContain('转告客服');
    expect(last('王姐')).toContain('3-2-501 回复说2026年物业费已经缴了');
    await desk.say('李阿姨', 'residents', '交了');
    expect(desk.heard('王姐').filter((text) => text.includes('已经缴了'))).toHaveLength(1);
  });

  it('nobody of customer service can be told directly: the staff hear it without flat or name', async () => {
    await confirm();
    await desk.database.db.conversation.updateMany({
      where: { externalId: { in: ['王姐', '周经理'] } },
      data: { state: 'left' },
    });
    await desk.press('李阿姨', '李阿姨', desk.find('李阿姨', '物业费'), '已缴');
    expect(last('staff')).toContain('有住户回复说费用已缴');
    for (const secret of secrets) expect(inGroups()).not.toContain(secret);
  });

  it('a question becomes a private ticket about fees', async () => {
    await confirm();
    await desk.say('李阿姨', '李阿姨', '怎么比去年多了两百？', { replyTo: desk.find('李阿姨', '物业费') });
    expect(await desk.database.db.ticket.findMany()).toMatchObject([
      { area: 'fees', sensitive: true, kind: 'inquiry' },
    ]);
    expect(heard('residents')).toBe('');
  });

  it('a question without a reply is one, too, while the reminder is the last word there', async () => {
    await confirm();
    await desk.say('李阿姨', '李阿姨', '为什么这么多？');
    expect(await desk.database.db.ticket.findMany()).toMatchObject([{ area: 'fees', sensitive: true }]);
  });

  it('"知道了" asks nothing', async () => {
    await confirm();
    await desk.say('李阿姨', '李阿姨', '好的，知道了', { replyTo: desk.find('李阿姨', '物业费') });
    expect(await desk.database.db.ticket.count()).toBe(0);
  });

  it('somebody else cannot say that they have paid', async () => {
    await confirm();
    const item = await desk.database.db.feeItem.findFirstOrThrow({ where: { flat: '3-2-501' } });
    await desk.event({
      type: 'button',
      key: 'b:foreign',
      conversation: { externalId: '小陈', kind: 'direct', title: '小陈' },
      at: desk.clock.now().toISOString(),
      sender: desk.sender('小陈'),
      messageId: 'm0',
      choiceId: choiceIds.about('fees', 'paid', item.id),
    });
    expect(heard('王姐')).not.toContain('已经缴了');
  });

  it('staff note a payment by the flat', async () => {
    await confirm();
    await desk.say('王姐', '王姐', '缴费 已缴 3栋2单元501');
    expect(last('王姐')).toContain('已登记为已缴（1 笔）');
    await desk.say('王姐', '王姐', '缴费 已缴 3-2-501');
    expect(last('王姐')).toContain('没有找到');
  });

  it.each([
    ['缴费 导入 物业费\n房号,金额\n3-2-501,一百\n9-1-101,100', ['第 3 行：金额看不懂', '第 4 行：小区没有这一栋楼']],
    ['缴费 导入 物业费\n房号,金额', ['没有一户']],
    ['缴费 导入 物业费\n提醒：昨天\n3-2-501,100', ['没有看懂提醒时间']],
    ['缴费 提醒 7', ['没有编号 7']],
    ['缴费 已缴 9-1-101', ['没有这一栋']],
  ])('%j is answered with what is wrong, and nothing is imported', async (text, words) => {
    await desk.say('周经理', '周经理', text);
    for (const word of words) expect(last('周经理')).toContain(word);
    expect(await desk.database.db.feeList.count()).toBe(0);
  });

  it('in a group nothing is said of fees, and nothing is imported', async () => {
    await desk.say('周经理', 'managers', list);
    expect(last('managers')).toContain('私聊');
    for (const secret of secrets) expect(inGroups()).not.toContain(secret);
    expect(await desk.database.db.feeList.count()).toBe(0);
  });

  it('staff who are no managers import nothing', async () => {
    await desk.say('王姐', '王姐', list);
    expect(await desk.database.db.feeList.count()).toBe(0);
    expect(await desk.database.db.auditEntry.count({ where: { action: 'refuse_command', subject: 'fees' } })).toBe(1);
  });

  it('nothing of a debt is in the audit log', async () => {
    await confirm();
    const entries = JSON.stringify(await desk.database.db.auditEntry.findMany(), (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    for (const secret of ['123450', '1,234.50', '3-2-501']) expect(entries).not.toContain(secret);
  });
});
