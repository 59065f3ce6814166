import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';

let desk: DeskHarness;
const MINUTE = 60_000;
const last = (where: string): string => desk.heard(where).at(-1) ?? '';
const tickets = (): Promise<number> => desk.database.db.ticket.count();
const answer = () => desk.database.db.surveyAnswer.findFirst({ select: { score: true, comment: true } });

beforeEach(async () => {
  desk = await createDeskHarness();
  await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了，麻烦修一下');
  await desk.press('王姐', 'staff', desk.find('staff', '电梯'), '办结');
});
afterEach(() => desk.close());
const question = (): string => desk.find('residents', '请问解决了吗');

describe('a low score', () => {
  it.each(['2', '1分', '不满意', '差评'])('%s asks why, once, and is followed up', async (text) => {
    await desk.say('李阿姨', 'residents', text, { replyTo: question() });
    expect(last('residents')).toContain('哪里没做好');
    expect(await desk.database.db.followUp.count()).toBe(1);
    await desk.say('李阿姨', 'residents', text, { replyTo: question() });
    expect(desk.heard('residents').filter((said) => said.includes('哪里没做好'))).toHaveLength(1);
  });

  it('with its reason beside it asks nothing more', async () => {
    await desk.say('李阿姨', 'residents', '2，来得太慢', { replyTo: question() });
    expect(last('residents')).not.toContain('哪里没做好');
    expect(await answer()).toEqual({ score: 2, comment: '来得太慢' });
  });

  it('the reply is kept as the comment, the staff see it, and no ticket is opened', async () => {
    await desk.say('李阿姨', 'residents', '2', { replyTo: question() });
    const before = await tickets();
    await desk.say('李阿姨', 'residents', '等了三天才有人来，态度也不好', {
      replyTo: desk.find('residents', '哪里没做好'),
    });
    expect(await answer()).toEqual({ score: 2, comment: '等了三天才有人来，态度也不好' });
    expect(await tickets()).toBe(before);
    expect(desk.heard('staff').some((said) => said.includes('等了三天才有人来'))).toBe(true);
    expect(last('residents')).toContain('会交给负责人跟进');
  });

  it('the next words are the reason, too, where nothing is replied to', async () => {
    await desk.say('李阿姨', 'residents', '2', { replyTo: question() });
    await desk.say('老王', 'residents', '今天天气不错');
    await desk.say('李阿姨', 'residents', '师傅态度太差了');
    expect((await answer())?.comment).toBe('师傅态度太差了');
  });

  it('a new matter stays a new matter, and so does an emergency as a reply', async () => {
    await desk.say('李阿姨', 'residents', '2', { replyTo: question() });
    const before = await tickets();
    await desk.say('李阿姨', 'residents', '电梯里有人被困住了，快来人！', {
      replyTo: desk.find('residents', '哪里没做好'),
    });
    expect((await answer())?.comment).toBeNull();
    await desk.say('李阿姨', 'residents', '我家厨房水管爆了，3栋2单元501');
    expect((await answer())?.comment).toBeNull();
    expect(await tickets()).toBeGreaterThan(before);
  });

  it('words long after the question are talk', async () => {
    await desk.say('李阿姨', 'residents', '2', { replyTo: question() });
    await desk.pass(30 * MINUTE);
    await desk.say('李阿姨', 'residents', '大家晚上吃什么');
    expect((await answer())?.comment).toBeNull();
  });
});

describe('what is no answer to "solved? 1–5"', () => {
  it.each(['6', '0分', '10分'])('%s as a reply is told the range, and changes nothing', async (text) => {
    await desk.say('李阿姨', 'residents', text, { replyTo: question() });
    expect(last('residents')).toContain('请回复 1–5 分');
    expect(await answer()).toBeNull();
    expect(await desk.database.db.ticket.count({ where: { status: 'done' } })).toBe(1);
  });

  it.each(['6', '10分', '给个五星好评返现', '满意吗', '+1'])('%s among talk is left alone', async (text) => {
    await desk.say('李阿姨', 'residents', text);
    expect(await answer()).toBeNull();
  });

  it('"1" as an answer to something that a neighbour asked is left alone', async () => {
    const asked = await desk.say('老王', 'residents', '周六一起打球的扣1');
    await desk.say('李阿姨', 'residents', '1');
    await desk.say('李阿姨', 'residents', '1', { replyTo: asked });
    expect(await answer()).toBeNull();
  });

  it('the rating of somebody who reported nothing is left alone', async () => {
    await desk.say('老王', 'residents', '1', { replyTo: question() });
    expect(await answer()).toBeNull();
  });
});

describe('when it is asked', () => {
  it('a score that is changed counts as it is now, once', async () => {
    await desk.say('李阿姨', 'residents', '5分好评', { replyTo: question() });
    await desk.say('李阿姨', 'residents', '3', { replyTo: question() });
    expect(await desk.database.db.surveyAnswer.count()).toBe(1);
    expect((await answer())?.score).toBe(3);
  });

  it('what is finished at night is asked about in the morning', async () => {
    await desk.say('小陈', 'residents', '5栋1单元的楼道灯不亮');
    desk.clock.set('2026-11-23T23:30:00+08:00');
    await desk.press('王姐', 'staff', desk.find('staff', '楼道灯'), '办结');
    const asked = (): number => desk.heard('residents').filter((said) => said.includes('请问解决了吗')).length;
    expect(asked()).toBe(1);
    expect(last('residents')).toContain('已经处理好了');
    await desk.pass(9 * 60 * MINUTE);
    expect(last('residents')).toContain('解决了吗？方便的话回复 1–5 分');
    await desk.say('小陈', 'residents', '5', { replyTo: desk.find('residents', '方便的话') });
    expect(await answer()).toMatchObject({ score: 5 });
    await desk.pass(3 * 24 * 60 * MINUTE);
    expect(desk.heard('residents').filter((said) => said.includes('方便的话'))).toHaveLength(2);
  });
});
