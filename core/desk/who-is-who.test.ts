import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeChannel } from '../channel/testing/fake-channel.ts';
import { mergePersons } from '../people/merge.ts';
import { runStep } from '../run-step.ts';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';

const minutes = 60_000;
const silent = { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(true) };

/** The estate lives on WeChat; some of its people write on Telegram, too. */
describe('who is who', () => {
  let desk: DeskHarness;
  let telegram: FakeChannel;
  let count = 0;

  beforeEach(async () => {
    telegram = new FakeChannel({ name: 'telegram', account: 'bot' });
    desk = await createDeskHarness({
      channel: new FakeChannel({ name: 'wechat', account: 'desk' }),
      besides: [telegram],
    });
  });
  afterEach(() => desk.close());

  interface How {
    id?: string;
    mayBe?: string[];
    replyTo?: string;
    toBot?: boolean;
  }
  /** Somebody writes: in a group of the estate on WeChat, or to the bot in person on either platform. */
  async function write(name: string, where: string, text: string, how: How = {}): Promise<string> {
    const { id = name, mayBe, replyTo = null } = how;
    const channel = where.startsWith('tg:') ? telegram : desk.channel;
    const kind = ['residents', 'staff', 'managers'].includes(where) ? 'group' : 'direct';
    const messageId = `w${(count += 1)}`;
    await desk.desk.inboxFor(channel).receive({
      type: 'message',
      key: messageId,
      conversation: { externalId: where, kind, title: where },
      at: desk.clock.now().toISOString(),
      sender: { externalId: id, name, isBot: false, ...(mayBe ? { mayBe } : {}) },
      messageId,
      text,
      attachments: [],
      replyToId: replyTo,
      quotedText: null,
      albumKey: null,
      toBot: how.toBot ?? kind === 'direct',
      forwarded: false,
    });
    await desk.deliver();
    return messageId;
  }
  const heard = (where: string): string[] => (where.startsWith('tg:') ? telegram.textsIn(where) : desk.heard(where));
  const last = (where: string): string => heard(where).at(-1) ?? '';
  const personOf = async (externalId: string, channel = 'wechat') => {
    const { person } = await desk.database.db.identity.findFirstOrThrow({
      where: { channel, externalId },
      include: { person: { include: { household: { include: { building: true } }, roles: true, identities: true } } },
    });
    return person;
  };
  const flatOf = async (externalId: string, channel = 'wechat'): Promise<string | null> => {
    const { household, flatConfirmedAt } = await personOf(externalId, channel);
    if (!household) return null;
    return `${[household.building.label, household.unit, household.room].filter(Boolean).join('-')}${flatConfirmedAt ? '' : '?'}`;
  };
  const codeIn = (text: string): string => /(?<![A-Z0-9])[2-9A-HJKMNP-Z]{8}(?![A-Z0-9])/.exec(text)?.[0] ?? '';
  const audited = (action: string): Promise<number> => desk.database.db.auditEntry.count({ where: { action } });

  describe('the same person under a new id', () => {
    it('staff are asked once, say yes, and the records become one', async () => {
      await write('3-2-501 李', 'residents', '大家好', { id: 'old' });
      const old = await personOf('old');
      await write('3-2-501 李', 'residents', '早上好', { id: 'new', mayBe: ['old'] });
      await write('3-2-501 李', 'residents', '今天天气好', { id: 'new', mayBe: ['old'] });
      expect(heard('staff')).toHaveLength(1);
      expect(last('staff')).toContain('微信里来了一位“3-2-501 李”');
      expect(last('staff')).toContain('3栋2单元501');
      expect((await personOf('new')).id).not.toBe(old.id);
      await desk.press('王姐', 'staff', desk.find('staff', '来了一位'), '是同一个人');
      expect((await personOf('new')).id).toBe(old.id);
      expect(last('staff')).toContain('王姐：是“3-2-501 李”，记录已合在一起');
      await write('3-2-501 李', 'residents', '谢谢', { id: 'new', mayBe: ['old'] });
      expect(heard('staff')).toHaveLength(2);
    });

    it('staff say no: it is somebody new, and nobody asks again, or may think better of it', async () => {
      await write('王芳', 'residents', '大家好', { id: 'old' });
      await write('王芳', 'residents', '早上好', { id: 'new', mayBe: ['old'] });
      const question = desk.find('staff', '来了一位');
      const choices = desk.channel.taken
        .find(({ externalIds }) => externalIds.includes(question))
        ?.message.choices.flat();
      await desk.press('王姐', 'staff', question, '不是，是新来的');
      const [yes] = choices ?? [];
      await desk.event({
        type: 'button',
        key: 'late',
        conversation: { externalId: 'staff', kind: 'group', title: '客服群' },
        at: desk.clock.now().toISOString(),
        sender: desk.sender('李工'),
        messageId: question,
        choiceId: yes?.id ?? '',
      });
      await write('王芳', 'residents', '早上好', { id: 'new', mayBe: ['old'] });
      expect((await personOf('new')).id).not.toBe((await personOf('old')).id);
      expect(heard('staff')).toHaveLength(2);
    });

    it('of several candidates each is offered, at most three', async () => {
      for (const id of ['a', 'b', 'c', 'd']) await write('王芳', 'residents', '好', { id });
      await write('王芳', 'residents', '早', { id: 'new', mayBe: ['b', 'unknown', 'a', 'c', 'd'] });
      const choices = desk.channel.taken.at(-1)?.message.choices.flat() ?? [];
      expect(choices.map(({ label }) => label)).toEqual([
        expect.stringContaining('王芳'),
        expect.stringContaining('王芳'),
        expect.stringContaining('王芳'),
        '都不是，是新来的',
      ]);
      for (const { id } of choices) expect(Buffer.byteLength(id)).toBeLessThanOrEqual(60);
      await desk.press('王姐', 'staff', desk.find('staff', '来了一位'), choices[0]?.label ?? '');
      expect((await personOf('new')).id).toBe((await personOf('b')).id);
    });

    it('only a manager says that somebody is a manager, and nobody says it of themselves', async () => {
      await write('周经理', 'staff', '早', { id: 'zhou-new', mayBe: ['周经理'] });
      const question = desk.find('staff', '来了一位');
      await desk.press('王姐', 'staff', question, '是同一个人');
      await desk.press('zhou-new', 'staff', question, '是同一个人');
      expect((await personOf('zhou-new')).id).not.toBe((await personOf('周经理')).id);
      expect(await audited('refuse_merge')).toBe(2);
      await desk.press('周经理', 'staff', question, '是同一个人');
      expect((await personOf('zhou-new')).id).toBe((await personOf('周经理')).id);
    });

    it('nobody becomes a manager by saying that the manager’s new account is their own', async () => {
      await write('周经理', 'managers', '早', { id: 'zhou-new', mayBe: ['李工'] });
      await desk.press('李工', 'staff', desk.find('staff', '来了一位'), '是同一个人');
      expect((await personOf('zhou-new')).id).not.toBe((await personOf('李工')).id);
      expect(await audited('refuse_merge')).toBe(1);
    });

    it('who was joined by a code meanwhile is not said to be somebody else', async () => {
      await write('王芳', 'residents', '好', { id: 'old' });
      await write('王芳', 'residents', '早', { id: 'new', mayBe: ['old'] });
      const [other, one] = [await personOf('李阿姨'), await personOf('new')];
      await runStep({ db: desk.database.db, clock: desk.clock, bells: silent }, (step) =>
        mergePersons(step, { fromId: one.id, intoId: other.id, by: other.id, why: 'code' }),
      );
      await desk.press('王姐', 'staff', desk.find('staff', '来了一位'), '是同一个人');
      expect(last('staff')).not.toContain('记录已合在一起');
    });

    it('nobody known is meant: nothing is asked', async () => {
      await write('王芳', 'residents', '早', { id: 'new', mayBe: ['nobody'] });
      expect(heard('staff')).toEqual([]);
    });
  });

  describe('joining two platforms by a code', () => {
    it('a resident takes a code in a direct chat and uses it on the other platform: one person', async () => {
      await write('李阿姨', 'wx-li', '绑定');
      const code = codeIn(last('wx-li'));
      await write('Aunt Li', 'tg:li', `绑定 ${code.toLowerCase()}`, { id: 'tg-li' });
      const one = await personOf('tg-li', 'telegram');
      expect(one.id).toBe((await personOf('李阿姨')).id);
      expect(one.identities.map(({ channel }) => channel).toSorted()).toEqual(['telegram', 'wechat']);
      expect(last('tg:li')).toContain('绑定好了：这里和微信上的您');
      expect(last('wx-li')).toContain('绑定好了：这里和Telegram上的您');
      expect(one.name).toBe('李阿姨');
      await write('Aunt Li', 'tg:li', '厨房漏水', { id: 'tg-li' });
      const ticket = await desk.database.db.ticket.findFirstOrThrow();
      expect(ticket).toMatchObject({ requesterId: one.id, building: '3', room: '501' });
    });

    it('works once, for ten minutes, and not on the platform it came from', async () => {
      await write('李阿姨', 'wx-li', '绑定');
      const code = codeIn(last('wx-li'));
      await write('李阿姨', 'wx-li', `绑定 ${code}`);
      expect(last('wx-li')).toContain('请到另一个平台上发');
      await desk.pass(10 * minutes + 1);
      await write('小陈', 'wx-chen', `绑定 ${code}`);
      expect(last('wx-chen')).toContain('已经过期');
      await write('李阿姨', 'wx-li', '绑定');
      const fresh = codeIn(last('wx-li'));
      await desk.pass(10 * minutes);
      await write('Aunt Li', 'tg:li', `绑定 ${fresh}`, { id: 'tg-li' });
      expect(last('tg:li')).toContain('绑定好了');
      await write('小陈', 'wx-chen', `绑定 ${fresh}`);
      expect(last('wx-chen')).toContain('已经用过');
      expect(await audited('merge_persons')).toBe(1);
    });

    it('is not shown in a residents’ group; a newer code makes the older one void', async () => {
      await write('李阿姨', 'residents', '绑定');
      expect(last('residents')).toBe('绑定码只能在私聊里看。请私聊我，发“绑定”。');
      await write('李阿姨', 'wx-li', '绑定');
      const old = codeIn(last('wx-li'));
      await write('李阿姨', 'wx-li', '绑定');
      await write('小陈', 'wx-chen', `绑定 ${old}`);
      expect(last('wx-chen')).toContain('绑定码不对');
    });

    it('five wrong codes in an hour, then silence; an hour later it works again', async () => {
      await write('李阿姨', 'wx-li', '绑定');
      const right = codeIn(last('wx-li'));
      for (let tries = 0; tries < 5; tries += 1) await write('小陈', 'wx-chen', '绑定 ABCD2345');
      expect(heard('wx-chen')).toHaveLength(5);
      await write('小陈', 'wx-chen', `绑定 ${right}`);
      expect(heard('wx-chen')).toHaveLength(5);
      expect(await audited('refuse_join')).toBe(1);
      await desk.pass(60 * minutes);
      await write('小陈', 'wx-chen', '绑定 ABCD2345');
      expect(heard('wx-chen')).toHaveLength(6);
    });

    it('somebody whom nobody knows gets no more tries than others', async () => {
      await write('李阿姨', 'wx-li', '绑定');
      const right = codeIn(last('wx-li'));
      for (let tries = 0; tries < 5; tries += 1) await write('X', 'tg:x', '绑定 ABCD2345', { id: 'x' });
      await write('X', 'tg:x', `绑定 ${right}`, { id: 'x' });
      expect(await desk.database.db.identity.count({ where: { externalId: 'x' } })).toBe(0);
      expect(await audited('refuse_join')).toBe(1);
    });

    it('the code of somebody of the office does nothing before they confirm it where they took it', async () => {
      await write('周经理', 'staff', '绑定');
      const code = codeIn(last('staff'));
      await write('Zhou', 'tg:zhou', `绑定 ${code}`, { id: 'tg-zhou' });
      expect(last('tg:zhou')).toContain('确认是您本人');
      expect((await personOf('tg-zhou', 'telegram')).roles).toEqual([]);
      const question = desk.find('staff', '用了您的绑定码');
      expect(last('staff')).toMatch(/^@周经理 /);
      await desk.press('王姐', 'staff', question, '是我');
      expect((await personOf('tg-zhou', 'telegram')).roles).toEqual([]);
      await desk.press('周经理', 'staff', question, '是我');
      expect((await personOf('tg-zhou', 'telegram')).id).toBe((await personOf('周经理')).id);
      expect(last('tg:zhou')).toContain('绑定好了');
    });

    it('a stolen code of a manager is worth nothing once they say that it was not they', async () => {
      await write('周经理', 'staff', '绑定');
      const code = codeIn(last('staff'));
      await write('Thief', 'tg:thief', `绑定 ${code}`, { id: 'tg-thief' });
      const question = desk.find('staff', '用了您的绑定码');
      await desk.press('周经理', 'staff', question, '不是我');
      await desk.press('周经理', 'staff', question, '是我');
      expect((await personOf('tg-thief', 'telegram')).id).not.toBe((await personOf('周经理')).id);
      expect(last('tg:thief')).toContain('绑定没有成功');
      await write('Thief', 'tg:thief', `绑定 ${code}`, { id: 'tg-thief' });
      expect(last('tg:thief')).toContain('已经用过');
    });

    it('nobody gets the rights of the office by having a manager type their code', async () => {
      await write('小陈', 'wx-chen', '绑定');
      await write('周经理', 'wx-zhou', `绑定 ${codeIn(last('wx-chen'))}`);
      expect(last('wx-zhou')).toContain('请反过来');
      expect((await personOf('小陈')).id).not.toBe((await personOf('周经理')).id);
    });

    it('a name on one platform does not change the name that the staff know', async () => {
      await write('李阿姨', 'wx-li', '绑定');
      await write('Aunt Li', 'tg:li', `绑定 ${codeIn(last('wx-li'))}`, { id: 'tg-li' });
      await write('Aunt Li', 'tg:li', '你好', { id: 'tg-li' });
      await write('李阿姨', 'residents', '早');
      await write('Aunt Li', 'tg:li', '你好', { id: 'tg-li' });
      expect((await personOf('李阿姨')).name).toBe('李阿姨');
      await write('Li Li', 'tg:li', '改名了', { id: 'tg-li' });
      expect((await personOf('李阿姨')).name).toBe('Li Li');
    });
  });

  describe('flats', () => {
    it('come from nicknames, unconfirmed, and go with them until somebody confirms', async () => {
      await write('3-2-502 吴', 'residents', '大家好', { id: 'wu' });
      expect(await flatOf('wu')).toBe('3-2-502?');
      await write('小吴', 'residents', '改名了', { id: 'wu' });
      expect(await flatOf('wu')).toBe('3-2-502?');
      await write('小吴 5-1-301', 'residents', '搬家了', { id: 'wu' });
      expect(await flatOf('wu')).toBe('5-1-301?');
      await write('9-1-301 郑', 'residents', '你好', { id: 'zheng' });
      expect(await flatOf('zheng')).toBeNull();
    });

    it('residents confirm their own; the number is not repeated in the group', async () => {
      await write('3-2-502 吴', 'residents', '房号 对', { id: 'wu' });
      expect(await flatOf('wu')).toBe('3-2-502');
      expect(last('residents')).toBe('房号已登记，谢谢。');
      await write('5-1-301 吴', 'residents', '改名了', { id: 'wu' });
      expect(await flatOf('wu')).toBe('3-2-502');
      await write('5-1-301 吴', 'wx-wu', '房号', { id: 'wu' });
      expect(last('wx-wu')).toContain('3栋2单元502');
      await write('5-1-301 吴', 'residents', '房号 5栋1单元301', { id: 'wu' });
      expect(await flatOf('wu')).toBe('5-1-301');
      expect(heard('residents').join('\n')).not.toMatch(/301|502/);
      expect(await audited('confirm_flat')).toBe(2);
    });

    it('staff confirm what they reply to: a message in the group, or a card', async () => {
      const said = await write('3-2-502 吴', 'residents', '楼道灯坏了', { id: 'wu' });
      await write('王姐', 'residents', '房号 对', { replyTo: said });
      expect(await flatOf('wu')).toBe('3-2-502');
      expect(last('residents')).toBe('房号已登记，谢谢。');
      const card = desk.find('staff', '楼道灯坏了');
      await write('王姐', 'staff', '房号 3-2-503', { replyTo: card });
      expect(await flatOf('wu')).toBe('3-2-503');
      expect(last('staff')).toBe('3-2-502 吴：3栋2单元503，已确认。');
    });

    it('what is unclear, or not of this estate, changes nothing', async () => {
      await write('小吴', 'wx-x', '你好', { id: 'wu' });
      await write('小吴', 'residents', '早', { id: 'wu' });
      await write('小吴', 'wx-wu', '房号', { id: 'wu' });
      expect(last('wx-wu')).toContain('还没有您的房号');
      await write('小吴', 'wx-wu', '房号 9-2-502', { id: 'wu' });
      expect(last('wx-wu')).toContain('没有这一栋');
      await write('小吴', 'wx-wu', '房号 对', { id: 'wu' });
      expect(last('wx-wu')).toContain('没看懂房号');
      expect(await flatOf('wu')).toBeNull();
      await write('小吴', 'residents', '房号？', { id: 'wu' });
      expect(heard('residents')).toEqual([]);
      await write('小吴', 'residents', '房号', { id: 'wu', toBot: true });
      expect(last('residents')).toContain('私聊');
      await write('王姐', 'staff', '房号 3-2-502');
      expect(last('staff')).toContain('请引用居民的一条消息');
    });
  });
});
