import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeChannel } from '../../channel/testing/fake-channel.ts';
import { logOf, readConsultation, termsOf } from '../../surveys/consultations/consultation.ts';
import { recount } from '../../surveys/consultations/recount.ts';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const lift =
  '表决 更换电梯\n三台电梯已用 18 年，每户 1200 元，从维修资金出。\n截止: 11月30日18:00\n法定: 参与 60%，同意 过半';

let desk: DeskHarness;
beforeEach(async () => {
  desk = await createDeskHarness();
});
afterEach(() => desk.close());

/** Draft, preview, confirm: as a manager does it. */
async function open(on: DeskHarness, words = lift): Promise<void> {
  await on.say('周经理', 'managers', words);
  await on.press('周经理', 'managers', on.find('managers', '草稿'), '确认发布');
  await on.pass(0);
}
const card = (on: DeskHarness): string => on.find('residents', '【');
async function log(on: DeskHarness) {
  const row = await on.database.db.consultation.findFirstOrThrow();
  const asked = await readConsultation(on.database.db, row.id);
  if (!asked) throw new Error('no consultation');
  const entries = await logOf(on.database.db, asked);
  return { ...recount(termsOf(asked), entries), entries };
}
const last = (on: DeskHarness, where: string): string => on.heard(where).at(-1) ?? '';

describe('a vote, from draft to outcome', () => {
  it('is shown to the manager exactly as it will be, and goes out only when it is confirmed', async () => {
    await desk.say('周经理', 'managers', lift);
    expect(last(desk, 'managers')).toContain('【表决1】更换电梯');
    expect(last(desk, 'managers')).toContain('登记在册 3 户');
    expect(desk.heard('residents')).toEqual([]);
    await desk.press('周经理', 'managers', desk.find('managers', '草稿'), '确认发布');
    await desk.pass(0);
    expect(last(desk, 'residents')).toContain('三台电梯已用 18 年');
    expect(last(desk, 'residents')).toContain('11月30日 18:00');
  });

  it('is changed by a reply to its preview, and can be discarded', async () => {
    await desk.say('周经理', 'managers', lift);
    const first = desk.find('managers', '草稿');
    await desk.say('周经理', 'managers', '范围: 3栋\n选项: A方案/B方案', { replyTo: first });
    expect(last(desk, 'managers')).toContain('登记在册 2 户');
    expect(last(desk, 'managers')).toContain('A方案 / B方案');
    await desk.press('周经理', 'managers', first, '确认发布');
    expect(last(desk, 'managers')).toContain('改过了');
    expect(last(desk, 'managers')).toContain('A方案 / B方案');
    await desk.press('周经理', 'managers', desk.find('managers', '草稿'), '放弃');
    expect(last(desk, 'managers')).toBe('已放弃，什么都没有发出。');
    await desk.press('周经理', 'managers', desk.find('managers', '草稿'), '确认发布');
    await desk.pass(0);
    expect(desk.heard('residents')).toEqual([]);
  });

  it('is not changed by what colleagues say about it', async () => {
    await desk.say('周经理', 'managers', lift);
    const preview = desk.find('managers', '草稿');
    await desk.say('周经理', 'managers', '看着不错', { replyTo: preview });
    expect(await desk.database.db.consultation.findFirst()).toMatchObject({ text: expect.stringContaining('18 年') });
    await desk.say('周经理', 'managers', '改成 每户 1300 元', { replyTo: preview });
    expect(await desk.database.db.consultation.findFirst()).toMatchObject({ text: '每户 1300 元' });
  });

  it('tells what is wrong with a draft, and keeps nothing of it', async () => {
    await desk.say('周经理', 'managers', '表决 更换电梯\n说明。\n范围: 9栋\n截止: 很久以后');
    expect(last(desk, 'managers')).toContain('“9”没有找到');
    expect(last(desk, 'managers')).toContain('“很久以后”看不懂');
    expect(await desk.database.db.consultation.count()).toBe(0);
  });

  it('is not put before residents by somebody else of the office', async () => {
    await desk.say('李工', 'staff', lift);
    expect(await desk.database.db.consultation.count()).toBe(0);
    await desk.say('周经理', 'managers', lift);
    await desk.press('李工', 'managers', desk.find('managers', '草稿'), '确认发布');
    await desk.pass(0);
    expect(desk.heard('residents')).toEqual([]);
  });

  it('counts one vote a household, changed until the end, and publishes its outcome by itself', async () => {
    await open(desk);
    await desk.press('李阿姨', 'residents', card(desk), '反对');
    await desk.press('李阿姨', 'residents', card(desk), '同意');
    await desk.press('小陈', 'residents', card(desk), '同意');
    await desk.press('小陈', 'residents', card(desk), '同意');
    const { tally, chain, entries } = await log(desk);
    expect(entries).toHaveLength(3);
    expect(chain.kind).toBe('intact');
    expect(tally).toMatchObject({ voters: 2, counts: [2, 0, 0] });
    await desk.pass(8 * DAY);
    expect(last(desk, 'residents')).toContain('应参与 3 户，参与 2 户');
    expect(last(desk, 'residents')).toContain('同意 2 · 反对 0 · 弃权 0');
    expect(last(desk, 'residents')).toContain('结果：通过');
    expect(last(desk, 'managers')).toContain('没有人写意见');
    expect(last(desk, 'residents')).toContain(entries[2]?.hash.slice(0, 16));
  });

  it('says plainly that too few took part', async () => {
    await open(desk);
    await desk.press('李阿姨', 'residents', card(desk), '同意');
    await desk.pass(8 * DAY);
    expect(last(desk, 'residents')).toContain('参与不足，表决无效。需要 2 户，实际 1 户');
  });

  it('says plainly that it was a tie', async () => {
    await open(desk);
    await desk.press('李阿姨', 'residents', card(desk), '同意');
    await desk.press('小陈', 'residents', card(desk), '反对');
    await desk.pass(8 * DAY);
    expect(last(desk, 'residents')).toContain('票数相同（各 1 票），没有通过');
  });

  it('reminds once before the end, the group and directly whoever has not voted', async () => {
    await desk.say('李阿姨', '李阿姨', '你好');
    await desk.say('老王', '老王', '你好');
    await open(desk);
    await desk.press('李阿姨', 'residents', card(desk), '同意');
    await desk.pass(8 * DAY);
    expect(desk.heard('residents').filter((text) => text.includes('还没参与的请抓紧'))).toHaveLength(1);
    expect(desk.heard('老王').filter((text) => text.includes('还没参与的请抓紧'))).toHaveLength(1);
    expect(desk.heard('李阿姨').filter((text) => text.includes('还没参与的请抓紧'))).toEqual([]);
  });

  it('shows managers the turnout alone until it is over', async () => {
    await open(desk);
    await desk.press('李阿姨', 'residents', card(desk), '反对');
    await desk.say('周经理', 'managers', '表决1');
    expect(last(desk, 'managers')).toContain('已参与 1/3 户');
    expect(last(desk, 'managers')).not.toContain('反对');
  });

  it('is extended and withdrawn by its number, and everybody is told', async () => {
    await open(desk);
    await desk.say('周经理', 'managers', '表决1 延长 12月5日18:00');
    await desk.pass(0);
    expect(last(desk, 'residents')).toContain('延长到 12月5日 18:00 截止');
    await desk.pass(8 * DAY);
    await desk.press('小陈', 'residents', card(desk), '同意');
    expect((await log(desk)).tally.voters).toBe(1);
    await desk.say('周经理', 'managers', '表决1 撤回 报价有误');
    await desk.pass(0);
    expect(last(desk, 'residents')).toContain('报价有误');
    await desk.press('老王', 'residents', card(desk), '同意');
    expect((await log(desk)).entries).toHaveLength(1);
    await desk.pass(5 * DAY);
    expect(desk.heard('residents').some((text) => text.includes('结果'))).toBe(false);
  });

  it('is not published where its log was changed, and can be taken back then', async () => {
    await open(desk);
    await desk.press('李阿姨', 'residents', card(desk), '反对');
    const { db } = desk.database;
    await db.$executeRaw`ALTER TABLE "BallotEntry" DISABLE TRIGGER USER`;
    await db.$executeRaw`UPDATE "BallotEntry" SET choice = 0`;
    await db.$executeRaw`ALTER TABLE "BallotEntry" ENABLE TRIGGER USER`;
    await desk.pass(8 * DAY);
    expect(last(desk, 'managers')).toContain('记录从第 1 条起对不上');
    expect(desk.heard('residents').some((text) => text.includes('结果'))).toBe(false);
    await desk.say('周经理', 'managers', '表决1 撤回 记录有误，重新表决');
    await desk.pass(0);
    expect(last(desk, 'residents')).toContain('记录有误');
  });

  it('can begin later', async () => {
    await desk.say('周经理', 'managers', '表决 更换电梯\n说明。\n开始: 明天9:00\n截止: 3天');
    await desk.press('周经理', 'managers', desk.find('managers', '草稿'), '确认发布');
    await desk.pass(HOUR);
    expect(desk.heard('residents')).toEqual([]);
    await desk.pass(DAY);
    expect(last(desk, 'residents')).toContain('11月27日 09:00');
  });
});

describe('who votes, and in which words', () => {
  beforeEach(() => open(desk));

  it('a reply with a reason is a vote and an opinion, which managers see without a name', async () => {
    await desk.say('李阿姨', 'residents', '反对，太贵了，我电话 13812345678', { replyTo: card(desk) });
    expect((await log(desk)).tally.counts).toEqual([0, 1, 0]);
    await desk.pass(8 * DAY);
    expect(last(desk, 'managers')).toContain('太贵了，我电话 ***');
    expect(last(desk, 'managers')).not.toContain('李阿姨');
  });

  it('a question under the card is a question, and everyday talk is no vote', async () => {
    await desk.say('李阿姨', 'residents', '电梯哪天开始换？', { replyTo: card(desk) });
    await desk.say('小陈', 'residents', '同意');
    await desk.say('老王', 'residents', '1');
    expect((await log(desk)).entries).toEqual([]);
  });

  it('the voter gets a number directly by which the vote is found, and sees it again', async () => {
    await desk.say('李阿姨', '李阿姨', '你好');
    await desk.press('李阿姨', 'residents', card(desk), '同意');
    const { entries } = await log(desk);
    const hash = entries[0]?.hash.slice(0, 8) ?? '';
    expect(last(desk, '李阿姨')).toContain(`编号 ${hash}`);
    await desk.say('李阿姨', '李阿姨', '表决1');
    expect(last(desk, '李阿姨')).toContain(hash);
    expect(desk.heard('residents').some((text) => text.includes(hash))).toBe(false);
  });

  it('in a direct chat plain words are enough', async () => {
    await desk.say('李阿姨', '李阿姨', '同意');
    expect(last(desk, '李阿姨')).toContain('已记录：同意');
    await desk.say('小陈', 'residents', '表决1 反对');
    expect((await log(desk)).tally.counts).toEqual([1, 1, 0]);
  });

  it('another of the household may change it, and whoever voted before is told', async () => {
    await desk.say('李阿姨', '李阿姨', '同意');
    await desk.say('李叔叔', '李叔叔', '你好');
    await desk.say('李叔叔', 'residents', '早上好');
    await desk.say('李叔叔', '李叔叔', '房号 3-2-501');
    await desk.say('李叔叔', '李叔叔', '反对');
    expect(last(desk, '李叔叔')).toContain('本户的记录已改为：反对');
    expect(last(desk, '李阿姨')).toContain('改成了“反对”');
    expect((await log(desk)).tally).toMatchObject({ voters: 1, counts: [0, 1, 0] });
  });

  it('a flat that only a nickname tells is asked about, and the vote waits for the answer', async () => {
    await desk.say('5-1-302 小赵', 'residents', '早上好');
    await desk.say('5-1-302 小赵', '5-1-302 小赵', '你好');
    await desk.say('5-1-302 小赵', 'residents', '反对，太吵', { replyTo: card(desk) });
    expect((await log(desk)).entries).toEqual([]);
    const question = desk.find('5-1-302 小赵', '对吗');
    await desk.press('5-1-302 小赵', '5-1-302 小赵', question, '对，计入');
    expect((await log(desk)).tally.counts).toEqual([0, 1, 0]);
    await desk.pass(8 * DAY);
    expect(last(desk, 'managers')).toContain('太吵');
    expect(last(desk, 'managers')).toContain('1 户是开始之后才登记房号的');
  });

  it('without a flat nothing is counted, and nobody is named for it in the group', async () => {
    await desk.press('新邻居', 'residents', card(desk), '同意');
    expect((await log(desk)).entries).toEqual([]);
    expect(last(desk, 'residents')).toContain('房号还没有确认的');
    expect(last(desk, 'residents')).not.toContain('新邻居');
  });

  it('nobody votes for two flats', async () => {
    await desk.say('李阿姨', '李阿姨', '同意');
    await desk.say('李阿姨', '李阿姨', '房号 3-2-502');
    await desk.say('李阿姨', '李阿姨', '反对');
    expect(last(desk, '李阿姨')).toContain('一个人只能代表一户');
    expect((await log(desk)).tally.counts).toEqual([1, 0, 0]);
  });

  it('a late vote is told that it is over', async () => {
    await desk.pass(8 * DAY);
    await desk.say('李阿姨', '李阿姨', '表决1 同意');
    expect(last(desk, '李阿姨')).toContain('已经结束，这次没有计入');
    expect((await log(desk)).entries).toEqual([]);
  });

  it('an edit before the end changes the vote', async () => {
    const said = await desk.say('李阿姨', 'residents', '同意，早该换了', { replyTo: card(desk) });
    await desk.event({
      type: 'edit',
      key: 'e1',
      conversation: { externalId: 'residents', kind: 'group', title: '居民群' },
      at: desk.clock.now().toISOString(),
      sender: desk.sender('李阿姨'),
      messageId: said,
      text: '反对，看了报价太贵',
      attachments: [],
    });
    expect((await log(desk)).tally.counts).toEqual([0, 1, 0]);
  });

  it('somebody of the office votes only as a resident with a flat', async () => {
    await desk.press('王姐', 'residents', card(desk), '同意');
    expect((await log(desk)).entries).toEqual([]);
  });

  it('what is on record is never changed', async () => {
    await desk.press('李阿姨', 'residents', card(desk), '同意');
    const { db } = desk.database;
    await expect(db.$executeRaw`UPDATE "BallotEntry" SET choice = 1`).rejects.toThrow('never changed');
    await expect(db.$executeRaw`DELETE FROM "BallotEntry"`).rejects.toThrow('only ever added');
    expect((await log(desk)).tally.counts).toEqual([1, 0, 0]);
  });
});

describe('a vote that is not for everybody', () => {
  it('tells kindly whoever lives elsewhere', async () => {
    await open(desk, `${lift}\n范围: 3栋`);
    await desk.say('小陈', '小陈', '同意');
    expect(last(desk, '小陈')).toContain('只问 3栋 的住户');
    expect((await log(desk)).entries).toEqual([]);
  });
});

describe('opinions and pledges', () => {
  it('opinions are gathered as replies, and the outcome thanks for them', async () => {
    await open(desk, '征求意见 停车收费方案\n明年起每月 200 元。');
    await desk.say('李阿姨', 'residents', '希望老人有优惠', { replyTo: card(desk) });
    await desk.say('小陈', 'residents', '收到', { replyTo: card(desk) });
    await desk.say('老王', 'residents', '征求意见1 太贵了');
    await desk.pass(8 * DAY);
    expect(last(desk, 'managers')).toContain('希望老人有优惠');
    expect(last(desk, 'managers')).toContain('太贵了');
    expect(last(desk, 'residents')).toContain('参与 2 户');
    expect(last(desk, 'residents')).not.toContain('太贵了');
  });

  it('a pledge adds up amounts, and moves no money', async () => {
    await open(desk, '认捐 楼道灯 目标 300元');
    expect(card(desk)).toBeTruthy();
    await desk.say('李阿姨', 'residents', '200', { replyTo: card(desk) });
    await desk.say('老王', 'residents', '+1', { replyTo: card(desk) });
    await desk.say('小陈', '小陈', '我出五十块');
    await desk.say('小陈', '小陈', '认捐1 80元');
    expect((await log(desk)).tally).toMatchObject({ voters: 2, pledged: 28_000 });
    await desk.pass(8 * DAY);
    expect(last(desk, 'residents')).toContain('离目标 300元 还差 20元');
    expect(last(desk, 'residents')).toContain('没有收款');
  });
});

describe('on a platform without buttons', () => {
  beforeEach(async () => {
    await desk.close();
    desk = await createDeskHarness({
      channel: new FakeChannel({ capabilities: { buttons: false, reactions: false, edits: false, polls: false } }),
    });
  });

  it('a number or a label in reply to the card is a vote, changed by another', async () => {
    await desk.say('周经理', 'managers', lift);
    await desk.say('周经理', 'managers', '1', { replyTo: desk.find('managers', '草稿') });
    await desk.pass(0);
    await desk.say('李阿姨', 'residents', '1', { replyTo: card(desk) });
    await desk.say('小陈', 'residents', '反对', { replyTo: card(desk) });
    await desk.say('老王', 'residents', '2 太贵', { replyTo: card(desk) });
    await desk.say('李阿姨', 'residents', '弃权', { replyTo: card(desk) });
    expect((await log(desk)).tally.counts).toEqual([0, 2, 1]);
    expect(last(desk, 'residents')).toBe('已记录。');
  });
});
