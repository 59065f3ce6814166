import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Conversation, Delivery, OutboxMessage } from '../../prisma/generated/client.ts';
import type { Quota, Window } from '../channel/channel.ts';
import type { DeliveryOutcome } from '../channel/outgoing.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { BellRope } from './bells.ts';
import { createDelivery } from './delivery.ts';
import { allowedIn } from './quota.ts';
import { say } from './say.ts';
import type { Word } from './say.ts';
import { resumeAccount, stopAccount } from './stop-account.ts';
import { createSweep } from './sweep.ts';
import { FREE_PACE, createScriptedChannel } from './testing/scripted-channel.ts';
import { createSimulatedBells } from './testing/simulated-bells.ts';
import { createSmallEstate } from './testing/small-estate.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const quota: Quota = {
  perConversation: [
    { count: 3, windowMs: MINUTE },
    { count: 12, windowMs: HOUR },
    { count: 50, windowMs: DAY },
  ],
  perAccount: [
    { count: 5, windowMs: MINUTE },
    { count: 40, windowMs: HOUR },
    { count: 250, windowMs: DAY },
  ],
};
const pace = { ...FREE_PACE, perAccount: { count: 2, windowMs: 5_000 } };

/** When our account did not get through, in minutes of the day. */
const outages = [
  { from: 20, minutes: 3, kind: 'logged_out' },
  { from: 130, minutes: 25, kind: 'platform_down' },
  { from: 375, minutes: 1, kind: 'logged_out' },
  { from: 490, minutes: 8, kind: 'platform_down' },
  { from: 545, minutes: 12, kind: 'logged_out' },
  { from: 660, minutes: 2, kind: 'platform_down' },
  { from: 775, minutes: 90, kind: 'platform_down' },
  { from: 930, minutes: 5, kind: 'logged_out' },
  { from: 1_080, minutes: 15, kind: 'platform_down' },
  { from: 1_290, minutes: 30, kind: 'logged_out' },
] as const;
const stopped = { from: 1_000, minutes: 30 };
const PURPOSES = [
  'notice',
  'card',
  'receipt',
  'answer',
  'reminder',
  'note',
  'rating',
  'notice',
  'answer',
  'receipt',
] as const;

/** The same day at every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

describe('a day of an account with little to spend, ten logouts and an emergency stop', async () => {
  const database = await createTestDatabase();
  const { db } = database;
  afterAll(() => database.drop());
  const start = new Date('2026-12-31T00:00:00+08:00');
  const clock = createFakeClock(start.toISOString());
  const minute = (n: number): Date => new Date(start.getTime() + n * MINUTE);
  const since = (at: Date): number => at.getTime() - start.getTime();

  const groups: Conversation[] = [];
  const recordedAt = new Map<string, Date>();
  let rows: OutboxMessage[];
  let tries: Delivery[];
  let stoppedIn: { from: Date; until: Date };
  let runs: number;

  const channel = createScriptedChannel({
    name: 'strict',
    pace,
    quota,
    exclusive: true,
    capabilities: { edits: false },
  });
  const platform = async (): Promise<DeliveryOutcome> => {
    channel.answers.push(platform);
    const at = since(clock.now()) / MINUTE;
    clock.advance(700);
    const outage = outages.find(({ from, minutes }) => at >= from && at < from + minutes);
    if (outage) return { kind: 'failed', failure: { kind: outage.kind, reason: 'away' } };
    return { kind: 'sent', externalIds: [] };
  };

  beforeAll(async () => {
    channel.answers.push(platform);
    const estate = await createSmallEstate(db, channel.name, channel.account);
    groups.push(estate.residents, estate.staff);
    for (let index = 0; index < 18; index += 1) {
      const kind = index < 9 ? ('group' as const) : ('direct' as const);
      const data = { communityId: estate.communityId, channel: channel.name, account: channel.account, kind };
      groups.push(await db.conversation.create({ data: { ...data, externalId: `c-${index}` } }));
    }
    const day = createSimulatedBells(clock);
    const { bells } = day;
    const log = pino({ enabled: false });
    const delivery = createDelivery({ db, clock, channels: new Map([['strict:main', channel]]), bells, log });
    const sweep = createSweep({ db, bells, onUnhandled: () => Promise.resolve(), log });

    let words = 0;
    const put = async (index: number, purpose: Word['purpose'], more: Partial<Word> = {}): Promise<void> => {
      words += 1;
      const conversationId = groups[index % groups.length]?.id ?? '';
      const ticketId = purpose === 'receipt' ? { ticketId: estate.ticketId } : {};
      const word: Word = {
        conversationId,
        purpose,
        content: { text: `${words}` },
        dedupeKey: `w-${words}`,
        ...ticketId,
      };
      const { id } = await say({ tx: db, now: clock.now() }, { ...word, ...more });
      recordedAt.set(id, clock.now());
      await bells.lane(conversationId);
    };

    const roll = dice(7);
    for (let burst = 0; burst < 24; burst += 1) {
      const when = minute(360 + roll() * 1_000);
      day.at(when, async () => {
        for (let count = 0; count < 12; count += 1) {
          const purpose = PURPOSES[Math.floor(roll() * PURPOSES.length)] ?? 'notice';
          const isBrief = purpose === 'notice' && roll() < 0.5;
          const expiresAt = isBrief ? { expiresAt: new Date(clock.now().getTime() + 20 * MINUTE) } : {};
          await put(Math.floor(roll() * groups.length), purpose, expiresAt);
        }
      });
    }
    day.at(minute(1_005), () => put(1, 'receipt', { expiresAt: minute(1_015) }));
    for (const n of [25, 140, 420, 560, 800, 801, 1_010, 1_100, 1_300]) day.at(minute(n), () => put(n, 'emergency'));

    const order = { channel: channel.name, account: channel.account, by: { communityId: null, personId: null } };
    const rope = new BellRope();
    stoppedIn = { from: minute(stopped.from), until: minute(stopped.from + stopped.minutes) };
    day.at(stoppedIn.from, async () => void (await stopAccount({ tx: db, now: clock.now(), rope }, order)));
    day.at(stoppedIn.until, async () => {
      await resumeAccount({ tx: db, now: clock.now(), rope }, order);
      await rope.pull(bells, clock.now());
    });
    for (let n = 0; n < 2 * 1_440; n += 15) {
      day.at(minute(n), async () => void (await sweep.sweep(clock.now(), { isFirst: true })));
    }
    // The last words of the day may go out on the next.
    runs = await day.runUntil(minute(2 * 1_440), delivery);
    rows = await db.outboxMessage.findMany({ orderBy: { seq: 'asc' } });
    tries = await db.delivery.findMany({ orderBy: { at: 'asc' } });
  }, 300_000);

  const priorityOfTry = (one: Delivery): number => rows.find(({ id }) => id === one.outboxId)?.priority ?? 0;
  const saidAt = (list: readonly Delivery[]): number[] =>
    list.filter((one) => one.outcome === 'sent' || one.outcome === 'platform_down').map((one) => one.at.getTime());

  /** The most that were said in any stretch of so long. */
  function densest(instants: readonly number[], { windowMs }: Pick<Window, 'windowMs'>): number {
    let from = 0;
    let most = 0;
    for (const [index, at] of instants.entries()) {
      while ((instants[from] ?? at) <= at - windowMs) from += 1;
      most = Math.max(most, index - from + 1);
    }
    return most;
  }

  it('has much to say', () => {
    expect(rows.length).toBe(298);
    expect(new Set(tries.map((one) => one.outcome))).toEqual(new Set(['sent', 'logged_out', 'platform_down']));
  });

  it.each([pace.perAccount, ...quota.perAccount])('never says more than $count in any $windowMs ms', (window) => {
    expect(densest(saidAt(tries), window)).toBeLessThanOrEqual(window.count);
  });

  it.each(quota.perConversation)('never more than $count in any $windowMs ms to one conversation', (window) => {
    for (const { id } of groups) {
      const there = tries.filter((one) => one.conversationId === id);
      for (const [index, one] of there.entries()) {
        // An emergency does not wait for its conversation, but counts.
        if (priorityOfTry(one) === 0) continue;
        const before = saidAt(there.slice(0, index)).filter((at) => at > one.at.getTime() - window.windowMs);
        expect(before.length).toBeLessThan(window.count);
      }
    }
  });

  it('keeps something back of every window for what matters more', () => {
    for (const [index, one] of tries.entries()) {
      if (one.outcome !== 'sent') continue;
      for (const window of quota.perAccount) {
        const before = saidAt(tries.slice(0, index)).filter((at) => at > one.at.getTime() - window.windowMs);
        expect(before.length).toBeLessThan(allowedIn(window, priorityOfTry(one)));
      }
    }
  });

  it('loses nothing: every word is sent once, or dropped because it was worth nothing any more', () => {
    const sent = tries.filter((one) => one.outcome === 'sent').map((one) => one.outboxId);
    expect(new Set(sent).size).toBe(sent.length);
    expect(channel.taken.map((message) => message.sendKey)).toEqual(sent);
    for (const row of rows) {
      expect([row.state, row.failure]).toEqual(sent.includes(row.id) ? ['sent', null] : ['dropped', 'expired']);
    }
    const dropped = rows.filter((row) => row.state === 'dropped');
    expect(dropped.filter(({ settledAt, expiresAt }) => !settledAt || !expiresAt || settledAt <= expiresAt)).toEqual(
      [],
    );
    expect(dropped.length).toBeGreaterThan(0);
    expect(sent.length).toBeGreaterThan(200);
  });

  it('puts it on the ticket when a receipt came too late', async () => {
    const late = rows.filter((row) => row.purpose === 'receipt' && row.state === 'dropped').map((row) => row.id);
    const noted = await db.ticketEvent.findMany({ where: { type: 'delivery_failed' } });
    expect(late.length).toBeGreaterThan(0);
    expect(noted).toHaveLength(late.length);
    expect(noted.map(({ data }) => data)).toEqual(
      expect.arrayContaining(late.map((outboxId) => ({ outboxId, purpose: 'receipt', failure: 'expired' }))),
    );
  });

  it('keeps the order of recording within a conversation, among words of one priority', () => {
    const bySendKey = new Map(rows.map((row) => [row.id, row]));
    const last = new Map<string, bigint>();
    for (const { sendKey } of channel.taken) {
      const row = bySendKey.get(sendKey);
      if (!row) throw new Error('sent, and not on record');
      const key = `${row.conversationId} ${row.priority}`;
      expect(row.seq).toBeGreaterThan(last.get(key) ?? 0n);
      last.set(key, row.seq);
    }
  });

  it('says an emergency before everything else that waits', () => {
    const emergencies = rows.filter((row) => row.purpose === 'emergency');
    expect(emergencies).toHaveLength(9);
    for (const row of emergencies) {
      const recorded = recordedAt.get(row.id) ?? start;
      const overtaken = tries.filter(
        (one) =>
          one.outcome === 'sent' &&
          // What was in the air when it was recorded was not in its way.
          one.at.getTime() - 700 > recorded.getTime() &&
          one.at < (row.settledAt ?? start) &&
          priorityOfTry(one) > 0,
      );
      expect(overtaken.map((one) => one.at)).toEqual([]);
    }
  });

  it('says nothing while it is stopped', () => {
    const meanwhile = tries.filter(
      (one) => one.at > stoppedIn.from && one.at.getTime() - 700 < stoppedIn.until.getTime(),
    );
    // One was in the air when it was stopped, at most.
    expect(meanwhile.filter((one) => one.at.getTime() - 700 > stoppedIn.from.getTime())).toEqual([]);
  });

  it('does not hammer at a platform that is away', () => {
    for (const { from, minutes, kind } of outages) {
      const during = tries.filter((one) => one.outcome === kind && since(one.at) / MINUTE >= from);
      const within = during.filter((one) => since(one.at) / MINUTE <= from + minutes + 1);
      expect(within.length).toBeLessThanOrEqual(kind === 'logged_out' ? minutes + 1 : 7 + minutes / 5);
    }
  });

  it('looks at its lanes now and then, and not all the time', () => {
    expect(runs).toBeLessThan(rows.length * 20);
  });
});
