import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeChannel } from '../../channel/testing/fake-channel.ts';
import { plainUnderstand } from '../../intake/shadow/testing/plain-understand.ts';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';
import { parseCommand } from '../command.ts';
import { readShadowOrder } from './follows.ts';

const DAY = 86_400_000;
const WEEK = 7 * DAY;

let desk: DeskHarness;

const db = () => desk.database.db;
const last = (where: string): string => desk.heard(where).at(-1) ?? '';
const say = (text: string, who = '李阿姨'): Promise<string> => desk.say(who, 'residents', text);
/** What was told to the managers that holds these words. */
const told = (words: string): string[] => desk.heard('managers').filter((text) => text.includes(words));
const cards = (): string[] => told('【旁听】居民群 · ');
const order = (text: string): Promise<string> => desk.say('周经理', 'managers', text);
const candidates = () => db().candidate.findMany({ orderBy: [{ heardAt: 'asc' }, { id: 'asc' }] });
const shadowRow = () => db().deadline.findFirst({ where: { kind: 'shadow' }, orderBy: { createdAt: 'desc' } });

afterEach(() => desk.close());

describe('a group that is only listened to', () => {
  /** A Monday, 10:00. */
  beforeEach(async () => {
    desk = await createDeskHarness({ understand: plainUnderstand });
    await order('旁听 开');
  });

  it('is told to the managers, with the day of the report', () => {
    expect(last('managers')).toBe(
      '“居民群”从现在起只旁听：群里不说话、不开工单、不提问；有紧急情况会马上告诉经理。\n' +
        '11月30日 10:00 给您汇总，之前想看，发“旁听 汇总”。要恢复照常办理，发“旁听 居民群 关”。',
    );
  });

  it('has no ticket, no receipt, no question, no card and no reaction, whatever is said there', async () => {
    const before = desk.channel.asked.length;
    await say('3栋电梯坏了');
    await say('5栋门口的灯是不是该换了', '小陈');
    await say('好像楼道有点味道', '老王');
    await say('今天天气真好');
    await say('给王姐点赞，服务真好');
    await say('进度');
    await desk.say('李阿姨', 'residents', '/help', { toBot: true });
    await desk.pass(DAY);
    expect(desk.channel.asked.length).toBe(before);
    expect(await db().ticket.count()).toBe(0);
  });

  it('keeps what would have been done, and nothing of plain chatter', async () => {
    await say('3栋电梯坏了');
    await say('5栋门口的灯是不是该换了', '小陈');
    await say('好像楼道有点味道', '老王');
    await say('今天天气真好');
    expect(await candidates()).toMatchObject([
      { deed: 'ticket', believed: 0.9, isMatter: null },
      { deed: 'question' },
      { deed: 'nothing', believed: 0.2 },
    ]);
    expect((await candidates())[0]?.matter).toMatchObject({ kind: 'repair', place: { building: '3' } });
  });

  it('ties later lines to what would have been a ticket, until it is over', async () => {
    await say('3栋电梯坏了');
    await say('3栋的我也看到了', '老王');
    await say('3栋电梯还没修', '小陈');
    await say('3栋电梯修好了');
    const [only, ...others] = await candidates();
    expect(others).toEqual([]);
    expect(only?.tied).toHaveLength(4);
    expect(only?.settledAt).not.toBeNull();
    await say('3栋电梯坏了');
    expect(await candidates()).toHaveLength(2);
  });

  it('ties to what managers said is a matter, and not to what they said is none', async () => {
    await say('3栋电梯坏了');
    await say('5栋的灯是不是该换了', '小陈');
    await order('旁听 汇总');
    await desk.press('周经理', 'managers', desk.find('managers', '3栋电梯坏了'), '不是');
    await desk.press('周经理', 'managers', desk.find('managers', '5栋的灯'), '是事项');
    await say('3栋的我也看到了', '老王');
    await say('5栋的我也看到了', '老王');
    expect((await candidates()).map(({ tied }) => tied.length)).toEqual([1, 2]);
  });

  it('takes what staff answer there for an answer, and says nothing', async () => {
    await say('3栋电梯坏了');
    await desk.say('王姐', 'residents', '3栋电梯修好了');
    expect((await candidates())[0]?.tied).toHaveLength(2);
    expect((await candidates())[0]?.settledAt).not.toBeNull();
    expect(desk.heard('residents')).toEqual([]);
  });

  it('takes a line for a matter that turns out to be one later', async () => {
    await say('好像3栋大门关不上');
    await say('就是刚才说的，我也是', '老王');
    expect(await candidates()).toMatchObject([
      { deed: 'ticket', matter: { place: { building: '3' } }, settledAt: null },
    ]);
    expect((await candidates())[0]?.tied).toHaveLength(2);
    await say('3栋门口有人困在里面吗', '小陈');
    await desk.say('王姐', 'residents', '就是刚才说的，修好了');
    expect(await candidates()).toMatchObject([{}, { deed: 'ticket', settledAt: desk.clock.now() }]);
    expect(told('🔴')).toHaveLength(1);
    expect(desk.heard('residents')).toEqual([]);
  });

  it('leaves a line alone that a manager has said to be no matter', async () => {
    await say('好像3栋大门关不上');
    await order('旁听 汇总');
    await desk.press('周经理', 'managers', desk.find('managers', '关不上'), '不是');
    await say('就是刚才说的，我也是', '老王');
    expect(await candidates()).toMatchObject([{ deed: 'nothing', isMatter: false }]);
  });

  it('keeps two matters said in one breath, and shows both', async () => {
    await say('3栋电梯坏了，还有5栋大门坏了');
    await order('旁听 汇总');
    expect(told('旁听汇总')[0]).toContain('会开工单 2 件（报修 2）');
    expect(cards()[0]).toContain('看作：报修 · 设施设备 · 3栋；报修 · 设施设备 · 5栋');
  });

  it('has the managers told of a danger at once, once, without a number; in the group nothing is said', async () => {
    await say('3栋有人困在电梯里，电话13912345678');
    expect(told('🔴')).toEqual([
      '🔴 旁听的“居民群”里可能有紧急情况，群里没有作任何回应，请马上处理：\n' +
        '今天 10:00 李阿姨：“3栋有人困在电梯里，电话***”\n看作：报修 · 设施设备 · 紧急 · 3栋',
    ]);
    expect(desk.heard('residents')).toEqual([]);
    expect(desk.heard('staff')).toEqual([]);
  });

  it('has a danger told that shows only later', async () => {
    await say('3栋电梯坏了');
    await say('3栋电梯困人了', '老王');
    await say('3栋电梯困人了', '小陈');
    expect(told('🔴')).toHaveLength(1);
    expect(told('🔴')[0]).toContain('老王');
  });

  it('opens a ticket for a danger by one press, and not by two', async () => {
    await say('3栋有人困在电梯里');
    const card = desk.find('managers', '🔴');
    await desk.press('周经理', 'managers', card, '开工单');
    await desk.press('周经理', 'managers', card, '开工单');
    const tickets = await db().ticket.findMany({ include: { reporters: true } });
    expect(tickets).toMatchObject([{ urgency: 'emergency', conversationId: null, reporters: [{}] }]);
    expect(last('managers')).toContain('没有再开');
    expect(await candidates()).toMatchObject([{ isMatter: true }]);
    expect(desk.heard('residents')).toEqual([]);
  });

  it('is no direct chat: what is said to the desk alone is handled as ever', async () => {
    await desk.say('小陈', '小陈', '5栋大门坏了');
    expect(await db().ticket.count()).toBe(1);
    expect(desk.heard('小陈')).toHaveLength(1);
    expect(await candidates()).toEqual([]);
  });

  it('still obeys the staff there', async () => {
    await desk.say('小陈', '小陈', '5栋大门坏了');
    const { code } = await db().ticket.findFirstOrThrow();
    await desk.say('王姐', 'residents', `接单 ${code}`);
    expect(await db().ticket.findFirstOrThrow()).toMatchObject({ status: 'accepted' });
  });

  it('is on once, however often it is said', async () => {
    await order('旁听 开');
    expect(last('managers')).toContain('从 今天 10:00 起已在旁听');
    expect(await db().deadline.count({ where: { kind: 'shadow' } })).toBe(1);
  });
});

describe('tickets from before', () => {
  it('go on, and nothing is said of them in the group', async () => {
    desk = await createDeskHarness({ understand: plainUnderstand });
    await say('3栋电梯坏了');
    await order('旁听 开');
    const said = desk.heard('residents').length;
    await say('3栋电梯还没修啊', '老王');
    await say('3栋电梯困人了', '小陈');
    expect(desk.heard('residents')).toHaveLength(said);
    expect(await db().ticketMessage.count()).toBe(3);
    expect(await candidates()).toEqual([]);
    expect(told('🔴')).toHaveLength(1);
  });

  it('are corrected when the line is changed, and the managers hear of a danger', async () => {
    desk = await createDeskHarness({ understand: plainUnderstand });
    const messageId = await say('3栋电梯坏了');
    await order('旁听 开');
    const said = desk.heard('residents').length;
    await desk.event({
      type: 'edit',
      key: 'edited',
      conversation: { externalId: 'residents', kind: 'group', title: '居民群' },
      at: desk.clock.now().toISOString(),
      sender: desk.sender('李阿姨'),
      messageId,
      text: '5栋有人困在电梯里',
      attachments: [],
    });
    expect(desk.heard('residents')).toHaveLength(said);
    expect(told('🔴')).toHaveLength(1);
    expect(await db().ticket.findMany()).toMatchObject([{ building: '5', urgency: 'normal' }]);
  });
});

describe('a line that is changed', () => {
  beforeEach(async () => {
    desk = await createDeskHarness({ understand: plainUnderstand });
    await order('旁听 开');
  });
  const edit = (messageId: string, text: string): Promise<void> =>
    desk.event({
      type: 'edit',
      key: `e:${messageId}:${text}`,
      conversation: { externalId: 'residents', kind: 'group', title: '居民群' },
      at: desk.clock.now().toISOString(),
      sender: desk.sender('李阿姨'),
      messageId,
      text,
      attachments: [],
    });
  const recall = (messageId: string): Promise<void> =>
    desk.event({
      type: 'recall',
      key: `r:${messageId}`,
      conversation: { externalId: 'residents', kind: 'group', title: '居民群' },
      at: desk.clock.now().toISOString(),
      messageId,
    });

  it('becomes a candidate, changes one, or is none any more', async () => {
    const id = await say('今天天气真好');
    await edit(id, '3栋电梯坏了');
    expect(await candidates()).toMatchObject([{ deed: 'ticket', matter: { place: { building: '3' } } }]);
    await edit(id, '5栋电梯坏了');
    expect(await candidates()).toMatchObject([{ deed: 'ticket', matter: { place: { building: '5' } } }]);
    await edit(id, '没事了');
    expect(await candidates()).toEqual([]);
  });

  it('belongs to another matter', async () => {
    await say('3栋电梯坏了');
    await say('5栋电梯坏了', '小陈');
    const id = await say('3栋的我也看到了', '老王');
    await edit(id, '5栋的我也看到了');
    expect((await candidates()).map(({ tied }) => tied.length)).toEqual([1, 2]);
  });

  it('shows so on its card, and keeps what was said of it', async () => {
    const id = await say('3栋电梯坏了');
    await order('旁听 汇总');
    await desk.press('周经理', 'managers', desk.find('managers', '3栋电梯坏了'), '是事项');
    await edit(id, '5栋电梯坏了');
    expect(cards().at(-1)).toContain('“5栋电梯坏了”');
    expect(cards().at(-1)).toContain('周经理：是事项');
  });

  it('stays one that was only listened to when the desk acts again', async () => {
    const id = await say('3栋电梯坏了');
    await order('旁听 关');
    await edit(id, '5栋电梯坏了');
    expect(await db().ticket.count()).toBe(0);
    expect(desk.heard('residents')).toEqual([]);
  });

  it.each([
    ['was chatter', '今天天气真好'],
    ['was tied to another', '3栋的我也看到了'],
  ])('makes no ticket when the desk acts again, also where it %s', async (_, words) => {
    await say('3栋电梯坏了', '老王');
    const id = await say(words);
    desk.clock.advance(DAY);
    await order('旁听 关');
    await edit(id, '5栋电梯坏了');
    expect(await db().ticket.count()).toBe(0);
    expect(desk.heard('residents')).toEqual([]);
    expect((await candidates()).map(({ matter }) => matter)).toMatchObject([
      { place: { building: '3' } },
      { place: { building: '5' } },
    ]);
    await edit(await say('明天天气真好'), '1栋电梯坏了');
    expect(await db().ticket.count()).toBe(1);
  });

  it('is shown as it reads now where it belongs to a matter, and not at all once it is taken back', async () => {
    await say('3栋电梯坏了', '老王');
    const id = await say('3栋的我也看到了');
    await order('旁听 汇总');
    await edit(id, '3栋的我也碰到了');
    expect(cards().at(-1)).toContain('我也碰到了');
    await recall(id);
    expect(cards().at(-1)).toContain('李阿姨：（已撤回）');
    expect(cards().at(-1)).toContain('老王：“3栋电梯坏了”');
  });

  it('is taken back before anybody judged it: the figures leave it out', async () => {
    const id = await say('3栋电梯坏了');
    await say('5栋大门坏了', '小陈');
    await recall(id);
    await order('旁听 汇总');
    await desk.press('周经理', 'managers', desk.find('managers', '5栋大门坏了'), '是事项');
    expect(last('managers')).toContain('会开工单的：是 1，不是 0');
    expect(last('managers')).not.toContain('没有判断');
  });

  it('is taken back after it was offered: its words are offered no more', async () => {
    const id = await say('3栋电梯坏了');
    await say('5栋大门坏了', '小陈');
    await order('旁听 汇总');
    for (const words of ['3栋电梯', '5栋大门'])
      await desk.press('周经理', 'managers', desk.find('managers', words), '是事项');
    await order('旁听 关');
    await recall(id);
    expect(told('要开哪一件').at(-1)?.split('\n').slice(1)).toEqual(['1. 5栋大门坏了']);
  });

  it('is taken back: its words are shown no more, and nobody is asked about it', async () => {
    const id = await say('3栋电梯坏了');
    await recall(id);
    await order('旁听 汇总');
    expect(cards()).toEqual([]);
    expect(desk.heard('managers').join('\n')).not.toContain('电梯坏了');
    expect(await candidates()).toMatchObject([{ deed: 'ticket', settledAt: desk.clock.now() }]);
  });

  it('is taken back after it was shown', async () => {
    const id = await say('3栋电梯坏了');
    await order('旁听 汇总');
    await recall(id);
    expect(cards().at(-1)).toContain('（已撤回）');
    expect(cards().at(-1)).not.toContain('电梯坏了');
  });
});

describe('the report', () => {
  beforeEach(async () => {
    desk = await createDeskHarness({ understand: plainUnderstand });
    await order('旁听 开');
  });

  it('comes after a week, once, and again after the next', async () => {
    await say('3栋电梯坏了，打13912345678');
    await say('3栋的我也看到了', '老王');
    await say('5栋门口的灯是不是该换了', '小陈');
    await say('好像楼道有点味道', '老王');
    await say('今天天气真好');
    await desk.pass(WEEK - 1);
    expect(told('旁听汇总')).toEqual([]);
    await desk.pass(1);
    expect(told('旁听汇总')).toEqual([
      '【旁听汇总】居民群，11月23日 10:00 起\n居民说了 5 句。如果照常办理：\n' +
        '会开工单 1 件（报修 1）；会问客服 1 次。\n另有 1 条有点像、但不会处理的，也请看一下，好算出漏了多少。\n' +
        '下面 3 条请逐条判断：是不是要物业办的事。',
    ]);
    expect(cards()).toEqual([
      '【旁听】居民群 · 会开工单\n11月23日 10:00 李阿姨：“3栋电梯坏了，打***”\n11月23日 10:00 老王：“3栋的我也看到了”\n' +
        '看作：报修 · 设施设备 · 3栋',
      '【旁听】居民群 · 会问客服\n11月23日 10:00 小陈：“5栋门口的灯是不是该换了”\n看作：报修 · 设施设备 · 5栋',
      '【旁听】居民群 · 不会处理\n11月23日 10:00 老王：“好像楼道有点味道”',
    ]);
    await desk.pass(WEEK);
    expect(told('旁听汇总')).toHaveLength(2);
    expect(desk.heard('residents')).toEqual([]);
    expect(await shadowRow()).toMatchObject({ settledAt: null, dueAt: new Date('2026-12-14T10:00:00+08:00') });
  });

  it('is one for all that were missed while nothing ran', async () => {
    await say('3栋电梯坏了');
    const row = await shadowRow();
    desk.clock.set('2026-12-16T09:00:00+08:00');
    await desk.desk.due(row?.id ?? '');
    await desk.desk.due(row?.id ?? '');
    await desk.deliver();
    expect(told('旁听汇总')).toHaveLength(1);
    expect(await shadowRow()).toMatchObject({ dueAt: new Date('2026-12-21T10:00:00+08:00') });
  });

  it('says so where nothing was heard', async () => {
    await order('旁听 汇总');
    expect(last('managers')).toBe(
      '【旁听汇总】居民群，今天 10:00 起\n居民说了 0 句。如果照常办理：\n会开工单 0 件；会问客服 0 次。',
    );
  });

  it('shows ten at once, and the next ones by one press', async () => {
    for (let at = 0; at < 23; at += 1) await say(`${at % 9}栋${at}号灯坏了`);
    await order('旁听 汇总');
    expect(cards()).toHaveLength(10);
    expect(last('managers')).toBe('还有 13 条没有判断。');
    await desk.press('周经理', 'managers', desk.find('managers', '还有 13 条'), '更多');
    await desk.press('周经理', 'managers', desk.find('managers', '还有 13 条'), '更多');
    expect(cards()).toHaveLength(20);
    await desk.press('周经理', 'managers', desk.find('managers', '还有 3 条'), '更多');
    expect(new Set(cards()).size).toBe(23);
    expect(told('还有')).toHaveLength(2);
  });

  it('is answered by presses, which can be changed, and teach the desk', async () => {
    await say('3栋电梯坏了');
    await order('旁听 汇总');
    const card = desk.find('managers', '3栋电梯坏了');
    await desk.press('周经理', 'managers', card, '不是');
    expect(cards().at(-1)).toContain('周经理：不是');
    await desk.press('周经理', 'managers', card, '是事项');
    expect(cards().at(-1)).toContain('周经理：是事项');
    expect(await candidates()).toMatchObject([{ isMatter: true }]);
    expect(await db().judgement.findMany()).toMatchObject([{ source: 'shadow', isMatter: true, believed: 0.9 }]);
  });

  it('tells the figures once everything is answered, and changes them with an answer', async () => {
    await say('3栋电梯坏了');
    await say('5栋大门坏了', '小陈');
    await say('1栋的灯是不是该换了', '小陈');
    await say('好像楼道有点味道', '老王');
    await order('旁听 汇总');
    const answer = (words: string, label: string): Promise<void> =>
      desk.press('周经理', 'managers', desk.find('managers', words), label);
    await answer('3栋电梯坏了', '是事项');
    await answer('5栋大门坏了', '不是');
    await answer('1栋的灯', '是事项');
    expect(told('的结果')).toEqual([]);
    await answer('味道', '是事项');
    expect(told('的结果')).toEqual([
      '【旁听】居民群的结果\n' +
        '准确率 50%（会开的工单里，真是事项的）· 召回率 33%（是事项的里面，会开工单的）\n' +
        '客服把问题都答了的话：准确率 67% · 召回率 67%\n' +
        '会开工单的：是 1，不是 1\n会问客服的：是 1，不是 0\n不会处理的：是 1，不是 0\n' +
        '答案还不多，数字只是大概。',
    ]);
    await answer('5栋大门坏了', '是事项');
    expect(last('managers')).toContain('准确率 100%');
    expect(desk.channel.asked.at(-1)?.editId).not.toBeNull();
  });

  it('counts what is answered so far when asked for', async () => {
    await say('3栋电梯坏了');
    await say('5栋大门坏了', '小陈');
    await order('旁听 汇总');
    await desk.press('周经理', 'managers', desk.find('managers', '3栋电梯坏了'), '是事项');
    desk.clock.set('2026-11-23T11:00:00+08:00');
    await order('旁听 居民群 汇总');
    const second = told('旁听汇总').at(-1) ?? '';
    expect(second).toContain('下面 1 条请逐条判断');
    expect(second).toContain('准确率 100%');
    expect(second).toContain('还有 1 条没有判断。');
    expect(cards().at(-1)).toContain('5栋大门坏了');
  });

  it.each(['王姐', '监督员'])('is not answered by %s', async (who) => {
    await say('3栋电梯坏了');
    await order('旁听 汇总');
    const candidate = (await candidates())[0];
    const words = desk.find('managers', '3栋电梯坏了');
    const choice = desk.channel.taken.find(({ externalIds }) => externalIds.includes(words))?.message.choices[0]?.[0];
    await desk.event({
      type: 'button',
      key: 'b:foreign',
      conversation: { externalId: 'managers', kind: 'group', title: '经理群' },
      at: desk.clock.now().toISOString(),
      sender: desk.sender(who),
      messageId: words,
      choiceId: choice?.id ?? '',
    });
    expect(await db().candidate.findUnique({ where: { id: candidate?.id ?? '' } })).toMatchObject({ isMatter: null });
    expect(await db().auditEntry.count({ where: { action: 'refuse_press', subject: 'shadow' } })).toBe(1);
  });
});

describe('on a channel without buttons and edits', () => {
  beforeEach(async () => {
    const channel = new FakeChannel({ capabilities: { buttons: false, edits: false, reactions: false } });
    desk = await createDeskHarness({ understand: plainUnderstand, channel });
    await order('旁听 开');
    await say('3栋电梯坏了');
    await say('5栋大门坏了', '小陈');
    await desk.pass(WEEK);
  });

  it.each([
    ['the number', '1', true],
    ['the other number', '2', false],
    ['the label', '是事项', true],
    ['a plain yes', '是的', true],
    ['a plain no', '不是。', false],
  ])('the card is answered by quoting it with %s', async (_, words, isMatter) => {
    const card = desk.find('managers', '3栋电梯坏了');
    await desk.say('周经理', 'managers', words, { replyTo: card });
    expect((await candidates()).map((one) => one.isMatter)).toEqual([isMatter, null]);
    expect(last('managers')).toBe(`已记下：“3栋电梯坏了”${isMatter ? '是事项' : '不是事项'}`);
  });

  it('an answer is changed the same way', async () => {
    const card = desk.find('managers', '3栋电梯坏了');
    await desk.say('周经理', 'managers', '1', { replyTo: card });
    await desk.say('周经理', 'managers', '2', { replyTo: card });
    expect((await candidates())[0]?.isMatter).toBe(false);
    await desk.say('周经理', 'managers', '1', { replyTo: desk.find('managers', '5栋大门坏了') });
    expect(last('managers')).toContain('准确率 50%');
  });

  it('what is kept open is opened by its number', async () => {
    await desk.say('周经理', 'managers', '1', { replyTo: desk.find('managers', '5栋大门坏了') });
    await order('旁听 关');
    await desk.say('周经理', 'managers', '1', { replyTo: desk.find('managers', '要开哪一件') });
    expect(await db().ticket.findMany()).toMatchObject([{ summary: '5栋大门坏了' }]);
  });
});

describe('when the desk acts again', () => {
  beforeEach(async () => {
    desk = await createDeskHarness({ understand: plainUnderstand });
    await order('旁听 开');
    await say('3栋电梯坏了');
    await say('3栋的我也看到了', '老王');
    await say('5栋大门坏了', '小陈');
    await say('1栋路灯坏了', '小陈');
    await say('1栋路灯修好了', '小陈');
    await order('旁听 汇总');
    for (const words of ['3栋电梯', '1栋路灯']) {
      await desk.press('周经理', 'managers', desk.find('managers', words), '是事项');
    }
    await order('旁听 关');
  });

  it('nothing of the past becomes a ticket, and the next line does', async () => {
    expect(told('从下一句话起照常办理')[0]).toContain('还有 1 条没有判断');
    expect(await db().ticket.count()).toBe(0);
    expect(desk.heard('residents')).toEqual([]);
    await say('4栋水管坏了');
    expect(await db().ticket.count()).toBe(1);
    expect(desk.heard('residents')).toHaveLength(1);
  });

  it('no report comes any more', async () => {
    const before = told('旁听汇总').length;
    await desk.pass(2 * WEEK);
    expect(told('旁听汇总')).toHaveLength(before);
    expect(await shadowRow()).toMatchObject({ outcome: 'acts again' });
  });

  it('what was judged to be a matter, and is not over, is offered and opened by one press', async () => {
    expect(told('要开哪一件')).toEqual([
      '“居民群”旁听时说的这些，您判断是事项，还没有工单，也没听说已经好了。要开哪一件？\n1. 3栋电梯坏了',
    ]);
    const offer = desk.find('managers', '要开哪一件');
    await desk.press('周经理', 'managers', offer, '开第1件 3栋电梯坏了');
    const [ticket, ...others] = await db().ticket.findMany({ include: { messages: true, reporters: true } });
    expect(others).toEqual([]);
    expect(ticket).toMatchObject({ kind: 'repair', building: '3', origin: 'group' });
    expect(ticket?.messages).toHaveLength(2);
    expect(ticket?.reporters).toHaveLength(2);
    expect(told('要开哪一件').at(-1)).toContain(`1. 3栋电梯坏了 · 已开 ${ticket?.code ?? '?'}`);
    expect(desk.heard('staff').at(-1)).toContain(ticket?.code);
    expect(desk.heard('residents')).toEqual([]);
    await desk.say('王姐', 'staff', '师傅马上到', { replyTo: desk.find('staff', ticket?.code ?? '?') });
    expect(last('residents')).toContain('师傅马上到');
  });

  it('what is judged only then is offered with the last answer', async () => {
    await desk.press('周经理', 'managers', desk.find('managers', '5栋大门'), '是事项');
    expect(told('要开哪一件').at(-1)?.split('\n').slice(1)).toEqual(['1. 3栋电梯坏了', '2. 5栋大门坏了']);
    await desk.press('周经理', 'managers', desk.find('managers', '要开哪一件'), '开第2件 5栋大门坏了');
    expect(await db().ticket.findMany()).toMatchObject([{ building: '5' }]);
  });

  it('the report and the offer can still be asked for', async () => {
    desk.clock.set('2026-11-24T10:00:00+08:00');
    await order('旁听 居民群 汇总');
    expect(cards().at(-1)).toContain('5栋大门坏了');
    await order('旁听 居民群 关');
    expect(told('本来就照常办理')).toHaveLength(1);
    expect(told('要开哪一件')).toHaveLength(2);
  });

  it('what was heard before counts for nothing when it is listened to once more', async () => {
    desk.clock.set('2026-11-24T10:00:00+08:00');
    await order('旁听 开');
    await say('2栋水表坏了');
    await order('旁听 汇总');
    expect(told('旁听汇总').at(-1)).toContain('会开工单 1 件');
    expect(told('旁听汇总').at(-1)).toContain('居民说了 1 句');
  });
});

describe('who says it, and where', () => {
  beforeEach(async () => {
    desk = await createDeskHarness({ understand: plainUnderstand });
  });
  const hearing = async (): Promise<string[]> =>
    (await db().conversation.findMany({ where: { audience: 'residents' }, orderBy: { createdAt: 'asc' } })).map(
      (group) => group.hearing,
    );
  const addGroup = async (title: string): Promise<void> => {
    const { communityId } = desk;
    const group = { channel: 'fake', account: 'desk', externalId: title, title, audience: 'residents' } as const;
    await db().conversation.create({ data: { ...group, communityId, kind: 'group', createdAt: desk.clock.now() } });
  };

  it('a manager says it in the group itself; the managers are told, and in the group nothing is said', async () => {
    await desk.say('周经理', 'residents', '旁听 开');
    expect(await hearing()).toEqual(['shadow']);
    expect(last('managers')).toContain('从现在起只旁听');
    await desk.say('周经理', 'residents', '旁听 关');
    expect(await hearing()).toEqual(['live']);
    expect(desk.heard('residents')).toEqual([]);
  });

  it.each([
    ['王姐', 'staff'],
    ['王姐', 'residents'],
    ['监督员', '监督员'],
    ['李阿姨', 'residents'],
  ])('%s, in %s, changes nothing', async (who, where) => {
    await desk.say(who, where, '旁听 开');
    expect(await hearing()).toEqual(['live']);
    expect(desk.heard('residents')).toEqual([]);
    expect(desk.heard('managers')).toEqual([]);
  });

  it('of several groups one is named', async () => {
    await addGroup('3栋群');
    await order('旁听 开');
    expect(last('managers')).toBe('是哪个群？请把群名写上，例如：旁听 居民群 开。居民群有：居民群、3栋群。');
    await order('旁听 3东群 开');
    expect(last('managers')).toBe('没有居民群“3东群”，什么都没有改动。是不是“3栋群”？');
    expect(await hearing()).toEqual(['live', 'live']);
    await order('旁听 3栋 开');
    expect(await hearing()).toEqual(['live', 'shadow']);
    await order('旁听 居民群 开');
    await order('旁听');
    expect(last('managers')).toBe(
      '各居民群：\n居民群：旁听中，从 今天 10:00 起 · 听到 0 句 · 11月30日 10:00 汇总\n' +
        '3栋群：旁听中，从 今天 10:00 起 · 听到 0 句 · 11月30日 10:00 汇总\n旁听 群名 开 · 旁听 群名 关 · 旁听 汇总',
    );
    await order('旁听 汇总');
    expect(told('旁听汇总')).toHaveLength(2);
  });

  it('says so where no group is only listened to', async () => {
    await order('旁听 关');
    expect(last('managers')).toContain('现在没有群在旁听');
    await order('旁听 汇总');
    expect(last('managers')).toContain('现在没有群在旁听');
  });

  it('says how it is written where it cannot be read', async () => {
    await order('/旁听 三个群都来');
    expect(last('managers')).toContain('请这样写');
  });

  it('ends when the bot is taken out of the group', async () => {
    await order('旁听 开');
    await desk.event({
      type: 'bot_removed',
      key: 'out',
      conversation: { externalId: 'residents', kind: 'group', title: '居民群' },
      at: desk.clock.now().toISOString(),
      by: null,
    });
    expect(await hearing()).toEqual(['live']);
    const before = desk.heard('managers').length;
    await desk.pass(WEEK);
    expect(desk.heard('managers')).toHaveLength(before);
  });

  it('ends when the group is given to the staff', async () => {
    await order('旁听 开');
    await desk.say('周经理', 'residents', '/link staff');
    const { hearing: now } = await db().conversation.findFirstOrThrow({ where: { externalId: 'residents' } });
    expect(now).toBe('live');
    expect(await db().auditEntry.count({ where: { action: 'act_again' } })).toBe(1);
    const before = desk.heard('managers').length;
    await desk.pass(WEEK);
    expect(desk.heard('managers')).toHaveLength(before);
  });
});

describe('in every language', () => {
  it.each([
    {
      locale: 'zh-TW',
      on: '旁聽 開',
      report: '旁聽 彙整',
      off: '旁聽 關',
      yes: '是事項',
      says: '【旁聽】居民群 · 會開工單',
    },
    {
      locale: 'en',
      on: 'shadow on',
      report: 'shadow report',
      off: 'shadow off',
      yes: 'A matter',
      says: '[Shadow] 居民群 · would be a ticket',
    },
  ])('$locale', async ({ locale, on, report, off, yes, says }) => {
    desk = await createDeskHarness({ understand: plainUnderstand, locale });
    await order(on);
    await say('3栋电梯坏了');
    await order(report);
    expect(last('managers')).toContain(says);
    await desk.press('周经理', 'managers', desk.find('managers', says), yes);
    expect(await candidates()).toMatchObject([{ isMatter: true }]);
    await order(off);
    expect(last('managers')).toContain('1. 3栋电梯坏了');
    expect(desk.heard('residents')).toEqual([]);
  });
});

describe('what is said is a command only where it is meant', () => {
  beforeEach(async () => {
    desk = await createDeskHarness({ understand: plainUnderstand });
  });
  it.each([
    ['旁听', ''],
    ['旁听 开', '开'],
    ['旁聽：關', '關'],
    ['旁听 3栋群 开', '3栋群 开'],
    ['旁听 3栋群开', '3栋群开'],
    ['旁聽 3棟群組關', '3棟群組關'],
    ['旁听 汇总', '汇总'],
    ['旁听 3栋，4栋业主群？ 关', '3栋，4栋业主群？ 关'],
    ['旁听 了不起的邻居 关', '了不起的邻居 关'],
    ['shadow Riverside, Block 5 off', 'Riverside, Block 5 off'],
    ['/shadow Building 3 on', 'Building 3 on'],
    ['shadow report', 'report'],
  ])('%s', (said, rest) => expect(parseCommand(said, { strict: true })).toMatchObject({ verb: 'shadow', rest }));

  it.each([
    '旁听开会可以吗',
    '旁听 一下开',
    '旁听 一下 开',
    '旁听 课，老师说要先开',
    '旁听生什么时候报名',
    '旁听席在哪',
    '旁听 3栋群 开了吗？',
    'shadow of the tower',
    'shadow on the wall is moving',
  ])('%s is talk', (said) => expect(parseCommand(said, { strict: true }).kind).toBe('none'));

  it.each([
    ['', { deed: 'standing' }],
    ['开', { deed: 'on', group: '' }],
    ['3棟群 關', { deed: 'off', group: '3栋群' }],
    ['3棟群組開', { deed: 'on', group: '3栋群组' }],
    ['3栋群汇总。', { deed: 'report', group: '3栋群' }],
    ['彙整', { deed: 'report', group: '' }],
    ['Building 3 off', { deed: 'off', group: 'building 3' }],
    ['三个群都来', null],
  ])('旁听 %s', (rest, read) => expect(readShadowOrder(rest)).toEqual(read));
});
