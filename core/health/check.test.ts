import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeChannel } from '../channel/testing/fake-channel.ts';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';

const minutes = 60_000;
const hours = 60 * minutes;
const WEEK = 7 * 24 * hours;

describe('the channels of a community are looked at', () => {
  let desk: DeskHarness;
  let other: FakeChannel;
  const findings = () => desk.database.db.healthFinding.findMany({ orderBy: { fromAt: 'asc' } });
  const checks = () => desk.database.db.deadline.findMany({ where: { kind: 'health_check' } });
  const supervisor = () => desk.heard('监督员');
  const group = async (externalId: string) =>
    (await desk.database.db.conversation.findFirstOrThrow({ where: { externalId } })).id;
  const leave = async (externalId: string, state: 'left' | 'active' = 'left') =>
    desk.database.db.conversation.update({ where: { id: await group(externalId) }, data: { state } });
  const messages = async (externalId: string, times: Date[], recordedAt?: Date) => {
    const conversationId = await group(externalId);
    await desk.database.db.message.createMany({
      data: times.map((sentAt, at) => ({
        conversationId,
        externalId: `${externalId}-${sentAt.toISOString()}-${at}`,
        sentAt,
        recordedAt: recordedAt ?? sentAt,
        text: '早',
      })),
    });
  };
  /** A chat of somebody with the desk, on another platform. */
  const chatElsewhere = async (name: string) => {
    const person = await desk.database.db.person.findFirstOrThrow({ where: { name } });
    await desk.database.db.conversation.create({
      data: {
        communityId: desk.communityId,
        channel: 'wechat',
        account: 'desk',
        externalId: `wx-${name}`,
        kind: 'direct',
        personId: person.id,
      },
    });
  };

  beforeEach(async () => {
    other = new FakeChannel({ name: 'wechat', account: 'desk' });
    desk = await createDeskHarness({ besides: [other] });
    await desk.desk.settle();
  });
  afterEach(() => desk.close());

  it('again and again, by one deadline, however often the program starts', async () => {
    await Promise.all([1, 2, 3].map(() => desk.desk.settle()));
    await desk.pass(hours);
    await desk.desk.settle();
    const all = await checks();
    expect(all).toHaveLength(1);
    expect(all[0]?.settledAt).toBeNull();
    expect(all[0]?.dueAt.getTime()).toBeGreaterThan(desk.clock.now().getTime());
    expect(await findings()).toEqual([]);
    expect(desk.heard('managers')).toEqual([]);
  });

  it('a group that the bot was removed from is told to the supervisor in person, once, and once when it is back', async () => {
    await desk.say('监督员', '监督员', '你好');
    await leave('residents');
    await desk.pass(hours);
    expect(supervisor().filter((text) => text.includes('“居民群”联系不上'))).toHaveLength(1);
    expect(desk.heard('managers')).toEqual([]);
    await leave('residents', 'active');
    await desk.pass(hours);
    expect(supervisor().filter((text) => text.includes('已恢复'))).toHaveLength(1);
    expect(await findings()).toMatchObject([{ kind: 'unreachable', untilAt: expect.any(Date) }]);
  });

  it('without a supervisor who can be written to, the managers’ group hears of it; several at once in one message', async () => {
    await leave('residents');
    await leave('staff');
    await desk.pass(10 * minutes);
    expect(desk.heard('managers').filter((text) => text.includes('2 个问题'))).toHaveLength(1);
  });

  it('the supervisor is told on another platform when the one they use is down', async () => {
    await desk.say('监督员', '监督员', '你好');
    await chatElsewhere('监督员');
    const { name: channel, account } = desk.channel;
    await desk.database.db.channelAccount.upsert({
      where: { channel_account: { channel, account } },
      create: { channel, account, state: 'offline', stateAt: desk.clock.now() },
      update: { state: 'offline', stateAt: desk.clock.now() },
    });
    await leave('residents');
    await desk.pass(10 * minutes);
    expect(other.textsIn('wx-监督员').join()).toContain('“居民群”联系不上');
    expect((await findings()).map(({ kind }) => kind).toSorted()).toEqual(['account_down', 'unreachable']);
  });

  it('what begins in the night is told in the morning, and what is over by then not at all', async () => {
    desk.clock.set('2026-11-23T23:00:00+08:00');
    await leave('residents');
    await leave('staff');
    await desk.pass(hours);
    await leave('staff', 'active');
    await desk.pass(7 * hours);
    expect(desk.heard('managers')).toEqual([]);
    await desk.pass(2 * hours);
    expect(desk.heard('managers').filter((text) => text.includes('“居民群”'))).toHaveLength(1);
    expect(desk.heard('managers').join()).not.toContain('“客服群”');
  });

  it('a group that is silent on a Monday afternoon as it never was', async () => {
    const start = desk.clock.now().getTime();
    const before = [1, 2, 3, 4].flatMap((week) =>
      Array.from({ length: 60 }, (_, at) => new Date(start - week * WEEK + at * 3 * minutes)),
    );
    await messages('residents', [...before, new Date(start)]);
    await messages('staff', [before[0] ?? new Date(start)]);
    await desk.pass(3 * hours - minutes);
    expect(desk.heard('managers')).toEqual([]);
    await desk.pass(10 * minutes);
    expect(desk.heard('managers')).toHaveLength(1);
    expect(desk.heard('managers')[0]).toMatch(/“居民群”异常安静：今天 10:00 以后没有消息，往常这段时间约 \d+ 条/);
    await desk.say('李阿姨', 'residents', '大家好');
    await desk.pass(10 * minutes);
    expect(desk.heard('managers').at(-1)).toContain('“居民群”异常安静：已恢复');
  });

  it('while the account does not hear, nobody is told that its groups are silent', async () => {
    const start = desk.clock.now().getTime();
    const times = [1, 2, 3, 4].flatMap((week) =>
      Array.from({ length: 60 }, (_, at) => new Date(start - week * WEEK + at * 3 * minutes)),
    );
    await messages('residents', times);
    const { name: channel, account } = desk.channel;
    const fromAt = new Date(start + hours);
    await desk.database.db.channelAccount.upsert({
      where: { channel_account: { channel, account } },
      create: { channel, account },
      update: {},
    });
    await desk.database.db.listeningGap.create({
      data: { channel, account, fromAt, untilAt: new Date(start + 2 * hours), endToldAt: fromAt },
    });
    await desk.pass(3 * hours + 10 * minutes);
    expect(await findings()).toEqual([]);
  });

  it('messages from the future: the clocks differ, told at the second look', async () => {
    await desk.pass(30 * minutes);
    const now = desk.clock.now();
    const ahead = Array.from({ length: 6 }, (_, at) => new Date(now.getTime() + 10 * minutes + at));
    await messages('residents', ahead, now);
    await desk.pass(5 * minutes);
    expect(desk.heard('managers')).toEqual([]);
    await desk.pass(5 * minutes);
    expect(desk.heard('managers').join()).toContain('时钟比本机快：相差 10 分钟');
  });

  it('what waits for more than two minutes is told at the second look', async () => {
    const conversationId = await group('residents');
    const old = new Date(desk.clock.now().getTime() - hours);
    await desk.database.db.inboundEvent.create({
      data: { conversationId, key: 'x', type: 'message', payload: {}, recordedAt: old },
    });
    await desk.pass(2 * minutes);
    expect(desk.heard('managers')).toEqual([]);
    await desk.pass(5 * minutes);
    expect(desk.heard('managers').join()).toContain('收到的消息积压：从 今天 09:00 起');
  });

  it('a manager asks for the channels, and so does a supervisor in the direct chat', async () => {
    await leave('residents');
    await desk.pass(5 * minutes);
    await desk.say('周经理', 'managers', '通道');
    expect(desk.heard('managers').at(-1)).toContain('现有 1 个问题');
    expect(desk.heard('managers').at(-1)).toContain('“居民群”居民群');
    await desk.say('监督员', '监督员', '通道');
    expect(supervisor().at(-1)).toContain('现有 1 个问题');
    await desk.say('李阿姨', '李阿姨', '通道');
    expect(desk.heard('李阿姨').join()).not.toContain('个问题');
  });
});
