import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';

describe('what residents get from the desk', () => {
  let desk: DeskHarness;
  beforeEach(async () => {
    desk = await createDeskHarness();
  });
  afterEach(() => desk.close());

  const report = () => desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
  const ticket = () => desk.database.db.ticket.findFirstOrThrow({ orderBy: { openedAt: 'asc' } });
  const last = (where: string) =>
    desk.channel.taken.findLast(({ message }) => message.conversationId === where)?.message;
  const finish = async () => {
    await desk.say('李工', 'staff', `办结 ${(await ticket()).code} 修好了`);
    return desk.find('residents', '修好了');
  };

  it('is not disturbed by the desk while it chats', async () => {
    for (const text of ['早上好', '今天天气真好', '谁家有多余的车位出租', '哈哈哈', '👍', '团购鸡蛋的接龙在哪']) {
      await desk.say('小陈', 'residents', text);
    }
    expect(desk.channel.asked).toHaveLength(0);
  });

  it.each(['进度', '/status', '/status@LinliBot'])(
    'hears how its own matters stand by %s, and nobody else’s',
    async (words) => {
      await report();
      await desk.say('小陈', 'residents', '5栋1单元楼道灯不亮');
      await desk.say('李阿姨', 'residents', words);
      const [mine, other] = await desk.database.db.ticket.findMany({ orderBy: { openedAt: 'asc' } });
      expect(last('residents')?.text).toContain(mine?.code);
      expect(last('residents')?.text).not.toContain(other?.code);
    },
  );

  it('writes lists that look like a questionnaire, and what is in them is heard', async () => {
    await desk.say('李阿姨', 'residents', '问卷意见\n1. 3栋2单元楼道灯坏了\n2. 垃圾没人清');
    expect(await desk.database.db.ticket.count()).toBeGreaterThan(0);
    expect(await desk.database.db.questionnaire.count()).toBe(0);
  });

  it('is told how a matter stands in its own language, the time of its limit, too', async () => {
    await desk.say('李阿姨', 'residents', 'the lift in building 3 is stuck on the ground floor again');
    await desk.say('王姐', 'staff', `接单 ${(await ticket()).code}`);
    await desk.pass(15 * 60_000);
    await desk.say('李阿姨', 'residents', 'is it fixed yet?', {
      replyTo: desk.find('residents', (await ticket()).code),
    });
    expect(last('residents')?.text).toContain((await ticket()).code);
    expect(last('residents')?.text.replaceAll('王姐', '')).not.toMatch(/\p{Script=Han}/u);
  });

  it('does not find what it asked the desk among the words of its next report', async () => {
    await desk.say('李阿姨', 'residents', '服务标准');
    await desk.say('李阿姨', 'residents', '消防通道被堵了');
    expect((await ticket()).summary).toBe('消防通道被堵了');
  });

  it('hears that nothing is open', async () => {
    await desk.say('小陈', 'residents', '进度');
    expect(desk.heard('residents')).toHaveLength(1);
  });

  it.each([
    { words: '5', score: 5 },
    { words: '４分', score: 4 },
    { words: '五星好评', score: 5 },
  ])('rates with $words', async ({ words, score }) => {
    await report();
    const asked = await finish();
    await desk.say('李阿姨', 'residents', words, { replyTo: asked });
    expect(await desk.database.db.surveyAnswer.findFirstOrThrow()).toMatchObject({ score });
    expect(await ticket()).toMatchObject({ status: 'closed' });
  });

  it('rates by a press, and a second press changes the score', async () => {
    await report();
    const asked = await finish();
    await desk.press('李阿姨', 'residents', asked, '2');
    await desk.press('李阿姨', 'residents', asked, '4');
    expect(await desk.database.db.surveyAnswer.findMany()).toMatchObject([{ score: 4 }]);
  });

  it('lets nobody else rate it', async () => {
    await report();
    const asked = await finish();
    await desk.press('小陈', 'residents', asked, '1');
    await desk.say('小陈', 'residents', '1');
    expect(await desk.database.db.surveyAnswer.count()).toBe(0);
    expect(await ticket()).toMatchObject({ status: 'done' });
  });

  it('takes a digit for nothing when nothing was asked', async () => {
    await report();
    await desk.say('李阿姨', 'residents', '5');
    expect(await desk.database.db.surveyAnswer.count()).toBe(0);
  });

  it('brings a reply to a closed ticket before the staff, who may open it again', async () => {
    await report();
    const asked = await finish();
    await desk.press('李阿姨', 'residents', asked, '5');
    await desk.say('李阿姨', 'residents', '换下来的旧零件能给我看看吗', { replyTo: asked });
    expect(await ticket()).toMatchObject({ status: 'closed' });
    const question = desk.channel.taken.findLast(({ message }) => message.conversationId === 'staff');
    expect(question?.message.text).toContain('换下来的旧零件');
    const [reopen] = question?.message.choices.flat() ?? [];
    await desk.press('王姐', 'staff', question?.externalIds[0] ?? '', reopen?.label ?? '');
    expect(await ticket()).toMatchObject({ status: 'open', reopenedCount: 1 });
  });

  it('opens a closed ticket again by "not solved"', async () => {
    await report();
    const asked = await finish();
    await desk.press('李阿姨', 'residents', asked, '5');
    await desk.say('李阿姨', 'residents', '没解决，还是打不开', { replyTo: asked });
    expect(await ticket()).toMatchObject({ status: 'open', reopenedCount: 1 });
  });

  it('leaves thanks on a closed ticket alone', async () => {
    await report();
    const asked = await finish();
    await desk.press('李阿姨', 'residents', asked, '5');
    const before = desk.channel.asked.length;
    await desk.say('李阿姨', 'residents', '谢谢', { replyTo: asked });
    expect(desk.channel.asked).toHaveLength(before);
  });

  it('is asked to go on in private about a quarrel, and reads the answer there', async () => {
    await desk.say('李阿姨', '李阿姨', '你好');
    await desk.say('李阿姨', 'residents', '楼上601天天半夜拖椅子，吵得孩子睡不着，投诉！');
    const opened = await ticket();
    expect(opened).toMatchObject({ kind: 'complaint', area: 'neighbours', sensitive: true });
    expect(last('residents')?.text).not.toContain('601');
    await desk.say('王姐', 'staff', `回复 ${opened.code} 我们晚上上门和601沟通`);
    expect(last('李阿姨')?.text).toContain('我们晚上上门和601沟通');
    expect(desk.heard('residents').join()).not.toContain('上门');
  });

  it('gets an answer in a direct chat, even to what was not understood', async () => {
    await desk.say('小陈', '小陈', '你好');
    expect(desk.heard('小陈')).toHaveLength(1);
    await desk.say('小陈', '小陈', '5栋1单元楼道灯不亮');
    const opened = await ticket();
    expect(opened.origin).toBe('direct');
    await desk.say('李工', 'staff', `回复 ${opened.code} 今天换灯泡`);
    expect(last('小陈')?.text).toContain('今天换灯泡');
  });

  it('never shows phone numbers again in the group', async () => {
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了，联系我13812345678');
    expect(desk.heard('residents').join()).not.toContain('13812345678');
    expect((await ticket()).summary).not.toContain('13812345678');
  });

  it.each([
    { words: 'The lift in building 3 is broken again, please send somebody', answer: 'on record as' },
    { words: '3棟2單元的電梯又壞了，請派人來修', answer: '報修' },
    { words: '3栋2单元的电梯又坏了，请派人来修', answer: '报修' },
  ])('is answered in its own language: $words', async ({ words, answer }) => {
    await desk.say('小陈', 'residents', words);
    expect(last('residents')?.text).toContain(answer);
    expect(desk.heard('staff').join()).toContain('报修');
  });

  it('is taken at its word when "not solved" comes with a reason, also not as a reply', async () => {
    await report();
    await finish();
    await desk.say('李阿姨', 'residents', '未解决，还是会抖');
    expect(await ticket()).toMatchObject({ status: 'open', reopenedCount: 1 });
  });

  it('gets help for the plain word', async () => {
    await desk.say('小陈', 'residents', '帮助');
    expect(desk.heard('residents')).toHaveLength(1);
  });

  it('is not told the office’s book by staff who ask for it in the residents group', async () => {
    await report();
    const { code } = await ticket();
    const before = desk.channel.asked.length;
    for (const words of [
      '/list',
      '/status',
      `详情 ${code}`,
      '/log 电话 5-1-1202 厨房漏水',
      '/help',
      `转 ${code} 王姐`,
    ]) {
      await desk.say('王姐', 'residents', words);
    }
    expect(desk.channel.asked).toHaveLength(before);
    await desk.say('王姐', 'residents', `接单 ${code}`);
    expect(await ticket()).toMatchObject({ status: 'accepted' });
  });

  it('takes a digit that is said to a neighbour for nothing', async () => {
    await report();
    await finish();
    const boxes = await desk.say('小陈', 'residents', '草莓要几盒?');
    await desk.say('李阿姨', 'residents', '2', { replyTo: boxes });
    expect(await ticket()).toMatchObject({ status: 'done' });
  });
});

describe('a private matter', () => {
  let desk: DeskHarness;
  let code: string;
  beforeEach(async () => {
    desk = await createDeskHarness();
    await desk.say('李阿姨', 'residents', '楼上601天天半夜拖椅子，吵得孩子睡不着，投诉！');
    code = (await desk.database.db.ticket.findFirstOrThrow()).code;
  });
  afterEach(() => desk.close());

  it('is answered and ended without its words in the group', async () => {
    await desk.say('王姐', 'staff', `回复 ${code} 已经和601谈过`);
    await desk.say('王姐', 'staff', `办结 ${code} 601答应铺地毯`);
    expect(desk.heard('residents').join()).not.toMatch(/601|地毯|谈过/);
    const asked = desk.channel.taken.findLast(({ message }) => message.conversationId === 'residents');
    await desk.press('李阿姨', 'residents', asked?.externalIds[0] ?? '', '4');
    expect(await desk.database.db.surveyAnswer.findFirstOrThrow()).toMatchObject({ score: 4 });
  });

  it('lets who asked read the answer in the direct chat, and go on there', async () => {
    await desk.say('王姐', 'staff', `回复 ${code} 已经和601谈过`);
    await desk.say('李阿姨', '李阿姨', '进度');
    expect(desk.heard('李阿姨').join()).toContain('已经和601谈过');
    await desk.say('李阿姨', '李阿姨', '谢谢，不过昨晚还是吵', { replyTo: desk.find('李阿姨', '已经和601谈过') });
    expect(desk.heard('staff').join()).toContain('昨晚还是吵');
    expect(await desk.database.db.ticket.count()).toBe(1);
  });

  it('is read by nobody else', async () => {
    await desk.say('王姐', 'staff', `回复 ${code} 已经和601谈过`);
    await desk.say('小陈', '小陈', '进度');
    expect(desk.heard('小陈').join()).not.toContain('601');
  });
});
