import { pino } from 'pino';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Quota } from '../channel/channel.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { BellRope } from './bells.ts';
import { createDelivery } from './delivery.ts';
import type { Delivery } from './delivery.ts';
import { quotaView } from './quota-view.ts';
import type { Word } from './say.ts';
import { say } from './say.ts';
import { resumeAccount, stopAccount } from './stop-account.ts';
import type { ScriptedChannel } from './testing/scripted-channel.ts';
import { createScriptedChannel } from './testing/scripted-channel.ts';
import { createSmallEstate } from './testing/small-estate.ts';
import type { SmallEstate } from './testing/small-estate.ts';

const MINUTE = 60_000;
const fivePerMinute: Quota = { perConversation: [], perAccount: [{ count: 5, windowMs: MINUTE }] };

describe('restraint on a platform that does not say what it bears', async () => {
  const database = await createTestDatabase();
  const { db } = database;
  afterAll(() => database.drop());
  const clock = createFakeClock('2026-11-21T09:00:00+08:00');
  const inMs = (ms: number): Date => new Date(clock.now().getTime() + ms);
  let accounts = 0;
  let words = 0;
  let estate: SmallEstate;
  let channel: ScriptedChannel;
  let delivery: Delivery;
  let rung: string[];

  async function estateOn(options: Parameters<typeof createScriptedChannel>[0]): Promise<void> {
    accounts += 1;
    rung = [];
    channel = createScriptedChannel({ ...options, account: `account-${accounts}` });
    estate = await createSmallEstate(db, channel.name, channel.account);
    delivery = createDelivery({
      db,
      clock,
      channels: new Map([[`${channel.name}:${channel.account}`, channel]]),
      bells: { lane: async (id) => void rung.push(id), deadlines: () => Promise.resolve(true) },
      log: pino({ enabled: false }),
    });
  }
  const put = async (text: string, more: Partial<Word> = {}): Promise<string> => {
    words += 1;
    const word: Word = {
      conversationId: estate.residents.id,
      purpose: 'receipt',
      content: { text },
      dedupeKey: `r-${words}`,
      ...more,
    };
    return (await say({ tx: db, now: clock.now() }, word)).id;
  };
  const run = (conversationId = estate.residents.id) => delivery.runLane(conversationId);
  const texts = () => channel.taken.map((message) => message.text);
  const rowOf = (id: string) => db.outboxMessage.findUniqueOrThrow({ where: { id } });
  const order = () => ({
    channel: channel.name,
    account: channel.account,
    by: { communityId: estate.communityId, personId: null },
  });
  const view = () => quotaView(db, channel, clock.now());

  describe('a quota of five a minute for the whole account', () => {
    beforeEach(() => estateOn({ quota: fivePerMinute }));

    it('keeps the last place for an emergency or an answer, and then for nobody', async () => {
      const { id: conversationId } = estate.staff;
      for (let n = 1; n <= 6; n += 1) await put(`${n}`);
      expect(await run()).toEqual({ kind: 'wait', until: inMs(MINUTE) });
      expect(texts()).toEqual(['1', '2', '3', '4']);
      await put('answer', { conversationId, purpose: 'answer' });
      expect(await run(conversationId)).toEqual({ kind: 'empty' });
      await put('emergency', { conversationId, purpose: 'emergency' });
      expect(await run(conversationId)).toEqual({ kind: 'wait', until: inMs(MINUTE) });
      clock.advance(MINUTE);
      expect(await run(conversationId)).toEqual({ kind: 'empty' });
      expect(texts()).toEqual(['1', '2', '3', '4', 'answer', 'emergency']);
    });

    it('counts every message that a word became, and a try that nobody answered', async () => {
      await estateOn({ quota: fivePerMinute, sentAs: () => ['a', 'b', 'c'] });
      channel.answers.push({ kind: 'platform_down', reason: '502' });
      await put('长');
      await put('短');
      expect(await run()).toEqual({ kind: 'wait', until: inMs(2_000) });
      clock.advance(2_000);
      expect(await run()).toEqual({ kind: 'wait', until: inMs(MINUTE - 2_000) });
      expect(texts()).toEqual(['长']);
    });

    it('gives a scarce place to the lane whose word was recorded first, and rings it', async () => {
      for (let n = 0; n < 3; n += 1) await put('earlier');
      await run();
      await put('first');
      await put('second', { conversationId: estate.staff.id });
      expect(await run(estate.staff.id)).toEqual({ kind: 'wait', until: inMs(MINUTE) });
      expect(rung).toEqual([estate.residents.id]);
      await run();
      expect(texts().at(-1)).toBe('first');
      clock.advance(MINUTE);
      await run(estate.staff.id);
      expect(texts().at(-1)).toBe('second');
    });

    it('keeps places for a word with many pictures, which shorter ones after it do not take', async () => {
      const { id: conversationId } = estate.staff;
      for (let n = 0; n < 3; n += 1) await put('earlier', { conversationId });
      await run(conversationId);
      clock.advance(MINUTE / 2);
      const pictures = Array.from({ length: 3 }, () => crypto.randomUUID());
      const long = await put('', { content: { text: '修好了', attachmentIds: pictures } });
      await put('short', { conversationId });
      expect((await run()).kind).toBe('wait');
      expect((await run(conversationId)).kind).toBe('wait');
      clock.advance(MINUTE / 2);
      expect((await run(conversationId)).kind).toBe('wait');
      expect(rung).toContain(estate.residents.id);
      await run();
      // Its turn has come.
      expect(await db.delivery.count({ where: { outboxId: long } })).toBe(1);
      expect(texts()).not.toContain('short');
    });

    it('lets a lane by whose word matters more, though there is room for both', async () => {
      await put('notice', { purpose: 'notice' });
      await put('answer', { purpose: 'answer', conversationId: estate.staff.id });
      expect(await run()).toEqual({ kind: 'wait', until: inMs(1_000) });
      expect(rung).toEqual([estate.staff.id]);
      await run(estate.staff.id);
      await run();
      expect(texts()).toEqual(['answer', 'notice']);
    });

    it('does not wait for ever for one that does not go', async () => {
      await put('notice', { purpose: 'notice' });
      await put('answer', { purpose: 'answer', conversationId: estate.staff.id });
      await run();
      clock.advance(29_999);
      expect(await run()).toMatchObject({ kind: 'wait' });
      clock.advance(1);
      await run();
      expect(texts()).toEqual(['notice']);
    });

    it('is not waited for by a lane that its own conversation holds back', async () => {
      await put('notice', { purpose: 'notice' });
      await put('answer', { purpose: 'answer', conversationId: estate.staff.id });
      await db.conversation.update({ where: { id: estate.staff.id }, data: { pausedUntil: inMs(1) } });
      await run();
      expect(texts()).toEqual(['notice']);
    });

    it('shows managers what was used, what waits and until when', async () => {
      for (let n = 1; n <= 6; n += 1) await put(`${n}`);
      await put('later', { notBefore: inMs(1) });
      await put('worthless', { expiresAt: inMs(-1) });
      expect(await view()).toEqual({
        stoppedAt: null,
        windows: [{ count: 5, windowMs: MINUTE, used: 0 }],
        waiting: 6,
        nextAt: clock.now(),
      });
      await run();
      expect(await view()).toMatchObject({ windows: [{ used: 4 }], waiting: 2, nextAt: inMs(MINUTE) });
      clock.advance(MINUTE);
      expect(await view()).toMatchObject({ windows: [{ used: 0 }], waiting: 3, nextAt: clock.now() });
      await run();
      expect(await view()).toMatchObject({ waiting: 0, nextAt: null });
    });
  });

  it('obeys the pace of an account with a quota, too', async () => {
    const pace = { count: 1, windowMs: 5_000 };
    const free = { count: 1_000, windowMs: 1_000 };
    await estateOn({ quota: fivePerMinute, pace: { perConversation: free, perGroup: free, perAccount: pace } });
    await put('一');
    await run();
    await put('二', { conversationId: estate.staff.id, purpose: 'emergency' });
    expect(await run(estate.staff.id)).toEqual({ kind: 'wait', until: inMs(5_000) });
  });

  describe('an emergency stop', () => {
    beforeEach(() => estateOn({}));
    const stepOn = (rope = new BellRope()) => ({ tx: db, now: clock.now(), rope });
    const pulled = async (rope: BellRope): Promise<string[]> => {
      const lanes: string[] = [];
      await rope.pull({ lane: async (id) => void lanes.push(id), deadlines: () => Promise.resolve(true) }, clock.now());
      return lanes;
    };

    it('holds everything, and lets it go in its order when it is lifted', async () => {
      expect(await stopAccount(stepOn(), order())).toBe(true);
      expect(await stopAccount(stepOn(), order())).toBe(false);
      await put('notice', { purpose: 'notice' });
      await put('emergency', { purpose: 'emergency', conversationId: estate.staff.id });
      expect(await run()).toMatchObject({ kind: 'wait' });
      expect(await run(estate.staff.id)).toMatchObject({ kind: 'wait' });
      expect(channel.handed).toEqual([]);
      expect(await view()).toMatchObject({ stoppedAt: clock.now(), waiting: 2, nextAt: null });

      const rope = new BellRope();
      expect(await resumeAccount(stepOn(rope), order())).toBe(true);
      expect(await resumeAccount(stepOn(), order())).toBe(false);
      expect(await pulled(rope)).toEqual([estate.staff.id, estate.residents.id]);
      await run(estate.staff.id);
      await run();
      expect(texts()).toEqual(['emergency', 'notice']);
      const entries = await db.auditEntry.findMany({
        where: { communityId: estate.communityId },
        orderBy: { id: 'asc' },
      });
      expect(entries.map(({ action, subject }) => [action, subject])).toEqual([
        ['stop_account', `account:${channel.name}:${channel.account}`],
        ['resume_account', `account:${channel.name}:${channel.account}`],
      ]);
    });

    it('does not keep a word from being forgotten in time, and the ticket shows it', async () => {
      await stopAccount(stepOn(), order());
      const late = await put('收到', { ticketId: estate.ticketId });
      clock.advance(12 * 60 * MINUTE);
      expect(await run()).toMatchObject({ kind: 'wait' });
      clock.advance(1);
      await run();
      expect(await rowOf(late)).toMatchObject({ state: 'dropped', failure: 'expired' });
      const events = await db.ticketEvent.findMany({ where: { ticketId: estate.ticketId } });
      expect(events).toMatchObject([{ type: 'delivery_failed', data: { outboxId: late, failure: 'expired' } }]);
    });
  });

  describe('an account that only this process is logged in to', () => {
    beforeEach(() => estateOn({ exclusive: true }));
    const down = { kind: 'platform_down', reason: 'gateway' } as const;
    const loggedOut = { kind: 'logged_out', reason: 'logout' } as const;
    const isOnlineSince = (stateAt: Date) => {
      const key = { channel: channel.name, account: channel.account };
      const data = { state: 'online' as const, stateAt };
      return db.channelAccount.upsert({ where: { channel_account: key }, create: { ...key, ...data }, update: data });
    };

    it.each([
      { told: 'its platform is away', answer: down, ms: 2_000 },
      { told: 'it is logged out', answer: loggedOut, ms: MINUTE },
    ])('is tried by one conversation per pause when $told', async ({ answer, ms }) => {
      await put('一');
      await put('二', { conversationId: estate.staff.id });
      channel.answers.push(answer);
      expect(await run()).toEqual({ kind: 'wait', until: inMs(ms) });
      expect(await run(estate.staff.id)).toEqual({ kind: 'wait', until: inMs(ms) });
      expect(channel.handed).toHaveLength(1);
      clock.advance(ms);
      await run();
      await run(estate.staff.id);
      expect(texts()).toEqual(['一', '二']);
    });

    it('goes on at once when it was logged in again', async () => {
      await put('一');
      channel.answers.push(loggedOut);
      await run();
      clock.advance(5_000);
      await isOnlineSince(clock.now());
      expect(await run()).toEqual({ kind: 'empty' });
      expect(texts()).toEqual(['一']);
    });

    it('keeps the order through a long silence', async () => {
      await put('一');
      await put('二');
      for (let n = 0; n < 12; n += 1) {
        channel.answers.push(down);
        await run();
        clock.advance(5 * MINUTE);
      }
      await run();
      expect(texts()).toEqual(['一', '二']);
    });

    it.each([
      { told: 'others get through meanwhile', between: () => put('别处', { conversationId: estate.staff.id }) },
      { told: 'it was logged in all the while', between: () => isOnlineSince(new Date(0)) },
    ])('lets others by a message that meets silence again and again, when $told', async ({ between }) => {
      await put('坏的');
      const isBad = (text: string) => text === '坏的';
      const answer: ScriptedChannel['answers'][number] = async (message) => {
        channel.answers.push(answer);
        if (!isBad(message.text)) return { kind: 'sent', externalIds: [] };
        return { kind: 'failed', failure: down };
      };
      channel.answers.push(answer);
      for (let n = 0; n < 5; n += 1) {
        await between();
        await run(estate.staff.id);
        await run();
        clock.advance(5 * MINUTE);
      }
      await put('好的');
      await run();
      clock.advance(MINUTE);
      await run();
      expect(texts()).toContain('好的');
      expect(texts()).not.toContain('坏的');
    });
  });
});
