import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';
import { FakeChannel } from '../../channel/testing/fake-channel.ts';

const DAY = 86_400_000;
const draft = [
  '问卷 满意度调查',
  '请花两分钟。',
  '1. 您对保洁满意吗？(1-5)',
  '若1<3：哪里不满意？',
  '3. 最需要改进的是？（多选）A 保洁 B 安保 C 维修',
];

let desk: DeskHarness;

/** Writes and confirms a questionnaire; resolves when it is asked. */
async function ask(...lines: string[]): Promise<void> {
  await desk.say('周经理', 'managers', lines.join('\n'));
  await desk.press('周经理', 'managers', desk.find('managers', '居民会看到'), '确认发布');
  await desk.pass(60_000);
}

const last = (where: string): string => desk.heard(where).at(-1) ?? '';
const responses = () => desk.database.db.questionnaireResponse.findMany({ orderBy: { id: 'asc' } });
const directChat = (who: string) => desk.say(who, who, '你好');

describe('a questionnaire, from a manager to the residents', () => {
  beforeEach(async () => {
    desk = await createDeskHarness();
  });
  afterEach(() => desk.close());

  it('is shown to the manager as it will look, and nobody is asked before it is confirmed', async () => {
    await desk.say('周经理', 'managers', draft.join('\n'));
    const preview = last('managers');
    for (const words of [
      '问卷1',
      '满意度调查',
      '请花两分钟。',
      '发到 1 个群：居民群',
      '仅当 1<3',
      'A 保洁  B 安保',
      '匿名',
    ])
      expect(preview).toContain(words);
    expect(desk.heard('residents')).toEqual([]);
    await desk.press('周经理', 'managers', desk.find('managers', '居民会看到'), '确认发布');
    await desk.pass(60_000);
    expect(last('managers')).toContain('开始发送');
    expect(desk.heard('residents')).toHaveLength(1);
    expect(preview).toContain(last('residents'));
  });

  it('is changed by a reply, and what nobody has seen cannot be confirmed', async () => {
    await desk.say('周经理', 'managers', draft.join('\n'));
    const first = desk.find('managers', '居民会看到');
    await desk.say('周经理', 'managers', '匿名: 是\n截止: 3天', { replyTo: first });
    expect(last('managers')).toContain('我们不保存谁答了什么');
    await desk.press('周经理', 'managers', first, '确认发布');
    expect(last('managers')).toContain('改过了');
    expect(desk.heard('residents')).toEqual([]);
    await desk.press('周经理', 'managers', desk.find('managers', '改过了'), '确认发布');
    await desk.pass(60_000);
    expect(desk.heard('residents')).toHaveLength(1);
  });

  it.each([
    {
      told: 'a mistake in a question',
      text: '问卷 满意度\n1. 一？(5-1)\n3. 三？',
      words: ['第 2 行', '第 3 行', '题号'],
    },
    { told: 'a time that has passed', text: '问卷 满意度\n1. 一？\n截止: 昨天', words: ['截止'] },
    { told: 'somebody who does not exist', text: '问卷 满意度\n1. 一？\n范围: 那边', words: ['范围', '那边'] },
  ])('is not put on record with $told, which is named', async ({ text, words }) => {
    await desk.say('周经理', 'managers', text);
    for (const word of words) expect(last('managers')).toContain(word);
    expect(await desk.database.db.questionnaire.count()).toBe(0);
  });

  it('names a line of a reply that is no field, and changes nothing', async () => {
    await desk.say('周经理', 'managers', draft.join('\n'));
    const preview = desk.find('managers', '居民会看到');
    await desk.say('周经理', 'managers', '匿名: 是\n结束日: 5天', { replyTo: preview });
    expect(last('managers')).toBe('不认识“结束日: 5天”。什么都没有改动。');
    await desk.say('周经理', 'managers', '看着不错', { replyTo: preview });
    expect(last('managers')).toContain('不认识');
    expect(await desk.database.db.questionnaire.findFirst()).toMatchObject({ anonymous: false });
  });

  it('is not for others to write or to confirm', async () => {
    await desk.say('王姐', 'staff', draft.join('\n'));
    expect(desk.heard('staff')).toEqual([]);
    await desk.say('周经理', 'managers', draft.join('\n'));
    await desk.press('王姐', 'managers', desk.find('managers', '居民会看到'), '确认发布');
    await desk.pass(60_000);
    expect(desk.heard('residents')).toEqual([]);
  });

  it('is answered question by question in the direct chat, in taps and in words, and the way depends on the answers', async () => {
    await directChat('李阿姨');
    await ask(...draft);
    await desk.press('李阿姨', 'residents', desk.find('residents', '满意度调查'), '参加');
    expect(last('李阿姨')).toContain('您对保洁满意吗');
    await desk.press('李阿姨', '李阿姨', desk.find('李阿姨', '您对保洁满意吗'), '2');
    expect(last('李阿姨')).toContain('哪里不满意');
    await desk.say('李阿姨', '李阿姨', '楼道常常两天没人扫');
    expect(last('李阿姨')).toContain('A 保洁');
    await desk.say('李阿姨', '李阿姨', 'AC');
    expect(last('李阿姨')).toContain('谢谢');
    expect(await responses()).toMatchObject([{ answers: { 1: 2, 2: '楼道常常两天没人扫', 3: [0, 2] } }]);
    expect(await desk.database.db.questionnaireSession.count()).toBe(0);
    expect(await desk.database.db.ticket.count()).toBe(0);
    // Who is content is not asked why.
    await directChat('小陈');
    await desk.say('小陈', 'residents', '参加');
    await desk.say('小陈', '小陈', '比较满意');
    expect(last('小陈')).toContain('A 保洁');
    await desk.say('小陈', '小陈', '安保');
    expect(await responses()).toHaveLength(2);
  });

  it('lets several options be ticked by taps, which show where they stand, and counts what is ticked at the end', async () => {
    await directChat('小陈');
    await ask(...draft);
    await desk.say('小陈', '小陈', '问卷1');
    await desk.press('小陈', '小陈', desk.find('小陈', '您对保洁满意吗'), '5');
    const asked = desk.find('小陈', 'A 保洁');
    await desk.press('小陈', '小陈', asked, '选好了');
    expect(last('小陈')).toContain('请先点要选的');
    await desk.press('小陈', '小陈', asked, '☐ 保洁');
    await desk.press('小陈', '小陈', asked, '☐ 维修');
    await desk.press('小陈', '小陈', asked, '☑ 保洁');
    expect(desk.channel.taken.at(-1)?.message.editId).toBe(asked);
    expect(await responses()).toEqual([]);
    await desk.press('小陈', '小陈', asked, '选好了');
    expect(await responses()).toMatchObject([{ answers: { 1: 5, 3: [2] } }]);
    await desk.press('小陈', '小陈', asked, '选好了');
    expect(await responses()).toHaveLength(1);
  });

  it('takes nothing that cannot be chosen, goes back, skips what may be skipped, and stops', async () => {
    await directChat('小陈');
    await ask(...draft);
    await desk.say('小陈', '小陈', '问卷1');
    await desk.say('小陈', '小陈', '9');
    expect(last('小陈')).toContain('1 到 5');
    await desk.say('小陈', '小陈', '跳过');
    expect(last('小陈')).toContain('需要回答');
    await desk.say('小陈', '小陈', '1');
    await desk.say('小陈', '小陈', '上一题');
    expect(last('小陈')).toContain('您对保洁满意吗');
    await desk.say('小陈', '小陈', '1');
    await desk.say('小陈', '小陈', '跳过');
    expect(last('小陈')).toContain('A 保洁');
    await desk.say('小陈', '小陈', '退出');
    expect(last('小陈')).toContain('没有保存');
    expect(await desk.database.db.questionnaireSession.count()).toBe(0);
    expect(await responses()).toEqual([]);
  });

  it('does not take a matter for the office for an answer', async () => {
    await directChat('李阿姨');
    await ask(...draft);
    await desk.say('李阿姨', '李阿姨', '问卷1');
    await desk.say('李阿姨', '李阿姨', '3栋2单元的电梯坏了，一直不动，请来修');
    expect(await desk.database.db.ticket.count()).toBe(1);
    expect(await responses()).toEqual([]);
    await desk.say('李阿姨', 'residents', '你们3栋最近停水吗');
    expect(await desk.database.db.questionnaireSession.count()).toBe(1);
  });

  it('counts one household once, lets who answered change it, and tells the second kindly', async () => {
    await desk.database.db.person.updateMany({
      where: { name: '老王' },
      data: {
        householdId: (await desk.database.db.person.findFirstOrThrow({ where: { name: '李阿姨' } })).householdId,
      },
    });
    await directChat('李阿姨');
    await directChat('老王');
    await ask('问卷 保洁', '1. 保洁？(1-5)', '2. 还有建议？');
    const invitation = desk.find('residents', '保洁');
    for (const [who, mark] of [
      ['李阿姨', '5'],
      ['李阿姨', '3'],
    ] as const) {
      await desk.press(who, 'residents', invitation, '参加');
      if (last(who).includes('重新作答') || last(who).includes('已经答过'))
        await desk.press(who, who, desk.find(who, '已经答过'), '重新作答');
      await desk.say(who, who, mark);
      await desk.say(who, who, '跳过');
    }
    await desk.press('老王', 'residents', invitation, '参加');
    expect(last('老王')).toContain('家里已经有人答过');
    expect(await responses()).toMatchObject([{ answers: { 1: 3, 2: null } }]);
  });

  it('tells somebody in a group who never wrote to the bot how to get there', async () => {
    await ask(...draft);
    await desk.press('小陈', 'residents', desk.find('residents', '满意度调查'), '参加');
    expect(last('residents')).toContain('问卷1');
    await desk.say('小陈', '小陈', '问卷1');
    expect(last('小陈')).toContain('您对保洁满意吗');
  });

  it('reminds once, closes at its time, tells the managers, and the residents what managers let them know', async () => {
    await directChat('小陈');
    await ask(...draft, '方式: 都', '截止: 7天');
    await desk.press('小陈', 'residents', desk.find('residents', '满意度调查'), '参加');
    await desk.say('小陈', '小陈', '4');
    await desk.say('小陈', '小陈', 'B');
    const before = desk.heard('小陈').length;
    await desk.pass(6 * DAY);
    expect(desk.heard('residents').filter((text) => text.includes('还没答的'))).toHaveLength(1);
    expect(desk.heard('小陈')).toHaveLength(before);
    await desk.pass(2 * DAY);
    const results = last('managers');
    for (const words of ['结束了', '1 户', '平均 4.0', '安保: 1 (100%)']) expect(results).toContain(words);
    await desk.say('李阿姨', 'residents', '参加问卷1');
    expect(await responses()).toHaveLength(1);
    await desk.press('周经理', 'managers', desk.find('managers', '结束了'), '向居民公布结果');
    await desk.pass(60_000);
    expect(last('residents')).toContain('结果');
    expect(last('residents')).toContain('平均 4.0');
  });

  it('is extended, ended before its time, or taken back', async () => {
    await directChat('李阿姨');
    await ask(...draft, '截止: 7天');
    await desk.say('周经理', 'managers', '问卷 1 延长 3天');
    expect(last('managers')).toContain('延长到');
    await desk.pass(8 * DAY);
    expect((await desk.database.db.questionnaire.findFirstOrThrow()).state).toBe('open');
    await desk.say('周经理', 'managers', '问卷1 结束');
    expect((await desk.database.db.questionnaire.findFirstOrThrow()).state).toBe('closed');
    await ask('问卷 停车', '1. 停车？(1-5)', '2. 建议？');
    const word = desk.find('residents', '停车');
    await desk.say('周经理', 'managers', '问卷2 撤回');
    await desk.pass(60_000);
    expect(desk.channel.taken.flatMap(({ message }) => message.recallIds)).toEqual([word]);
    await desk.say('李阿姨', '李阿姨', '问卷2');
    expect(last('李阿姨')).toContain('已经结束');
  });

  it('comes back as a draft every quarter, and asks nobody by itself', async () => {
    await desk.say('周经理', 'managers', [...draft, '截止: 7天'].join('\n'));
    await desk.press('周经理', 'managers', desk.find('managers', '居民会看到'), '每季度重复');
    await desk.press('周经理', 'managers', desk.find('managers', '到期重复'), '确认发布');
    await desk.pass(60 * DAY);
    expect(desk.heard('managers').filter((text) => text.includes('又到时间了'))).toHaveLength(1);
    expect(
      await desk.database.db.questionnaire.findMany({ select: { state: true }, orderBy: { number: 'asc' } }),
    ).toEqual([{ state: 'closed' }, { state: 'draft' }]);
  });

  it('about services is asked directly only of those who agreed to that', async () => {
    const { db } = desk.database;
    for (const who of ['李阿姨', '小陈']) await directChat(who);
    const { id: personId } = await db.person.findFirstOrThrow({ where: { name: '小陈' } });
    await db.consent.create({ data: { personId, kind: 'offers', givenAt: desk.clock.now() } });
    const before = desk.heard('李阿姨').length;
    await ask('问卷 助餐', '1. 需要送餐吗？（要/不要）', '2. 口味？', '意向: 是', '方式: 私聊');
    expect(last('小陈')).toContain('服务意向');
    expect(desk.heard('李阿姨')).toHaveLength(before);
    expect(desk.heard('residents')).toEqual([]);
  });
});

describe('a single question that everybody may see', () => {
  afterEach(() => desk.close());

  it('is a poll where the platform has them: one household counts once, answers change and are taken back', async () => {
    desk = await createDeskHarness();
    await ask('问卷 活动', '1. 办哪个活动？ A 包粽子 B 看电影');
    const { message } = desk.channel.taken.find(({ message: one }) => one.poll !== null) ?? {};
    expect(message?.poll).toEqual({ question: '办哪个活动？', options: ['包粽子', '看电影'], several: false });
    const { pollId } = await desk.database.db.sentMessage.findFirstOrThrow({ where: { pollId: { not: null } } });
    const vote = (who: string, key: string, ...options: number[]) =>
      desk.event({
        type: 'poll_answer',
        key,
        at: desk.clock.now().toISOString(),
        pollId: pollId ?? '',
        options,
        conversation: { externalId: who, kind: 'direct', title: who },
        sender: desk.sender(who),
      });
    await vote('小陈', 'v1', 0);
    await vote('李阿姨', 'v2', 0);
    await vote('李阿姨', 'v3', 1);
    await vote('小陈', 'v4');
    expect(await responses()).toMatchObject([{ answers: { 1: [1] } }]);
    await vote('小陈', 'v5', 1);
    expect((await responses()).map(({ answers }) => answers)).toEqual([{ 1: [1] }, { 1: [1] }]);
  });

  it('is answered by a tap or a bare mark elsewhere, and chatter is left alone', async () => {
    desk = await createDeskHarness({ channel: new FakeChannel({ capabilities: { polls: false } }) });
    await ask('问卷 保洁', '1. 您对保洁满意吗？(1-5)');
    await desk.press('小陈', 'residents', desk.find('residents', '保洁'), '4');
    await desk.say('李阿姨', 'residents', '5分');
    await desk.say('老王', 'residents', '9');
    await desk.say('老王', 'residents', '我家5楼');
    expect((await responses()).map(({ answers }) => answers)).toEqual(expect.arrayContaining([{ 1: 4 }, { 1: 5 }]));
    expect(await responses()).toHaveLength(2);
    expect(await desk.database.db.ticket.count()).toBe(0);
  });

  it('is never a poll, nor answered before everybody, when it is anonymous', async () => {
    desk = await createDeskHarness();
    await ask('问卷 活动', '1. 办哪个活动？ A 包粽子 B 看电影', '匿名: 是');
    expect(desk.channel.taken.every(({ message }) => message.poll === null)).toBe(true);
    expect(
      desk.channel.taken.find(({ message }) => message.conversationId === 'residents')?.message.choices,
    ).toMatchObject([[{ label: '参加' }]]);
    await desk.say('小陈', 'residents', 'A');
    expect(await responses()).toEqual([]);
  });
});

describe('on a platform without buttons', () => {
  it('everything is answered in words, also when it goes quickly', async () => {
    desk = await createDeskHarness({
      channel: new FakeChannel({ capabilities: { buttons: false, polls: false, edits: false, reactions: false } }),
    });
    await directChat('小陈');
    await desk.say('周经理', 'managers', [...draft, '4. 要不要？（要/不要）'].join('\n'));
    await desk.say('周经理', 'managers', '1', { replyTo: desk.find('managers', '居民会看到') });
    await desk.pass(60_000);
    await desk.say('小陈', 'residents', '参加');
    expect(last('小陈')).toContain('您对保洁满意吗');
    expect(last('小陈')).not.toContain('1 1');
    for (const said of ['3', '1', '2']) await desk.say('小陈', '小陈', said);
    expect(last('小陈')).toContain('谢谢');
    expect(await responses()).toMatchObject([{ answers: { 1: 3, 3: [0], 4: [1] } }]);
    await desk.close();
  });
});
