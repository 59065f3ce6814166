import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAccountWatch } from '../accounts/watch.ts';
import { FakeChannel } from '../channel/testing/fake-channel.ts';
import { BellRope } from '../outbox/bells.ts';
import { resumeAccount, stopAccount } from '../outbox/stop-account.ts';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';
import { sayToPerson } from './reach.ts';

const hour = 3_600_000;

/** Groups are on WeChat; 李工 writes to the desk there and on Telegram. */
describe('a word to one person', () => {
  let desk: DeskHarness;
  let wechat: FakeChannel;
  let telegram: FakeChannel;
  let personId: string;

  const chat = async (channel: FakeChannel, externalId: string, whose = personId) => {
    const { communityId } = desk;
    const { name, account } = channel;
    const at = { communityId, channel: name, account, externalId, kind: 'direct' as const, personId: whose };
    return (await desk.database.db.conversation.create({ data: at, select: { id: true } })).id;
  };
  const speaks = (conversationId: string, at: string) =>
    desk.database.db.message.create({
      data: { conversationId, externalId: `said-${at}`, personId, sentAt: new Date(at), text: '好' },
    });
  const step = () => ({ tx: desk.database.db, now: desk.clock.now(), rope: new BellRope() });
  const word = (text: string, more: { urgent?: boolean; personId?: string } = {}) => ({
    personId,
    purpose: 'reminder' as const,
    content: { text },
    occasion: `test:${text}`,
    ...more,
  });
  const tell = async (text: string, more: { urgent?: boolean; personId?: string } = {}): Promise<boolean> => {
    const told = await sayToPerson(step(), word(text, more));
    await desk.deliver();
    return told;
  };
  const person = async (name: string) => (await desk.database.db.person.findFirstOrThrow({ where: { name } })).id;
  const accountState = (channel: FakeChannel, state: 'online' | 'offline' | 'login_needed') =>
    desk.database.db.channelAccount.upsert({
      where: { channel_account: { channel: channel.name, account: channel.account } },
      create: { channel: channel.name, account: channel.account, state },
      update: { state },
    });
  const blocked = { kind: 'unreachable', reason: 'blocked the bot' } as const;

  beforeEach(async () => {
    wechat = new FakeChannel({ name: 'wechat', account: 'desk' });
    telegram = new FakeChannel({ name: 'telegram', account: 'bot' });
    desk = await createDeskHarness({ channel: wechat, besides: [telegram] });
    personId = await person('李工');
  });
  afterEach(() => desk.close());

  it('goes where they spoke last', async () => {
    await speaks(await chat(wechat, 'wx-li'), '2026-11-20T08:00:00+08:00');
    await speaks(await chat(telegram, 'tg-li'), '2026-11-22T08:00:00+08:00');
    expect(await tell('去看电梯')).toBe(true);
    expect(telegram.textsIn('tg-li')).toEqual(['去看电梯']);
    expect(wechat.textsIn('wx-li')).toEqual([]);
    const row = await desk.database.db.outboxMessage.findFirstOrThrow({ where: { purpose: 'reminder' } });
    expect(row.recipientId).toBe(personId);
  });

  it('is not said, and says so, when no chat of theirs can be written to', async () => {
    expect(await tell('去看电梯')).toBe(false);
    await chat(wechat, 'wx-li');
    await desk.database.db.conversation.updateMany({ where: { kind: 'direct' }, data: { state: 'unreachable' } });
    expect(await tell('去看电梯')).toBe(false);
    expect(await desk.database.db.outboxMessage.count()).toBe(0);
  });

  it('is said once however often the step is run, even if another platform is better by then', async () => {
    await speaks(await chat(wechat, 'wx-li'), '2026-11-20T08:00:00+08:00');
    await tell('去看电梯');
    await speaks(await chat(telegram, 'tg-li'), '2026-11-22T08:00:00+08:00');
    expect(await tell('去看电梯')).toBe(true);
    expect(wechat.textsIn('wx-li')).toEqual(['去看电梯']);
    expect(telegram.textsIn('tg-li')).toEqual([]);
  });

  it.each(['offline', 'login_needed'] as const)(
    'goes where our account is online before one that is %s',
    async (state) => {
      await speaks(await chat(wechat, 'wx-li'), '2026-11-22T08:00:00+08:00');
      await chat(telegram, 'tg-li');
      await accountState(wechat, state);
      await tell('去看电梯');
      expect(telegram.textsIn('tg-li')).toEqual(['去看电梯']);
    },
  );

  it('goes past an account that somebody has stopped, and waits there when there is no other', async () => {
    await speaks(await chat(wechat, 'wx-li'), '2026-11-22T08:00:00+08:00');
    const by = { communityId: desk.communityId, personId: null };
    await stopAccount(step(), { channel: 'wechat', account: 'desk', by });
    expect(await tell('等一等')).toBe(true);
    expect(wechat.textsIn('wx-li')).toEqual([]);
    await chat(telegram, 'tg-li');
    await tell('去看电梯');
    expect(telegram.textsIn('tg-li')).toEqual(['去看电梯']);
    await resumeAccount(step(), { channel: 'wechat', account: 'desk', by });
    await desk.deliver();
    expect(wechat.textsIn('wx-li')).toEqual(['等一等']);
  });

  it('is said on the next platform when they have blocked us on the first', async () => {
    await speaks(await chat(wechat, 'wx-li'), '2026-11-22T08:00:00+08:00');
    await chat(telegram, 'tg-li');
    wechat.refuseIn('wx-li', blocked);
    await tell('去看电梯');
    expect(telegram.textsIn('tg-li')).toEqual(['去看电梯']);
    expect(desk.heard('staff')).toEqual([]);
    const rows = await desk.database.db.outboxMessage.findMany({ orderBy: { seq: 'asc' } });
    expect(rows.map(({ state }) => state)).toEqual(['failed', 'sent']);
  });

  it('is told to the staff when the last platform of a colleague fails, and to the managers’ group for a manager', async () => {
    for (const name of ['李工', '周经理']) {
      const whose = await person(name);
      await chat(wechat, `wx-${name}`, whose);
      await chat(telegram, `tg-${name}`, whose);
      wechat.refuseIn(`wx-${name}`, blocked);
      telegram.refuseIn(`tg-${name}`, blocked);
      await tell(`去看电梯 ${name}`, { personId: whose });
    }
    expect(desk.heard('staff')).toEqual([expect.stringMatching(/^李工的私聊送不到/)]);
    expect(desk.heard('managers')).toEqual([expect.stringMatching(/^周经理的私聊送不到/)]);
    expect(await desk.database.db.outboxMessage.count({ where: { state: 'pending' } })).toBe(0);
  });

  it('is told to the staff, under the ticket, when it was for a resident whom no platform reaches', async () => {
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    const ticket = await desk.database.db.ticket.findFirstOrThrow();
    const whose = await person('李阿姨');
    await chat(wechat, 'wx-li-ayi', whose);
    wechat.refuseIn('wx-li-ayi', blocked);
    await sayToPerson(step(), { ...word('师傅在路上', { personId: whose }), ticketId: ticket.id });
    await desk.deliver();
    expect(desk.heard('staff').at(-1)).toContain(`${ticket.code} 有一条消息没能送到`);
    const failed = await desk.database.db.ticketEvent.findMany({ where: { type: 'delivery_failed' } });
    expect(failed).toHaveLength(1);
  });

  it('reaches somebody under the row that they have become', async () => {
    const former = await desk.database.db.person.create({
      data: { communityId: desk.communityId, name: '老号', mergedIntoId: personId },
    });
    await chat(wechat, 'wx-li');
    expect(await tell('去看电梯', { personId: former.id })).toBe(true);
    expect(wechat.textsIn('wx-li')).toEqual(['去看电梯']);
  });

  describe('that is urgent, while our account goes down', () => {
    const watch = () => {
      const bells = { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(true) };
      const log = pino({ level: 'silent' });
      const tools = { db: desk.database.db, clock: desk.clock, bells, log };
      return createAccountWatch(tools, { channel: 'wechat', account: 'desk' });
    };
    const loggedIn = async (): Promise<void> => {
      await watch().tell({ type: 'logged_in', name: '桂园管家', at: desk.clock.now() });
      await speaks(await chat(wechat, 'wx-li'), '2026-11-22T08:00:00+08:00');
      await chat(telegram, 'tg-li');
      wechat.refuseIn('wx-li', { kind: 'platform_down', reason: 'no answer' });
    };
    const cameBack = async (): Promise<void> => {
      wechat.refuseIn('wx-li', null);
      await watch().tell({ type: 'logged_in', name: '桂园管家', at: desk.clock.now() });
      await desk.pass(hour);
    };

    it('goes to the other platform as soon as it is known to be logged out, and comes once', async () => {
      await loggedIn();
      await tell('电梯困人', { urgent: true });
      await tell('记得回访');
      expect(telegram.textsIn('tg-li')).toEqual([]);
      await watch().tell({ type: 'logged_out', reason: 'kicked off', at: desk.clock.now() });
      await watch().tell({ type: 'login_needed', qr: null, at: desk.clock.now() });
      await desk.deliver();
      expect(telegram.textsIn('tg-li')).toEqual(['电梯困人']);
      await cameBack();
      expect(wechat.textsIn('wx-li')).toEqual(['记得回访']);
      expect(telegram.textsIn('tg-li')).toEqual(['电梯困人']);
    });

    it('goes there within a minute when its process dies without a word', async () => {
      await loggedIn();
      await tell('电梯困人', { urgent: true });
      await desk.pass(60_000);
      expect(telegram.textsIn('tg-li')).toEqual(['电梯困人']);
    });

    it('waits for the account when the other one is down, too', async () => {
      await loggedIn();
      await tell('电梯困人', { urgent: true });
      await accountState(telegram, 'offline');
      await watch().tell({ type: 'logged_out', reason: 'kicked off', at: desk.clock.now() });
      await desk.deliver();
      expect(telegram.textsIn('tg-li')).toEqual([]);
      await cameBack();
      expect(wechat.textsIn('wx-li')).toEqual(['电梯困人']);
    });
  });
});
