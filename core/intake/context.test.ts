import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { communityInForce } from '../people/communities.ts';
import { readConversation } from '../people/conversation.ts';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';
import { textsFor } from '../text/texts-for.ts';
import { loadContext } from './context.ts';
import { believing } from './learn/testing/believing.ts';
import type { GroupContext } from './understanding.ts';

const texts = textsFor('zh-CN');

describe('what a group knows before a message', () => {
  let desk: DeskHarness;
  beforeEach(async () => {
    desk = await createDeskHarness({
      understand: believing((text) => (text.includes('镜子') ? 0.55 : text.includes('电梯') ? 0.9 : 0.1)),
    });
  });
  afterEach(() => desk.close());

  /** As the message with these words finds it; as the next one does, where there is none. */
  async function before(text: string): Promise<GroupContext> {
    const { db } = desk.database;
    const community = await communityInForce(db, desk.communityId, desk.clock.now());
    const group = await db.conversation.findFirstOrThrow({ where: { title: '居民群' } });
    const message = await db.message.findFirst({ where: { text } });
    const at = message?.sentAt ?? desk.clock.now();
    const messageId = message?.id ?? group.id;
    return loadContext(db, await readConversation(db, group.id), community, { messageId, at });
  }
  const settled = async (): Promise<Record<string, boolean | undefined>> =>
    Object.fromEntries((await before('')).recent.map(({ text, isSettled }) => [text, isSettled]));

  it('has the thresholds of the policy in force', async () => {
    const { policy } = await communityInForce(desk.database.db, desk.communityId, desk.clock.now());
    const { actFrom: act, askFrom: ask } = policy.understanding;
    expect((await before('')).setting).toEqual({
      buildings: ['1', '2', '3', '4', '5'],
      groupBuildings: [],
      locale: 'zh-CN',
      thresholds: { act, ask },
    });
  });

  it('has the newest correction that is not undone, and none of another community', async () => {
    const { db } = desk.database;
    const at = desk.clock.now();
    const other = await db.community.create({ data: { name: '榕园', locale: 'zh-CN', timeZone: 'Asia/Shanghai' } });
    const learn = (communityId: string, number: number, weights: Record<string, number>) =>
      db.correction.create({
        data: { communityId, number, weights, learnedFrom: 20, rightBefore: 0.5, rightAfter: 0.6, learnedAt: at },
      });
    await learn(other.id, 9, { other: 1 });
    const correction = async () => (await before('')).setting.correction;
    expect(await correction()).toBeUndefined();
    await learn(desk.communityId, 1, { first: 1 });
    expect(await correction()).toEqual({ first: 1 });
    const { id } = await learn(desk.communityId, 2, { second: 1 });
    expect(await correction()).toEqual({ second: 1 });
    await db.correction.update({ where: { id }, data: { undoneAt: at } });
    expect(await correction()).toEqual({ first: 1 });
  });

  it('has nothing that was said later, however it is asked again', async () => {
    for (const text of ['早上好', '今天降温', '多穿点']) {
      await desk.say('小陈', 'residents', text);
      desk.clock.advance(1_000);
    }
    expect((await before('今天降温')).recent.map(({ text }) => text)).toEqual(['早上好']);
    expect((await before('')).recent).toHaveLength(3);
  });

  it('tells what was settled, though no matter holds it: a doubt that staff answered, a ticket that they dismissed', async () => {
    await desk.say('李阿姨', 'residents', '镜子有点花');
    await desk.say('小陈', 'residents', '今天降温');
    await desk.say('老王', 'residents', '电梯坏了');
    expect(await settled()).toEqual({ 镜子有点花: false, 今天降温: false, 电梯坏了: false });
    await desk.press('王姐', 'staff', desk.find('staff', '镜子有点花'), texts.doubtNo());
    const { code } = await desk.database.db.ticket.findFirstOrThrow();
    await desk.say('王姐', 'staff', `误报 ${code}`);
    expect(await settled()).toEqual({ 镜子有点花: true, 今天降温: false, 电梯坏了: true });
  });
});
