import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeChannel } from '../channel/testing/fake-channel.ts';
import { speakOften } from '../outbox/restraint/testing/tell.ts';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Starts on Monday at ten; every repair is drawn to be asked after. */
describe('asking after closed tickets', () => {
  let desk: DeskHarness;
  beforeEach(async () => {
    desk = await createDeskHarness({ random: drawnAlways() });
  });
  afterEach(() => desk.close());

  /** For codes anything, for the sample always low enough: the share is a tenth. */
  function drawnAlways(): () => number {
    let calls = 0;
    return () => ((calls += 1) * 0.0137) % 0.1;
  }
  const ticket = () => desk.database.db.ticket.findFirstOrThrow({ orderBy: { openedAt: 'desc' } });
  const followUps = () => desk.database.db.followUp.findMany({ orderBy: { createdAt: 'asc' } });
  const outcome = async () => (await followUps()).map((one) => one.outcome);
  const asked = () => desk.heard('residents').filter((text) => text.includes('现在还好吗'));
  const cards = () => desk.heard('staff').filter((text) => text.startsWith('☎️'));
  const events = async (type: string) =>
    (await desk.database.db.ticketEvent.findMany({ where: { type }, orderBy: { id: 'asc' } })).map(({ data }) => data);

  /** Reported, done and rated within an hour. */
  async function closeTicket(words = '3栋2单元电梯坏了', rating = '5', who = '李阿姨'): Promise<string> {
    await desk.say(who, 'residents', words);
    const { code } = await ticket();
    await desk.say('李工', 'staff', `接单 ${code}`);
    await desk.pass(hour);
    await desk.say('李工', 'staff', `办结 ${code} 换了门机`);
    await desk.say(who, 'residents', rating, { replyTo: desk.find('residents', code) });
    expect((await ticket()).status).toBe('closed');
    return code;
  }

  it('asks the resident three days later where they asked, once, and thanks them when all is well', async () => {
    const code = await closeTicket();
    expect(await events('follow_up_planned')).toEqual([
      { occasion: 'sample', by: 'bot', dueAt: new Date('2026-11-26T11:00:00+08:00').toISOString() },
    ]);
    await desk.pass(3 * day - 1);
    expect(asked()).toEqual([]);
    await desk.pass(1);
    expect(asked()).toEqual([`上次的电梯（${code}）现在还好吗？`]);
    await desk.press('李阿姨', 'residents', desk.find('residents', '现在还好吗'), '好着呢');
    expect(desk.heard('residents').at(-1)).toBe('那就好，谢谢您。');
    expect(await outcome()).toEqual(['satisfied']);
    expect(await events('followed_up')).toEqual([{ outcome: 'satisfied', by: '李阿姨', note: null }]);
    await desk.pass(30 * day);
    expect(asked()).toHaveLength(1);
  });

  it('waits for the next day in a group that has heard enough of us today', async () => {
    await closeTicket();
    await desk.pass(3 * day - 1);
    await speakOften(desk, 8);
    await desk.deliver();
    await desk.pass(hour);
    expect(asked()).toEqual([]);
    expect((await followUps()).map(({ attempts }) => attempts)).toEqual([0]);
    await desk.pass(20 * hour - 1);
    expect(asked()).toEqual([]);
    await desk.pass(hour);
    expect(asked()).toHaveLength(1);
  });

  it('says nothing of its plan under the closed card, and tells it in the history', async () => {
    const code = await closeTicket();
    expect(desk.heard('staff').at(-1)).not.toContain('回访');
    await desk.say('王姐', 'staff', `详情 ${code}`);
    expect(desk.heard('staff').at(-1)).toContain('计划回访，11月26日 11:00');
  });

  it('counts the same press delivered by several people and times once', async () => {
    await closeTicket();
    await desk.pass(3 * day);
    const question = desk.find('residents', '现在还好吗');
    await desk.press('老王', 'residents', question, '又坏了');
    expect(await outcome()).toEqual([null]);
    await desk.press('李阿姨', 'residents', question, '好着呢');
    await desk.press('李阿姨', 'residents', question, '好着呢');
    expect(await events('followed_up')).toHaveLength(1);
    expect(desk.heard('residents').filter((text) => text.includes('那就好'))).toHaveLength(1);
  });

  it.each([
    { words: '还好，谢谢', wanted: 'satisfied' },
    { words: '5', wanted: 'satisfied' },
    { words: '别再问了', wanted: 'declined' },
    { words: '请打电话给我', wanted: 'wants_contact' },
    { words: '1', wanted: 'wants_contact' },
    { words: '有时候会停一下，你们看看是不是要调', wanted: 'wants_contact' },
  ])('takes "$words" as a reply to the question: $wanted', async ({ words, wanted }) => {
    await closeTicket();
    await desk.pass(3 * day);
    await desk.say('李阿姨', 'residents', words, { replyTo: desk.find('residents', '现在还好吗') });
    expect((await outcome())[0]).toBe(wanted);
    expect((await ticket()).status).toBe('closed');
  });

  it('takes a thumb up for "all is well", from the one who reported it', async () => {
    await closeTicket();
    await desk.pass(3 * day);
    const thumb = (who: string) => ({
      type: 'reaction' as const,
      key: `r:${who}`,
      conversation: { externalId: 'residents', kind: 'group' as const, title: '居民群' },
      at: desk.clock.now().toISOString(),
      sender: desk.sender(who),
      messageId: desk.find('residents', '现在还好吗'),
      emoji: ['👍'],
    });
    await desk.event(thumb('老王'));
    expect(await outcome()).toEqual([null]);
    await desk.event(thumb('李阿姨'));
    expect(await outcome()).toEqual(['satisfied']);
  });

  it('opens the ticket again with its history when it is not solved, and asks a person to call after it is done again', async () => {
    const code = await closeTicket();
    await desk.pass(3 * day);
    await desk.say('李阿姨', 'residents', '又停了', { replyTo: desk.find('residents', '现在还好吗') });
    await desk.say('李阿姨', 'residents', '没解决，门还是关不上', { replyTo: desk.find('residents', '现在还好吗') });
    const again = await ticket();
    expect(again.code).toBe(code);
    expect(again).toMatchObject({ status: 'open', reopenedCount: 1 });
    await desk.say('李工', 'staff', `办结 ${code} 又换了一个`);
    await desk.say('李阿姨', 'residents', '5', { replyTo: desk.find('residents', '又换了一个') });
    expect(await followUps()).toMatchObject([
      { occasion: 'sample', by: 'bot', outcome: 'not_solved', note: '又停了' },
      { occasion: 'reopened', by: 'person', outcome: null },
    ]);
    expect(desk.heard('staff').join('\n')).toContain('门还是关不上');
    await desk.pass(3 * day);
    expect(cards().at(-1)).toContain(`回访 ${code}`);
  });

  it('is overtaken when the ticket goes on before anybody asked', async () => {
    const code = await closeTicket();
    await desk.pass(day);
    await desk.say('王姐', 'staff', `重开 ${code}`);
    expect(await outcome()).toEqual(['overtaken']);
    await desk.pass(10 * day);
    expect(asked()).toEqual([]);
    expect(await desk.database.db.deadline.count({ where: { kind: 'follow_up', settledAt: null } })).toBe(0);
  });

  it('asks who does not answer at other hours of later days, as often as the policy says, and never at night', async () => {
    await closeTicket();
    await desk.pass(30 * day);
    expect(asked()).toHaveLength(3);
    const rows = await desk.database.db.outboxMessage.findMany({
      where: { purpose: 'follow_up' },
      orderBy: { seq: 'asc' },
    });
    expect(rows.map(({ settledAt }) => settledAt)).toEqual([
      new Date('2026-11-26T11:00:00+08:00'),
      new Date('2026-11-27T10:00:00+08:00'),
      new Date('2026-11-28T19:30:00+08:00'),
    ]);
    expect(await outcome()).toEqual(['no_answer']);
  });

  it('is not too late for an answer after the last question', async () => {
    await closeTicket();
    await desk.pass(30 * day);
    await desk.press('李阿姨', 'residents', desk.find('residents', '现在还好吗'), '又坏了');
    expect(await outcome()).toEqual(['not_solved']);
    expect((await ticket()).status).toBe('open');
  });

  it('asks in the morning after a ticket that was closed at night, and after a late sweep, too', async () => {
    desk.clock.set('2026-11-23T22:30:00+08:00');
    await closeTicket();
    const [planned] = await followUps();
    expect(planned?.dueAt).toEqual(new Date('2026-11-27T08:00:00+08:00'));
    // The desk was away all day, and wakes at night.
    desk.clock.set('2026-11-27T23:00:00+08:00');
    await desk.pass(minute);
    expect(asked()).toEqual([]);
    await desk.pass(9 * hour);
    expect(asked()).toHaveLength(1);
  });

  it('asks once however many processes ring, and after a restart', async () => {
    await closeTicket();
    await desk.pass(3 * day - 1);
    const { id, dueAt } = await desk.database.db.deadline.findFirstOrThrow({
      where: { kind: 'follow_up', settledAt: null },
    });
    desk.clock.set(dueAt.toISOString());
    await Promise.all([desk.desk.due(id), desk.desk.due(id), desk.desk.due(id)]);
    await desk.desk.due(id);
    await desk.deliver();
    expect(asked()).toHaveLength(1);
    expect((await followUps())[0]?.attempts).toBe(1);
  });

  it('asks about a private matter in the direct chat, and in the group by its code alone', async () => {
    await closeTicket('楼上老张家天天半夜拉琴，跟他说了也不听，投诉', '5');
    expect((await ticket()).sensitive).toBe(true);
    // A complaint is a person's; this community lets the bot ask.
    await desk.database.db.followUp.updateMany({ data: { by: 'bot' } });
    await desk.pass(3 * day);
    const { code } = await ticket();
    expect(asked()).toEqual([`上次的事（${code}）现在还好吗？`]);
    await desk.say('李阿姨', '李阿姨', '你好');
    await desk.pass(day);
    expect(asked()).toHaveLength(1);
    expect(desk.heard('李阿姨').at(-1)).toContain(`${code}）现在还好吗`);
    await desk.say('李阿姨', '李阿姨', '还好');
    expect(await outcome()).toEqual(['satisfied']);
  });

  it('does not draw somebody again who did not want to be asked', async () => {
    await closeTicket();
    await desk.pass(3 * day);
    await desk.say('李阿姨', 'residents', '别再问了', { replyTo: desk.find('residents', '现在还好吗') });
    expect(desk.heard('residents').at(-1)).toBe('好的，不再打扰您。');
    await closeTicket('3栋2单元楼道灯不亮了');
    expect(await followUps()).toHaveLength(1);
    await closeTicket('5栋1单元门禁刷不开', '5', '小陈');
    expect(await followUps()).toHaveLength(2);
  });

  it('has a person ask where the group is gone and nobody can be written to', async () => {
    await closeTicket();
    await desk.database.db.conversation.updateMany({ where: { externalId: 'residents' }, data: { state: 'left' } });
    await desk.pass(3 * day);
    expect(cards()).toHaveLength(1);
    expect((await followUps())[0]).toMatchObject({ by: 'person', outcome: null });
  });

  describe('by a person of the office', () => {
    const choose = (label: string, who = '王姐') => desk.press(who, 'staff', desk.find('staff', '☎️'), label);

    it('shows customer service whom to call about what, with a script, three days after a low rating', async () => {
      const code = await closeTicket('3栋2单元电梯坏了', '2');
      await desk.pass(3 * day);
      expect(cards()).toHaveLength(1);
      const lines = cards()[0]?.split('\n') ?? [];
      expect(lines[0]).toBe(`☎️ 回访 ${code}：请王姐联系李阿姨`);
      expect(lines[1]).toContain('3栋2单元');
      expect(lines[2]).toBe('评分低 · 11月23日 11:00 关闭 · 评 2 分 · 请在 11月28日 11:00 前');
      expect(lines.slice(3)).toHaveLength(3);
      expect(asked()).toEqual([]);
    });

    it('is planned when a good rating becomes a low one', async () => {
      desk = await restarted(desk, () => 0.5);
      const code = await closeTicket();
      expect(await followUps()).toEqual([]);
      await desk.say('李阿姨', 'residents', '1', { replyTo: desk.find('residents', '换了门机') });
      expect(await followUps()).toMatchObject([{ occasion: 'low_rating', by: 'person' }]);
      expect(code).toBe((await ticket()).code);
    });

    it.each([
      { label: '满意', wanted: 'satisfied', status: 'closed' },
      { label: '仍有问题', wanted: 'not_solved', status: 'open' },
      { label: '不愿回访', wanted: 'declined', status: 'closed' },
    ])('notes $label by one press, and reminds nobody any more', async ({ label, wanted, status }) => {
      const code = await closeTicket('3栋2单元电梯坏了', '2');
      await desk.pass(3 * day);
      await choose(label);
      await choose(label);
      expect(await outcome()).toEqual([wanted]);
      expect((await ticket()).status).toBe(status);
      expect(desk.heard('staff').filter((text) => text === `${code} 回访：${label}（王姐）`)).toHaveLength(1);
      const left = { kind: 'follow_up' as const, settledAt: null };
      expect(await desk.database.db.deadline.count({ where: left })).toBe(0);
    });

    it.each([
      { said: (code: string) => `回访 ${code} 满意 老人很高兴`, reply: false },
      { said: () => '满意，老人很高兴', reply: true },
    ])('notes words, with the remark ($reply)', async ({ said, reply }) => {
      const code = await closeTicket('3栋2单元电梯坏了', '2');
      await desk.pass(3 * day);
      await desk.say('王姐', 'staff', said(code), reply ? { replyTo: desk.find('staff', '☎️') } : {});
      expect(await followUps()).toMatchObject([{ outcome: 'satisfied', note: '老人很高兴' }]);
      expect(await events('followed_up')).toEqual([{ outcome: 'satisfied', by: '王姐', note: '老人很高兴' }]);
    });

    it('says how to note it when the words are not understood, and changes nothing', async () => {
      const code = await closeTicket('3栋2单元电梯坏了', '2');
      await desk.pass(3 * day);
      await desk.say('王姐', 'staff', `回访 ${code} 打过了`);
      expect(desk.heard('staff').at(-1)).toContain('没看懂回访结果');
      expect(await outcome()).toEqual([null]);
      await desk.press('王姐', 'staff', desk.find('staff', '没看懂'), '满意');
      expect(await outcome()).toEqual(['satisfied']);
      await desk.say('王姐', 'staff', `回访 ${code} 满意`);
      expect(desk.heard('staff').at(-1)).toContain('不用回访');
    });

    it('tries whom it did not reach at other hours of later days, and then gives up', async () => {
      await closeTicket('3栋2单元电梯坏了', '2');
      await desk.pass(3 * day);
      await Promise.all([choose('没联系上'), choose('没联系上', '周经理')]);
      expect((await followUps())[0]).toMatchObject({ attempts: 1, outcome: null });
      expect(desk.heard('staff').at(-1)).toContain('明天 10:00 再试');
      await desk.pass(day);
      expect(cards()).toHaveLength(2);
      expect(cards()[1]).toContain('（第 2 次）');
      await choose('没联系上');
      await desk.pass(2 * day);
      await choose('没联系上');
      expect(await outcome()).toEqual(['no_answer']);
      await desk.pass(10 * day);
      expect(cards()).toHaveLength(3);
    });

    it('reminds at four fifths, tells the managers at the limit and a day after, each once', async () => {
      const code = await closeTicket('3栋2单元电梯坏了', '2');
      await desk.pass(3 * day);
      const before = desk.heard('staff').length;
      await desk.pass(48 * hour - 1);
      expect(desk.heard('staff').slice(before)).toEqual([expect.stringMatching(`^王姐，${code} 还没有回访，还剩`)]);
      expect(desk.heard('managers')).toEqual([]);
      await desk.pass(10 * day);
      const late = desk.heard('managers').filter((text) => text.includes('回访已过时限'));
      expect(late).toHaveLength(2);
      expect(desk.heard('staff').slice(before)).toHaveLength(1);
    });

    it('goes to somebody else when the one who had it works here no more', async () => {
      await closeTicket('3栋2单元电梯坏了', '2');
      await desk.pass(3 * day);
      await choose('没联系上');
      await desk.database.db.roleGrant.updateMany({
        where: { person: { name: '王姐' } },
        data: { revokedAt: desk.clock.now() },
      });
      await desk.pass(day);
      expect(cards()[1]).toContain('请周经理联系');
    });

    it('goes to somebody else at once when the one who was asked to call leaves the office', async () => {
      const code = await closeTicket('3栋2单元电梯坏了', '2');
      await desk.pass(3 * day);
      expect(cards().at(-1)).toContain('请王姐联系');
      await desk.pass(hour);
      const staff = { externalId: 'staff', kind: 'group' as const, title: '客服群' };
      await desk.event({
        type: 'member_left',
        key: 'out',
        conversation: staff,
        at: desk.clock.now().toISOString(),
        member: desk.sender('王姐'),
      });
      expect(cards().at(-1)).toContain('请周经理联系');
      const before = desk.heard('staff').length;
      await desk.pass(48 * hour - 1);
      expect(desk.heard('staff').slice(before)).toEqual([expect.stringMatching(`^周经理，${code} 还没有回访`)]);
      await choose('满意', '周经理');
      expect(await outcome()).toEqual(['satisfied']);
    });

    it('calls who wants to be called, with what they said', async () => {
      await closeTicket();
      await desk.pass(3 * day);
      const words = '给我打个电话吧，下午在家';
      await desk.say('李阿姨', 'residents', words, { replyTo: desk.find('residents', '现在还好吗'), photo: true });
      await desk.pass(minute);
      expect(desk.heard('residents').at(-1)).toBe('好的，已请同事联系您。');
      expect(cards()).toEqual([expect.stringContaining(`居民说：“${words}”`)]);
      expect(desk.channel.taken.filter(({ message }) => message.files.length > 0)).toHaveLength(1);
      expect(await outcome()).toEqual(['wants_contact', null]);
    });

    it('is not for residents: a press of theirs is refused and logged', async () => {
      await closeTicket('3栋2单元电梯坏了', '2');
      await desk.pass(3 * day);
      const { id } = (await followUps())[0] ?? { id: '' };
      const choiceId = `f:satisfied:${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}`;
      await desk.event({
        type: 'button',
        key: 'forged',
        conversation: { externalId: 'residents', kind: 'group', title: '居民群' },
        at: desk.clock.now().toISOString(),
        sender: desk.sender('老王'),
        messageId: desk.find('residents', '换了门机'),
        choiceId,
      });
      expect(await outcome()).toEqual([null]);
      expect(await desk.database.db.auditEntry.count({ where: { action: 'refuse_press' } })).toBe(1);
    });

    it('asks about what came by phone, where no bot can', async () => {
      await desk.say('王姐', 'staff', '登记 电话 3栋2单元501 电梯老是停');
      const { code } = await ticket();
      await desk.say('李工', 'staff', `办结 ${code} 调好了`);
      expect(await followUps()).toMatchObject([{ by: 'person', outcome: null }]);
      await desk.pass(3 * day);
      expect(cards()).toHaveLength(1);
    });
  });

  it('takes the number of a choice, alone or with words, where choices are shown in words', async () => {
    await desk.close();
    const channel = new FakeChannel({ capabilities: { buttons: false, edits: false, reactions: false } });
    desk = await createDeskHarness({ channel, random: drawnAlways() });
    await closeTicket();
    await desk.pass(3 * day);
    const question = desk.find('residents', '现在还好吗');
    await desk.say('李阿姨', 'residents', '2 门关不上', { replyTo: question });
    expect(await followUps()).toMatchObject([{ outcome: 'not_solved', note: '门关不上' }]);
    expect((await ticket()).status).toBe('open');
  });

  async function restarted(old: DeskHarness, random: () => number): Promise<DeskHarness> {
    await old.close();
    const base = random();
    return createDeskHarness({ random: () => base + Math.random() * 0.4 });
  }
});
