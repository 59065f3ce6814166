import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeChannel } from '../../channel/testing/fake-channel.ts';
import { enrolPerson } from '../../people/enrol.ts';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('the knowledge base', () => {
  let desk: DeskHarness;
  const start = async (channel?: FakeChannel) => {
    desk = await createDeskHarness(channel ? { channel } : {});
  };
  afterEach(() => desk.close());

  const last = (where: string): string => desk.heard(where).at(-1) ?? '';
  const ask = (text: string) => desk.say('周经理', 'managers', text);
  const entries = () => desk.database.db.faqEntry.findMany({ orderBy: { number: 'asc' } });
  const uses = () => desk.database.db.faqUse.findMany({ orderBy: { at: 'asc' } });
  const latest = () =>
    desk.database.db.ticket.findFirstOrThrow({ orderBy: { id: 'desc' }, include: { limits: true, events: true } });
  const entry = '知识库 新增 问：物业费怎么交 问：物业费在哪里交 答：一楼服务中心，或公众号“桂园”，周末也可以';
  const react = (who: string, messageId: string, emoji: string[]) =>
    desk.event({
      type: 'reaction',
      key: `r:${who}:${messageId}:${emoji.join('')}`,
      conversation: { externalId: 'residents', kind: 'group', title: '居民群' },
      at: desk.clock.now().toISOString(),
      sender: desk.sender(who),
      messageId,
      emoji,
    });

  describe('in the hands of managers', () => {
    beforeEach(() => start());

    it('is written, looked up, changed, trusted and ended', async () => {
      await ask('知识库');
      expect(last('managers')).toContain('还是空的');
      await ask(entry);
      expect(last('managers')).toContain('知识库 1\n问：物业费怎么交\n问：物业费在哪里交\n答：一楼服务中心');
      await ask('知识库 修改 1 答：一楼服务中心');
      expect((await entries())[0]).toMatchObject({
        answer: '一楼服务中心',
        questions: ['物业费怎么交', '物业费在哪里交'],
      });
      await ask('知识库 修改 1 问：怎么交物业费 英文：At the office');
      expect((await entries())[0]).toMatchObject({ answer: '一楼服务中心', answers: { en: 'At the office' } });
      await ask('知识库 自动 1 开');
      expect((await entries())[0]?.safe).toBe(true);
      await ask('知识库');
      expect(last('managers')).toContain('知识库 1 条：\n1 物业费怎么交（可自动答复）');
      await ask('知识库 自动 1 关');
      await ask('知识库 停用 1');
      expect(last('managers')).toContain('已停用');
      await ask('知识库 1');
      expect(last('managers')).toContain('没有 1，什么都没有改动');
      await ask('faq add Q: How do I pay the fee? A: At the office.');
      expect((await entries()).map(({ number }) => number)).toEqual([1, 2]);
    });

    it.each([
      ['知识库 新增 问：物业费怎么交', '还缺答案'],
      ['知识库 新增 答：服务中心', '还缺问题'],
      ['知识库 新增', '知识库 新增 问：'],
      ['知识库 停用 7', '没有 7'],
      ['知识库 自动 7 开', '没有 7'],
      ['知识库 收录 Z9Z9', '没有编号 Z9Z9'],
    ])('%s changes nothing and says what is wrong', async (text, answer) => {
      await ask(text);
      expect(last('managers')).toContain(answer);
      expect(last('managers').length).toBeGreaterThan(0);
      expect(await entries()).toEqual([]);
    });

    it('makes an entry of a ticket and its answer, without persons; not of what is private or no question', async () => {
      await desk.say('李阿姨', 'residents', '请问游泳池几点开门？');
      const { code } = await latest();
      await ask(`知识库 收录 ${code}`);
      expect(last('managers')).toContain('还没有人答复过');
      await desk.say('王姐', 'staff', `回复 ${code} 每天 9:00 到 21:00，问李阿姨 13812345678`);
      await ask(`知识库 收录 ${code}`);
      const [made] = await entries();
      expect(made?.questions[0]).toContain('游泳池几点开门');
      expect(made?.answer).toContain('9:00 到 21:00');
      expect(made?.answer).not.toMatch(/13812345678|李阿姨/);
      await desk.say('小陈', 'residents', '5栋电梯坏了，停在一楼不动');
      await ask(`知识库 收录 ${(await latest()).code}`);
      expect(last('managers')).toContain('不能收录');
      expect(await entries()).toHaveLength(1);
    });

    it('is shown to staff and supervisors, who change nothing, and to residents not at all', async () => {
      await ask(entry);
      await desk.say('王姐', 'staff', '知识库 1');
      expect(last('staff')).toContain('一楼服务中心');
      await desk.say('监督员', '监督员', '知识库');
      expect(last('监督员')).toContain('知识库 1 条');
      await desk.say('王姐', 'staff', '知识库 停用 1');
      await desk.say('监督员', '监督员', '知识库 停用 1');
      await desk.say('老王', '老王', '/faq');
      expect((await entries())[0]?.revokedAt).toBeNull();
      expect(desk.heard('老王').join('\n')).not.toContain('服务中心');
    });
  });

  describe('for a question that it answers', () => {
    beforeEach(async () => {
      await start();
      await ask(entry);
    });

    it('is a draft on the card, which staff send by one press as their own answer', async () => {
      await desk.say('李阿姨', 'residents', '请问物业费怎么交？');
      const card = desk.find('staff', '💡 知识库 1 的答复');
      const { code } = await latest();
      const shown = desk.channel.taken.find(({ externalIds }) => externalIds.includes(card));
      const choiceId = shown?.message.choices.flat().find(({ label }) => label === '发送这个答复')?.id ?? '';
      expect(desk.heard('residents').join('\n')).not.toContain('服务中心');
      await desk.press('王姐', 'staff', card, '发送这个答复');
      expect(last('residents')).toContain(code);
      expect(last('residents')).toContain('一楼服务中心');
      expect(await latest()).toMatchObject({ status: 'accepted', firstResponseAt: expect.any(Date) });
      expect((await uses())[0]).toMatchObject({ automatic: false, usedAt: expect.any(Date) });
      const before = desk.heard('residents').length;
      expect(last('staff')).not.toContain('💡');
      await desk.event({
        type: 'button',
        key: 'stale',
        conversation: { externalId: 'staff', kind: 'group', title: '客服群' },
        at: desk.clock.now().toISOString(),
        sender: desk.sender('李工'),
        messageId: card,
        choiceId,
      });
      expect(last('staff')).toContain('已经发过');
      expect(desk.heard('residents')).toHaveLength(before);
    });

    it('is answered by the bot once a manager trusts it, and closed when that helped', async () => {
      await ask('知识库 自动 1 开');
      await desk.say('李阿姨', 'residents', '请问物业费怎么交？');
      const { code, limits } = await latest();
      expect(last('residents')).toBe(
        `${code} 自动答复：\n一楼服务中心，或公众号“桂园”，周末也可以\n帮到您了吗？没帮到就选“没帮到”，或引用本条说“转人工”，由工作人员答复您。`,
      );
      expect(desk.heard('residents')).toHaveLength(1);
      expect(last('staff')).toContain('🤖 已用知识库 1 自动答复');
      expect(limits.find(({ kind }) => kind === 'first_response')?.metAt).toBeNull();
      const given = desk.find('residents', '自动答复');
      await desk.press('老王', 'residents', given, '帮到了');
      expect((await latest()).status).toBe('open');
      await desk.press('李阿姨', 'residents', given, '帮到了');
      const closed = await latest();
      expect(closed.status).toBe('closed');
      expect(closed.firstResponseAt).toBeNull();
      expect(closed.limits.every(({ metAt, cancelledAt }) => metAt ?? cancelledAt)).toBe(true);
      expect((await uses())[0]).toMatchObject({ automatic: true, usedAt: expect.any(Date) });
      await desk.pass(48 * hour);
      expect(desk.heard('staff').join('\n')).not.toContain('超时');
    });

    it('is a person’s when it did not help: with a fresh card, and the limit since it was asked', async () => {
      await ask('知识库 自动 1 开');
      await desk.say('李阿姨', 'residents', '请问物业费怎么交？');
      const before = await latest();
      await desk.pass(hour);
      await desk.press('李阿姨', 'residents', desk.find('residents', '自动答复'), '没帮到，找工作人员');
      expect(last('residents')).toContain(`${before.code} 已转给王姐，明天 10:00 前答复您`);
      expect(last('staff')).toContain('没有帮到，请人工答复');
      const after = await latest();
      expect(after.status).toBe('open');
      const dueAt = (ticket: typeof before) => ticket.limits.find(({ kind }) => kind === 'first_response')?.dueAt;
      expect(dueAt(after)).toEqual(dueAt(before));
      expect((await uses())[0]).toMatchObject({ unhappyAt: expect.any(Date), usedAt: null });
      await desk.press('李阿姨', 'residents', desk.find('residents', '自动答复'), '帮到了');
      expect((await latest()).status).toBe('open');
      await desk.say('王姐', 'staff', '也可以银行代扣', { replyTo: desk.find('staff', '请人工答复') });
      expect(last('residents')).toContain('也可以银行代扣');
    });

    it.each([
      ['谢谢，知道了', 'closed'],
      ['没用，我问的是发票', 'open'],
      ['转人工', 'open'],
    ])('hears “%s” under the answer', async (text, status) => {
      await ask('知识库 自动 1 开');
      await desk.say('李阿姨', 'residents', '请问物业费怎么交？');
      await desk.say('李阿姨', 'residents', text, { replyTo: desk.find('residents', '自动答复') });
      expect((await latest()).status).toBe(status);
      expect((await uses())[0]?.unhappyAt === null).toBe(status === 'closed');
      expect(await desk.database.db.ticket.count()).toBe(1);
    });

    it('shows the staff what is asked on under the answer', async () => {
      await ask('知识库 自动 1 开');
      await desk.say('李阿姨', 'residents', '请问物业费怎么交？');
      await desk.say('李阿姨', 'residents', '那发票呢？', { replyTo: desk.find('residents', '自动答复') });
      expect(desk.heard('staff').join('\n')).toContain('李阿姨补充：那发票呢？');
      expect(await desk.database.db.ticket.count()).toBe(1);
      expect((await latest()).status).toBe('open');
    });

    it('hears reactions, and “转人工” without a reply', async () => {
      await ask('知识库 自动 1 开');
      await desk.say('李阿姨', 'residents', '请问物业费怎么交？');
      await react('老王', desk.find('residents', '自动答复'), ['👎']);
      expect((await uses())[0]?.unhappyAt).toBeNull();
      await react('李阿姨', desk.find('residents', '自动答复'), ['👍']);
      expect((await latest()).status).toBe('closed');
      desk.clock.set('2026-11-23T12:00:00+08:00');
      await desk.say('老王', '老王', '请问物业费在哪里交？');
      await desk.say('小陈', 'residents', '转人工');
      await desk.say('老王', '老王', '转人工');
      expect((await uses()).map(({ unhappyAt }) => unhappyAt !== null)).toEqual([false, true]);
    });

    it('opens the ticket again when somebody finds later that it did not help', async () => {
      await ask('知识库 自动 1 开');
      await desk.say('李阿姨', '李阿姨', '请问物业费怎么交？');
      await desk.press('李阿姨', '李阿姨', desk.find('李阿姨', '自动答复'), '帮到了');
      await desk.press('李阿姨', '李阿姨', desk.find('李阿姨', '自动答复'), '没帮到，找工作人员');
      expect(await latest()).toMatchObject({ status: 'open', reopenedCount: 1 });
    });

    it('that says nothing more stays on the staff’s list, with its limit', async () => {
      await ask('知识库 自动 1 开');
      await desk.say('李阿姨', 'residents', '请问物业费怎么交？');
      const { code } = await latest();
      await desk.pass(23 * hour);
      expect(desk.heard('staff').filter((text) => text.includes(code)).length).toBeGreaterThan(1);
      await desk.say('王姐', 'staff', `办结 ${code} 已自动答复`);
      expect((await latest()).status).toBe('done');
    });

    it('loses the bot’s trust after three whom it did not help, and the managers hear of it', async () => {
      await ask('知识库 自动 1 开');
      for (const [index, who] of ['李阿姨', '老王', '小陈'].entries()) {
        desk.clock.set(`2026-11-23T1${index + 1}:00:00+08:00`);
        await desk.say(who, who, '请问物业费怎么交？');
        await desk.say(who, who, '没用', { replyTo: desk.find(who, '自动答复') });
        expect((await entries())[0]?.safe).toBe(index < 2);
      }
      expect(last('managers')).toContain('有 3 次没帮到居民，机器人不再自己答');
      desk.clock.set('2026-11-23T15:00:00+08:00');
      await ask('知识库 自动 1 开');
      desk.clock.set('2026-11-23T16:00:00+08:00');
      await enrolPerson(
        desk.database.db,
        {
          communityId: desk.communityId,
          channel: desk.channel.name,
          externalId: '新邻居',
          name: '新邻居',
          role: 'resident',
          flat: null,
        },
        desk.clock.now(),
      );
      await desk.say('新邻居', '新邻居', '请问物业费怎么交？');
      await desk.say('新邻居', '新邻居', '没用', { replyTo: desk.find('新邻居', '自动答复') });
      expect((await entries())[0]?.safe).toBe(true);
    });

    it('is answered in the language of whoever asks', async () => {
      await ask('faq add Q: How do I pay the management fee? A: 一楼服务中心 en: At the office on the ground floor');
      await ask('faq auto 2 on');
      await desk.say('小陈', 'residents', 'How do I pay the management fee?');
      expect(last('residents')).toContain('Automatic answer:\nAt the office on the ground floor');
      await desk.say('小陈', 'residents', 'That did not help', { replyTo: desk.find('residents', 'Automatic') });
      expect(last('residents')).toContain('Sorry that this did not help');
    });

    it('never answers complaints, repairs, or what is asked beside something else', async () => {
      await ask('知识库 自动 1 开');
      await desk.say('李阿姨', 'residents', '物业费怎么交？你们服务态度太差了，我要投诉！');
      await desk.say('小陈', 'residents', '5栋电梯坏了，停在一楼不动');
      await desk.say('老王', 'residents', '请问物业费怎么交？', { photo: true });
      expect(desk.heard('residents').join('\n')).not.toContain('自动答复');
      expect((await uses()).filter(({ automatic }) => automatic)).toEqual([]);
    });
  });

  describe('on a platform without buttons', () => {
    beforeEach(async () => {
      await start(new FakeChannel({ capabilities: { buttons: false, reactions: false, edits: false } }));
      await ask(entry);
    });

    it('works in words', async () => {
      await desk.say('李阿姨', 'residents', '请问物业费怎么交？');
      await desk.say('王姐', 'staff', '发送这个答复', { replyTo: desk.find('staff', '💡') });
      expect(last('residents')).toContain('一楼服务中心');
      await ask('知识库 自动 1 开');
      desk.clock.set('2026-11-24T10:00:00+08:00');
      await desk.say('老王', 'residents', '请问物业费在哪里交？');
      await desk.say('老王', 'residents', '2', { replyTo: desk.find('residents', '自动答复') });
      expect(last('residents')).toContain('已转给');
      await desk.say('小陈', '小陈', '请问物业费在哪里交？');
      await desk.say('小陈', '小陈', '1');
      expect(last('小陈')).toContain('就此办结');
    });
  });
});
