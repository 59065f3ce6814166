import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeChannel } from '../channel/testing/fake-channel.ts';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** A platform that shows text and nothing else: no buttons, no changed messages, no reactions, quotes without ids. */
const textOnly = (): FakeChannel =>
  new FakeChannel({
    name: 'plain',
    capabilities: {
      buttons: false,
      edits: false,
      reactions: false,
      polls: false,
      recall: false,
      stableMessageIds: false,
    },
  });

describe('a platform that shows nothing but text', () => {
  let desk: DeskHarness;
  beforeEach(async () => {
    desk = await createDeskHarness({ channel: textOnly() });
  });
  afterEach(() => desk.close());

  const tickets = () =>
    desk.database.db.ticket.findMany({ orderBy: { openedAt: 'asc' }, include: { assignee: true, offeredTo: true } });
  const only = async () => {
    const [ticket, ...more] = await tickets();
    if (!ticket || more.length > 0) throw new Error(`there are ${more.length + (ticket ? 1 : 0)} tickets`);
    return ticket;
  };
  const last = (where: string): string => desk.heard(where).at(-1) ?? '';
  /** A resident tells of something, and the staff have had time to read the card. */
  const report = async (who: string, text: string): Promise<string> => {
    const known = new Set((await tickets()).map(({ code }) => code));
    await desk.say(who, 'residents', text);
    const fresh = (await tickets()).find(({ code }) => !known.has(code));
    if (!fresh) throw new Error(`no ticket came of: ${text}`);
    desk.clock.advance(minute);
    return fresh.code;
  };
  const lift = '3栋2单元电梯又停了，谁来看看';
  const pipe = '5栋1单元1202厨房水管爆了，水漏了一地';

  it('carries one matter all the way by words', async () => {
    const code = await report('李阿姨', lift);
    const card = last('staff');
    expect(card).toContain(code);
    expect(card).toMatch(/1 接单 · 2 承诺 · 3 转交\n4 办结 · 5 误报/);
    expect(card).not.toMatch(/按钮|点击/);

    await desk.say('李工', 'staff', '接单');
    expect(await only()).toMatchObject({ status: 'accepted', assignee: { name: '李工' } });
    // The card and the confirmation, and no line besides that says the same.
    expect(desk.heard('staff')).toEqual([card, `已接单，已告知居民 · ${code}`]);
    expect(last('residents')).toContain('李工已接单');

    desk.clock.advance(5 * minute);
    await desk.say('李工', 'staff', '师傅二十分钟后到', { quote: card });
    expect(last('residents')).toContain('师傅二十分钟后到');
    expect(last('staff')).toBe(`已转告居民 · ${code}`);

    desk.clock.advance(minute);
    await desk.say('李工', 'staff', '承诺 明天15:00');
    expect(last('residents')).toContain('明天 15:00');

    desk.clock.advance(minute);
    await desk.say('李工', 'staff', '转 王姐');
    expect(await only()).toMatchObject({ assignee: { name: '李工' }, offeredTo: { name: '王姐' } });
    desk.clock.advance(minute);
    await desk.say('王姐', 'staff', '接单');
    expect(await only()).toMatchObject({ status: 'accepted', assignee: { name: '王姐' }, offeredTo: null });
    desk.clock.advance(minute);

    await desk.say('王姐', 'staff', '误报');
    expect(await only()).toMatchObject({ status: 'dismissed' });
    desk.clock.advance(minute);
    await desk.say('王姐', 'staff', '重开');
    expect(await only()).toMatchObject({ status: 'open' });
    desk.clock.advance(minute);

    await desk.say('王姐', 'staff', '办结 换了门机');
    expect(await only()).toMatchObject({ status: 'done' });
    const asked = last('residents');
    expect(asked).toContain('换了门机');
    expect(asked).toMatch(/回复 1–5 分.*未解决/);

    desk.clock.advance(hour);
    await desk.say('李阿姨', 'residents', '⑤', { quote: asked });
    expect(await only()).toMatchObject({ status: 'closed' });
    expect(await desk.database.db.surveyAnswer.findMany({ select: { score: true } })).toEqual([{ score: 5 }]);
    expect(last('staff')).toBe(`${code} 居民评 5 分，已关闭`);
  });

  it('rates by a bare digit, and takes it for nothing else among residents', async () => {
    const code = await report('李阿姨', lift);
    await desk.say('老王', 'residents', '1');
    expect(await only()).toMatchObject({ status: 'open' });
    await desk.say('李工', 'staff', `办结 ${code}`);
    await desk.say('小陈', 'residents', '4');
    expect(await only()).toMatchObject({ status: 'done' });
    desk.clock.advance(hour);
    await desk.say('李阿姨', 'residents', '４');
    expect(await only()).toMatchObject({ status: 'closed' });
  });

  it.each(['收到的请回复1', '1'])('a “1” among neighbours after “%s” rates nothing', async (said) => {
    const code = await report('李阿姨', lift);
    await desk.say('李工', 'staff', `办结 ${code}`);
    await desk.say('老王', 'residents', said);
    desk.clock.advance(minute);
    await desk.say('李阿姨', 'residents', '1');
    expect(await only()).toMatchObject({ status: 'done' });
    await desk.say('李阿姨', 'residents', '5', { quote: desk.heard('residents').at(-1) ?? '' });
    expect(await only()).toMatchObject({ status: 'closed' });
  });

  it('opens it again when the resident writes the words that were offered', async () => {
    const code = await report('李阿姨', lift);
    await desk.say('李工', 'staff', `办结 ${code}`);
    await desk.say('李阿姨', 'residents', '未解决', { quote: last('residents') });
    expect(await only()).toMatchObject({ status: 'open', reopenedCount: 1 });
  });

  describe('numbers', () => {
    it.each(['1', '１', '1.', '①'])('%s alone is the first choice of the last card', async (said) => {
      const code = await report('李阿姨', lift);
      await desk.say('李工', 'staff', said);
      expect(await only()).toMatchObject({ status: 'accepted' });
      expect(last('staff')).toContain(code);
    });

    it('choose a time from the menu that they led to, while a card comes in between', async () => {
      const code = await report('李阿姨', lift);
      await desk.say('李工', 'staff', '2', { quote: last('staff') });
      const menu = last('staff');
      expect(menu).toMatch(/1\) 30 分钟内 · 2\) 1 小时内 · 3\) 2 小时内/);
      desk.clock.advance(30 * second);
      await desk.say('小陈', 'residents', pipe);
      desk.clock.advance(3 * second);
      await desk.say('李工', 'staff', '2');
      const [limit] = await desk.database.db.limit.findMany({ where: { kind: 'promise' }, include: { ticket: true } });
      expect(limit?.ticket.code).toBe(code);
      expect(limit?.dueAt).toEqual(new Date(desk.clock.now().getTime() + hour));
      expect(desk.heard('staff').at(-1)).toContain(`已把约定告诉居民 · ${code}`);
    });

    it('choose a colleague, with the name beside the number as well', async () => {
      await report('李阿姨', lift);
      await desk.say('李工', 'staff', '3 王姐', { quote: last('staff') });
      expect((await only()).offeredTo?.name).toBe('王姐');
    });

    it('carry words: "4 换了门机"', async () => {
      await report('李阿姨', lift);
      await desk.say('李工', 'staff', '4 换了门机', { quote: last('staff') });
      expect(await only()).toMatchObject({ status: 'done' });
      expect(last('residents')).toContain('换了门机');
    });

    it('that are the beginning of an answer are told to the resident', async () => {
      await report('李阿姨', lift);
      await desk.say('李工', 'staff', '3 号楼的师傅马上过来', { quote: last('staff') });
      expect(last('residents')).toContain('3 号楼的师傅马上过来');
    });

    it('that were not offered are answered with those that were', async () => {
      await report('李阿姨', lift);
      const before = desk.heard('residents').length;
      await desk.say('李工', 'staff', '7', { quote: last('staff') });
      expect(last('staff')).toContain('1 接单 · 2 承诺');
      expect(await only()).toMatchObject({ status: 'open' });
      expect(desk.heard('residents')).toHaveLength(before);
    });

    it.each(['1', '接单'])('%s of two at once: who was first keeps it, and the resident hears of one', async (said) => {
      const code = await report('李阿姨', lift);
      await desk.say('李工', 'staff', said);
      desk.clock.advance(3 * second);
      await desk.say('王姐', 'staff', said);
      expect(await only()).toMatchObject({ status: 'accepted', assignee: { name: '李工' } });
      expect(last('staff')).toContain('已由李工接单');
      expect(desk.heard('residents').filter((text) => text.includes('已接单'))).toHaveLength(1);
      await desk.say('王姐', 'staff', `接单 ${code}`);
      expect(await only()).toMatchObject({ status: 'accepted', assignee: { name: '王姐' } });
    });

    it('under the menu that a colleague asked for are no choice of an older card', async () => {
      const code = await report('李阿姨', lift);
      await report('小陈', pipe);
      await desk.say('李工', 'staff', `转 ${code}`);
      desk.clock.advance(10 * second);
      await desk.say('王姐', 'staff', '1');
      expect((await tickets()).every(({ status }) => status === 'open')).toBe(true);
      expect(last('staff')).toContain('指哪一个');
    });

    it('said to a colleague change nothing', async () => {
      await report('李阿姨', lift);
      await desk.say('王姐', 'staff', '今天几个人上班？');
      desk.clock.advance(20 * second);
      await desk.say('李工', 'staff', '4');
      expect(await only()).toMatchObject({ status: 'open' });
      expect(last('staff')).toContain('1 办结');
      desk.clock.advance(10 * second);
      await desk.say('李工', 'staff', '1');
      expect(await only()).toMatchObject({ status: 'done' });
    });

    it('that nobody offered are talk', async () => {
      await report('李阿姨', lift);
      const before = desk.heard('staff').length;
      await desk.say('李工', 'staff', '8');
      expect(desk.heard('staff')).toHaveLength(before);
    });
  });

  describe('a question whether something is a matter', () => {
    const doubtful = '电梯天天这样，也不知道是不是我想多了';

    it.each([
      ['1', 1, '电梯'],
      ['是', 1, '电梯'],
      ['是，开工单', 1, '电梯'],
      ['2', 0, '王姐：不作工单'],
      ['不是', 0, '王姐：不作工单'],
    ])('is answered by %s', async (said, opened, told) => {
      await desk.close();
      desk = await createDeskHarness({
        channel: textOnly(),
        understand: (message) => ({
          acts: [
            {
              kind: 'doubt',
              matter: {
                kind: 'complaint',
                area: 'neighbours',
                urgency: 'normal',
                place: { building: '3', unit: null, room: null, spot: null },
                summary: message.text,
                sensitive: false,
                confidence: 0.5,
              },
            },
          ],
          explanation: { by: 'test', reasons: [] },
        }),
      });
      await desk.say('李阿姨', 'residents', doubtful);
      expect(last('staff')).toMatch(/1 是，开工单 · 2 不是/);
      desk.clock.advance(minute);
      await desk.say('王姐', 'staff', said);
      expect(await tickets()).toHaveLength(opened);
      expect(last('staff')).toContain(told);
    });
  });

  it('“2”, quoted from a neighbour, is said to the neighbour', async () => {
    const code = await report('李阿姨', lift);
    await desk.say('老王', 'residents', '你家有几个孩子呀');
    await desk.say('李工', 'staff', `办结 ${code}`);
    await desk.say('李阿姨', 'residents', '2', { quote: '你家有几个孩子呀' });
    await desk.say('李阿姨', 'residents', '2', { quote: '这句话没有人记得了' });
    expect(await only()).toMatchObject({ status: 'done' });
  });

  describe('two cards', () => {
    it('at once: asks which, and does it with the words that were said', async () => {
      const first = await report('李阿姨', lift);
      const other = await report('小陈', pipe);
      await desk.say('老王', 'residents', '1栋门口的路灯不亮了');
      desk.clock.advance(5 * second);
      await desk.say('李工', 'staff', '办结 换了零件');
      expect((await tickets()).every(({ status }) => status === 'open')).toBe(true);
      const question = last('staff');
      expect(question).toContain('哪一件');
      expect(question).toContain(`2 ${other}`);
      expect(question).toContain(`3 ${first}`);
      desk.clock.advance(10 * second);
      await desk.say('李工', 'staff', '3');
      const done = (await tickets()).filter(({ status }) => status === 'done');
      expect(done.map(({ code }) => code)).toEqual([first]);
      expect(last('residents')).toContain('换了零件');
    });

    it('the one in hand and the new one: asks before it tells the wrong resident', async () => {
      const first = await report('李阿姨', lift);
      await desk.say('李工', 'staff', `接单 ${first}`);
      const other = await report('小陈', pipe);
      const before = desk.heard('residents').length;
      desk.clock.advance(20 * minute);
      await desk.say('李工', 'staff', '办结 换了门机');
      expect(desk.heard('residents')).toHaveLength(before);
      expect(last('staff')).toContain(`1 ${other}`);
      await desk.say('李工', 'staff', first);
      expect((await tickets()).map(({ status }) => status)).toEqual(['done', 'open']);
    });

    it('read one after the other: the last is meant', async () => {
      const first = await report('李阿姨', lift);
      const other = await report('小陈', pipe);
      await desk.say('李工', 'staff', '接单');
      expect((await tickets()).map(({ code, status }) => [code, status])).toEqual([
        [first, 'open'],
        [other, 'accepted'],
      ]);
    });
  });

  describe('slips', () => {
    it.each(['接丹', '街单', '接丹 CODE', '接丹CODE', 'CODE街单', '@小助手 接丹 CODE'])(
      '%s: the right command is named, and 1 does it',
      async (said) => {
        const code = await report('李阿姨', lift);
        await desk.say('李工', 'staff', said.replace('CODE', code), { toBot: said.startsWith('@') });
        expect(await only()).toMatchObject({ status: 'open' });
        expect(last('staff')).toContain(`接单 ${code}`);
        desk.clock.advance(10 * second);
        await desk.say('李工', 'staff', '1');
        expect(await only()).toMatchObject({ status: 'accepted' });
      },
    );

    it('with a mention before it: the words that were said go along', async () => {
      const code = await report('李阿姨', lift);
      await desk.say('李工', 'staff', `@小助手 办洁 ${code} 换了门机`, { toBot: true });
      desk.clock.advance(10 * second);
      await desk.say('李工', 'staff', '1');
      expect(await only()).toMatchObject({ status: 'done' });
      expect(last('residents')).toContain('换了门机');
    });

    it('a slip under a card is not told to the resident', async () => {
      const code = await report('李阿姨', lift);
      const before = desk.heard('residents').length;
      await desk.say('李工', 'staff', '办节 换了门机', { quote: last('staff') });
      expect(desk.heard('residents')).toHaveLength(before);
      await desk.say('李工', 'staff', `办结 ${code}`);
      expect(await only()).toMatchObject({ status: 'done' });
    });

    it('a code with a look-alike in it: 1 does it with the right one', async () => {
      const code = await report('李阿姨', lift);
      const wrong = code.replace(/\d/, (digit) => (digit === '2' ? '3' : '2'));
      await desk.say('李工', 'staff', `接单 ${wrong}`);
      expect(await only()).toMatchObject({ status: 'open' });
      await desk.say('李工', 'staff', '1');
      expect(await only()).toMatchObject({ status: 'accepted' });
    });
  });

  describe('quotes', () => {
    it('of the resident’s own message, shown shortened and with a name, reach the ticket', async () => {
      await report('李阿姨', lift);
      await desk.say('李工', 'residents', '师傅已经出发', { quote: `李阿姨：${lift.slice(0, 9)}…` });
      expect(await only()).toMatchObject({ status: 'accepted', assignee: { name: '李工' } });
      expect(last('staff')).toContain('李工答复：师傅已经出发');
    });

    it('of a list of tickets mean none of them', async () => {
      await report('李阿姨', lift);
      await report('小陈', pipe);
      await desk.say('王姐', 'staff', '待办');
      const list = last('staff');
      desk.clock.advance(minute);
      await desk.say('王姐', 'staff', '办结', { quote: list });
      expect((await tickets()).every(({ status }) => status === 'open')).toBe(true);
      expect(last('staff')).toContain('哪一件');
    });

    it('of a colleague’s words are talk, whatever code they name', async () => {
      const code = await report('李阿姨', lift);
      await desk.say('王姐', 'staff', `${code} 那个谁在跟`);
      const before = desk.heard('residents').length;
      await desk.say('李工', 'staff', '我下午去看看', { quote: `${code} 那个谁在跟` });
      expect(desk.heard('residents')).toHaveLength(before);
      await desk.say('李工', 'staff', '接单', { quote: `${code} 那个谁在跟` });
      expect(await only()).toMatchObject({ status: 'accepted' });
    });

    it.each(['4', '2', '问 一下老王', '办结了吗'])(
      'of a colleague’s words that name a code: “%s” is said to the colleague',
      async (said) => {
        const code = await report('李阿姨', lift);
        const question = `${code} 要带几个灯泡？`;
        await desk.say('王姐', 'staff', question);
        const before = desk.channel.asked.length;
        await desk.say('李工', 'staff', said, { quote: question });
        expect(await only()).toMatchObject({ status: 'open' });
        expect(desk.channel.asked).toHaveLength(before);
      },
    );

    it('of the one line that told what was new are about its ticket', async () => {
      const code = await report('李阿姨', lift);
      await desk.say('老王', 'residents', '我家也是 +1', { quote: lift });
      expect(last('staff')).toBe(`${code} 现在有 2 人反映`);
      await desk.say('李工', 'staff', '1', { quote: last('staff') });
      expect(await only()).toMatchObject({ status: 'accepted' });
    });
  });

  it('leaves the staff’s everyday words alone', async () => {
    await report('李阿姨', lift);
    const before = desk.channel.asked.length;
    for (const talk of [
      '完成 今天的巡查',
      '回复 一下业主吧',
      '约 厂家来看',
      '恢复 正常供水了',
      '约 周五下午6点聚餐',
      '转 一下通知',
      '代班',
      '修好了吗',
      '接单的是谁',
      '好的',
    ])
      await desk.say('王姐', 'staff', talk);
    expect(desk.channel.asked).toHaveLength(before);
    expect(await only()).toMatchObject({ status: 'open' });
  });

  it('asks before an everyday word alone ends a ticket', async () => {
    const code = await report('李阿姨', lift);
    await desk.say('王姐', 'staff', '完成');
    expect(await only()).toMatchObject({ status: 'open' });
    expect(last('staff')).toContain(`1 ${code}`);
  });
});

describe('staff on two platforms, one of which shows nothing but text', () => {
  it('what was done on one is told in one line on the other', async () => {
    const plain = textOnly();
    const desk = await createDeskHarness({ besides: [plain] });
    try {
      const { communityId } = desk;
      const group = { externalId: 'other-staff', kind: 'group', audience: 'staff', title: '客服二群' } as const;
      await desk.database.db.conversation.create({
        data: { ...group, communityId, channel: plain.name, account: plain.account },
      });
      await desk.say('李阿姨', 'residents', '3栋2单元电梯又停了，谁来看看');
      const { code } = await desk.database.db.ticket.findFirstOrThrow();
      desk.clock.advance(minute);
      await desk.press('李工', 'staff', desk.find('staff', code), '接单');
      desk.clock.advance(minute);
      await desk.say('李工', 'staff', '师傅二十分钟后到', { replyTo: desk.find('staff', code) });
      desk.clock.advance(minute);
      await desk.say('李阿姨', 'residents', '3栋电梯里还有异味');
      const [card, ...news] = plain.textsIn('other-staff');
      expect(card).toContain('1 接单 · 2 承诺 · 3 转交');
      expect(news.slice(0, 2)).toEqual([`${code} 李工接单`, `${code} 李工告知进展：师傅二十分钟后到`]);
      // What the resident adds is shown there in full, and not announced besides.
      expect(news.slice(2).some((text) => text.startsWith(`${code} 居民补充`))).toBe(false);
    } finally {
      await desk.close();
    }
  });
});
