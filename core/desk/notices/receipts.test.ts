import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeChannel } from '../../channel/testing/fake-channel.ts';
import { enrolPerson } from '../../people/enrol.ts';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('who has confirmed a notice', () => {
  let desk: DeskHarness;
  const start = async (channel?: FakeChannel) => {
    desk = await createDeskHarness(channel ? { channel } : {});
  };
  afterEach(() => desk.close());

  const last = (where: string): string => desk.heard(where).at(-1) ?? '';
  const ask = (text: string) => desk.say('周经理', 'managers', text);
  const tell = async (text: string) => {
    await ask(text);
    await desk.press('周经理', 'managers', desk.find('managers', '草稿'), '确认发布');
    await desk.pass(3 * minute);
  };
  const receipts = async () => {
    const rows = await desk.database.db.noticeReceipt.findMany({
      orderBy: { at: 'asc' },
      select: { by: true, person: { select: { name: true } } },
    });
    return rows.map(({ by, person }) => `${person?.name ?? 'a flat'} ${by}`);
  };
  const react = (who: string, messageId: string, emoji: string[]) =>
    desk.event({
      type: 'reaction',
      key: `r:${who}:${emoji.join('')}`,
      conversation: { externalId: 'residents', kind: 'group', title: '居民群' },
      at: desk.clock.now().toISOString(),
      sender: desk.sender(who),
      messageId,
      emoji,
    });
  const enrol = (name: string, flat: [string, string, string] | null, role: 'resident' | 'security' = 'resident') => {
    const [building = '', unit = '', room = ''] = flat ?? [];
    const { communityId, channel } = desk;
    const home = flat ? { building, unit, room } : null;
    const person = { communityId, channel: channel.name, externalId: name, name, role, flat: home };
    return enrolPerson(desk.database.db, person, desk.clock.now());
  };
  const tickets = () => desk.database.db.ticket.count();

  describe('on a platform with buttons and reactions', () => {
    beforeEach(() => start());

    it('is counted by household, by button, reaction and words, and nothing is said to the group for it', async () => {
      await enrol('李叔', ['3', '2', '501']);
      await tell('重要通知 明天停水\n收到: 是');
      const told = desk.find('residents', '明天停水');
      const before = desk.heard('residents').length;
      await desk.press('李阿姨', 'residents', told, '收到');
      await desk.press('李阿姨', 'residents', told, '收到');
      await desk.say('李叔', 'residents', '3-2-501收到', { replyTo: told });
      await react('小陈', told, ['😢']);
      await react('小陈', told, ['👍']);
      await react('小陈', told, []);
      expect(await receipts()).toEqual(['李阿姨 button', '李叔 words', '小陈 reaction']);
      expect(desk.heard('residents')).toHaveLength(before);
      expect(await tickets()).toBe(0);
      await ask('通知 1 状态');
      expect(last('managers')).toContain('收到：2/3 户（66%）');
      expect(last('managers')).toContain('已发 1');
    });

    it('is heard in the group without a reply, while the notice is the last of ours there', async () => {
      await tell('重要通知 明天停水\n收到: 是');
      await desk.say('老王', 'residents', '收到，谢谢物业');
      await desk.say('小陈', 'residents', '收到了吗？');
      await desk.say('小陈', 'residents', '收到', { quote: '我的快递到了吗' });
      expect(await receipts()).toEqual(['老王 words']);
      expect(await tickets()).toBe(0);
    });

    it('is not heard a day later, nor after an answer to the same person', async () => {
      await tell('重要通知 明天停水\n收到: 是');
      await desk.say('李阿姨', 'residents', '3栋电梯坏了，停在一楼不动');
      await desk.say('李阿姨', 'residents', '收到');
      await desk.pass(25 * hour);
      await desk.say('老王', 'residents', '收到');
      expect(await receipts()).toEqual([]);
    });

    it('is left in peace where the notice asks for nothing, and is no matter for the office', async () => {
      await tell('通知 明天停水');
      await desk.say('李阿姨', 'residents', '收到', { replyTo: desk.find('residents', '明天停水') });
      await desk.say('老王', 'residents', '收到');
      expect(await receipts()).toEqual([]);
      expect(await tickets()).toBe(0);
    });

    it('does not count once it is over, nor from staff who do not live there', async () => {
      await tell('重要通知 明天停水\n收到: 是');
      const told = desk.find('residents', '明天停水');
      await desk.press('王姐', 'residents', told, '收到');
      await ask('通知 1 结束');
      await desk.pass(minute);
      await react('小陈', told, ['👍']);
      expect(await receipts()).toEqual([]);
    });

    it('counts somebody without a flat apart, until the flat is known', async () => {
      await enrol('新来的', null);
      await tell('重要通知 明天停水\n收到: 是');
      await desk.press('新来的', 'residents', desk.find('residents', '明天停水'), '收到');
      await ask('通知 状态');
      expect(last('managers')).toContain('收到：0/3 户（0%），另有 1 人没有登记房号');
      await desk.say('新来的', '新来的', '房号 5-1-1202');
      await ask('通知 状态');
      expect(last('managers')).toContain('收到：1/3 户（33%）');
      expect(last('managers')).not.toContain('没有登记房号');
    });

    it('“收到，几点恢复？” confirms, and is a question about it', async () => {
      await tell('重要通知 明天停水\n收到: 是');
      await desk.say('老王', 'residents', '收到，几点恢复？', { replyTo: desk.find('residents', '明天停水') });
      expect(await receipts()).toEqual(['老王 words']);
      const ticket = await desk.database.db.ticket.findFirstOrThrow({ include: { notice: true } });
      expect(ticket).toMatchObject({ kind: 'inquiry', notice: { number: 1 } });
      expect(last('staff')).toContain('问的是通知 1“明天停水”');
    });

    it('counts only households of the audience', async () => {
      await tell('重要通知 3栋明天停水\n范围: 3栋\n收到: 是');
      await desk.press('小陈', 'residents', desk.find('residents', '3栋明天停水'), '收到');
      await desk.press('老王', 'residents', desk.find('residents', '3栋明天停水'), '收到');
      await ask('通知 1 状态');
      expect(last('managers')).toContain('收到：1/2 户（50%）');
    });

    it('of an emergency is shown to the office after a quarter of an hour, as a list to walk with', async () => {
      await enrol('高楼', ['3', '2', '1203']);
      await ask('紧急通知 3栋燃气泄漏，请立即撤离');
      await desk.press('周经理', 'managers', desk.find('managers', '草稿'), '确认发布');
      await desk.press('老王', 'residents', desk.find('residents', '燃气泄漏'), '收到');
      await desk.pass(14 * minute);
      expect(desk.heard('staff').some((text) => text.includes('未确认'))).toBe(false);
      await desk.pass(2 * minute);
      const list = desk.heard('staff').find((text) => text.includes('未确认')) ?? '';
      expect(list).toContain('未确认 3 户，共 4 户');
      expect(list).toContain('3栋2单元\n 12层：1203\n 5层：501\n5栋1单元\n 12层：1202');
      expect(list).not.toContain('601');
      await desk.pass(hour);
      expect(desk.heard('staff').filter((text) => text.includes('未确认'))).toHaveLength(1);
      expect(desk.heard('residents').join('\n')).not.toMatch(/501|1203/);
    });

    it('a guard writes down whom he has told, and sees what was not understood', async () => {
      await enrol('保安小刘', null, 'security');
      await ask('紧急通知 3栋燃气泄漏，请立即撤离');
      await desk.press('周经理', 'managers', desk.find('managers', '草稿'), '确认发布');
      await desk.say('保安小刘', '保安小刘', '通知 1 状态');
      expect(desk.heard('保安小刘').join('\n')).toContain('3栋2单元\n 6层：601\n 5层：501');
      await desk.say('保安小刘', '保安小刘', '通知 1 已告知 3-2-501 601 9-1-101');
      expect(last('保安小刘')).toContain('已记下当面告知 2 户：3栋2单元501、3栋2单元601');
      expect(last('保安小刘')).toContain('没有记下：9-1-101');
      await desk.say('保安小刘', '保安小刘', '通知 1 已告知 3-2-501');
      expect(last('保安小刘')).toContain('此前已确认：3栋2单元501');
      expect(await receipts()).toEqual(['李阿姨 staff', '老王 staff']);
      await desk.say('保安小刘', '保安小刘', '通知 1 未确认');
      expect(last('保安小刘')).toContain('未确认 1 户，共 3 户');
      await desk.say('保安小刘', '保安小刘', '通知 1 已告知 5-1-1202');
      await desk.say('保安小刘', '保安小刘', '通知 1 未确认');
      expect(last('保安小刘')).toContain('所有登记在册的 3 户都已确认');
    });

    it('flats from which nobody is known are on the list, too, and can be written down', async () => {
      const { db } = desk.database;
      await enrol('搬走的', ['3', '2', '702']);
      await db.person.updateMany({ where: { name: '搬走的' }, data: { householdId: null } });
      await ask('紧急通知 3栋燃气泄漏，请立即撤离\n范围: 3栋');
      expect(last('managers')).toContain('在册 3 户');
      await desk.press('周经理', 'managers', desk.find('managers', '草稿'), '确认发布');
      await ask('通知 1 未确认');
      expect(last('managers')).toContain('未确认 3 户，共 3 户');
      expect(last('managers')).toContain(' 7层：702');
      await ask('通知 1 已告知 3-2-702');
      expect(last('managers')).toContain('已记下当面告知 1 户：3栋2单元702');
      await ask('通知 1 已告知 3-2-702');
      expect(last('managers')).toContain('此前已确认：3栋2单元702');
      await ask('通知 1 未确认');
      expect(last('managers')).toContain('未确认 2 户，共 3 户');
    });

    it('flats are never listed among residents, and a resident cannot ask for them', async () => {
      await ask('紧急通知 3栋燃气泄漏，请立即撤离');
      await desk.press('周经理', 'managers', desk.find('managers', '草稿'), '确认发布');
      const told = desk.find('residents', '燃气泄漏');
      const before = desk.heard('residents').length;
      await desk.say('周经理', 'residents', '/notice 1 status');
      await desk.say('周经理', 'residents', '未确认', { replyTo: told });
      await desk.say('老王', 'residents', '/notice 1 status');
      await desk.say('老王', '老王', '通知 1 未确认');
      expect(desk.heard('residents').slice(before).join('\n')).not.toMatch(/501|601|1202/);
      expect(desk.heard('老王').join('\n')).not.toMatch(/501|1202/);
    });

    it('supervisors look on and write nothing down', async () => {
      await ask('紧急通知 3栋燃气泄漏，请立即撤离');
      await desk.press('周经理', 'managers', desk.find('managers', '草稿'), '确认发布');
      await desk.say('监督员', '监督员', '通知 1 状态');
      expect(desk.heard('监督员').join('\n')).toContain('收到：0/3 户');
      await desk.say('监督员', '监督员', '通知 1 已告知 3-2-501');
      expect(await receipts()).toEqual([]);
    });

    it('whoever wrote it hears once how many were sent and which failed', async () => {
      desk.channel.refuseIn('residents', { kind: 'not_a_member', reason: 'kicked' });
      await tell('重要通知 明天停水\n收到: 是');
      await desk.pass(10 * minute);
      const progress = desk.heard('managers').filter((text) => text.includes('没发成'));
      expect(progress).toHaveLength(1);
      expect(progress[0]).toContain('已发 0 个群或私聊，1 个没发到：');
      expect(progress[0]).toContain('居民群');
      await ask('通知 1 状态');
      expect(last('managers')).toContain('失败 1');
      expect(last('managers')).toContain('机器人不在群里');
    });

    it('in English', async () => {
      await tell('notice: the water is off tomorrow\nreceipt: yes');
      await desk.say('老王', 'residents', 'Received, thank you', { replyTo: desk.find('residents', 'the water') });
      expect(await receipts()).toEqual(['老王 words']);
      await ask('notice 1 status');
      expect(last('managers')).toContain('1/3');
      await ask('notice 1 told 3-2-501');
      expect(await receipts()).toEqual(['老王 words', '李阿姨 staff']);
    });
  });

  describe('on a platform without buttons, reactions and edits', () => {
    beforeEach(() =>
      start(new FakeChannel({ capabilities: { buttons: false, reactions: false, edits: false, recall: false } })),
    );

    it('is said in words: quoted, by its number, or alone', async () => {
      await ask('重要通知 明天停水\n收到: 是');
      await desk.say('周经理', 'managers', '1', { replyTo: desk.find('managers', '草稿') });
      await desk.pass(3 * minute);
      const told = desk.find('residents', '明天停水');
      await desk.say('李阿姨', 'residents', '知道了', { replyTo: told });
      await desk.say('小陈', 'residents', '1', { replyTo: told });
      await desk.say('老王', 'residents', '收到');
      expect(await receipts()).toEqual(['李阿姨 words', '小陈 words', '老王 words']);
      expect(await tickets()).toBe(0);
    });
  });
});
