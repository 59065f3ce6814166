import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';

let desk: DeskHarness;
beforeEach(async () => void (desk = await createDeskHarness()));
afterEach(() => desk.close());

const person = (name: string) => desk.database.db.person.findFirstOrThrow({ where: { name } });
/** 李阿姨 has written to the bot alone before. */
const knowsTheBot = (): Promise<string> => desk.say('李阿姨', '李阿姨', '你好');

describe('少发', () => {
  it('is confirmed in a line, once', async () => {
    await knowsTheBot();
    await desk.say('李阿姨', 'residents', '少发');
    await desk.say('李阿姨', 'residents', '少发');
    expect(desk.heard('residents')).toEqual([
      '好的，以后您的回执和答复都私聊发给您，问卷和问候不再打扰。想恢复，发“恢复提醒”。',
      '您已经选择少发，不用再设。想恢复，发“恢复提醒”。',
    ]);
    expect((await person('李阿姨')).hearsLessAt).toEqual(desk.clock.now());
    await desk.say('李阿姨', '李阿姨', '恢复提醒');
    expect(desk.heard('李阿姨').at(-1)).toBe('好的，已恢复照常提醒。');
    expect((await person('李阿姨')).hearsLessAt).toBeNull();
  });

  it('moves receipt, answer and question of a matter into the direct chat, and the group hears nothing', async () => {
    await knowsTheBot();
    await desk.say('李阿姨', '李阿姨', '少发');
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了，一直停在五楼');
    const code = /[A-Z0-9]{4,6}/.exec(desk.heard('李阿姨').at(-1) ?? '')?.[0] ?? '';
    expect(desk.heard('李阿姨').at(-1)).toContain('收到您的报修');
    await desk.say('李工', 'staff', `回复 ${code} 师傅在路上`);
    await desk.say('李工', 'staff', `办结 ${code} 换了门机`);
    expect(desk.heard('residents')).toEqual([]);
    expect(desk.heard('李阿姨').slice(-2)).toEqual([
      `李工回复（${code}）：师傅在路上`,
      `李工（${code}）：换了门机\n请问解决了吗？回复 1–5 分（5 分最满意）；没解决就回“未解决”，我们继续办。`,
    ]);
    const noted = await desk.database.db.restraint.findMany();
    expect(noted.map(({ deed, reason }) => `${deed} ${reason}`)).toEqual(Array(3).fill('told_directly hears_less'));
    await desk.say('李阿姨', '李阿姨', '5', { replyTo: desk.find('李阿姨', '请问解决了吗') });
    expect((await desk.database.db.ticket.findFirstOrThrow({ where: { code } })).status).toBe('closed');
    await desk.say('周经理', 'managers', '未发');
    expect(desk.heard('managers').at(-1)).toContain('要求少发的居民：居民群 1 人。');
    expect(desk.heard('managers').at(-1)).toContain('居民群：答复 · 改为私聊 · 对方要求少发');
  });

  it('leaves the receipt of an emergency in the group', async () => {
    await knowsTheBot();
    await desk.say('李阿姨', '李阿姨', '少发');
    await desk.say('李阿姨', 'residents', '3栋2单元电梯困人了，快来救人！');
    expect(desk.heard('residents').at(-1)).toContain('已按紧急情况通知值班人员');
  });

  it('without a direct chat says once how to open one; the matter is told in the group, the receipt as a reaction', async () => {
    await desk.say('小陈', 'residents', '少发');
    expect(desk.heard('residents').at(-1)).toContain('请先和我私聊一次');
    await desk.say('小陈', 'residents', '5栋1单元楼道灯不亮了，请修一下');
    const reactions = desk.channel.taken.filter(({ message }) => message.reaction !== null);
    expect(reactions.map(({ message }) => message.conversationId)).toEqual(['residents']);
    const code = /[A-Z]\d[A-Z]\d/.exec(desk.heard('staff').join('\n'))?.[0] ?? '';
    await desk.say('李工', 'staff', `回复 ${code} 今天去修`);
    expect(desk.heard('residents').at(-1)).toBe(`李工回复（${code}）：今天去修`);
  });

  it('an answer for which others wait, too, stays in the group', async () => {
    await knowsTheBot();
    await desk.say('李阿姨', '李阿姨', '少发');
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了，一直停在五楼');
    const code = /[A-Z]\d[A-Z]\d/.exec(desk.heard('staff').join('\n'))?.[0] ?? '';
    await desk.say('老王', 'residents', '我家也是3栋2单元，电梯坏了');
    await desk.say('李工', 'staff', `回复 ${code} 师傅在路上`);
    expect(desk.heard('residents').at(-1)).toBe(`李工回复（${code}）：师傅在路上`);
  });

  it('“More!” among neighbours is none of ours', async () => {
    await desk.say('李阿姨', 'residents', 'More!');
    await desk.say('李阿姨', 'residents', 'less');
    expect(desk.heard('residents')).toEqual([]);
    expect((await person('李阿姨')).hearsLessAt).toBeNull();
  });
});
