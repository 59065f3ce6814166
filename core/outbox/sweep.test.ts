import { pino } from 'pino';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../testing/test-database.ts';
import { createSweep } from './sweep.ts';
import { createSmallEstate } from './testing/small-estate.ts';
import type { SmallEstate } from './testing/small-estate.ts';

const now = new Date('2026-12-31T23:59:59+08:00');
const inMs = (ms: number): Date => new Date(now.getTime() + ms);

describe('the sweep, which makes good every ring that was lost', async () => {
  const database = await createTestDatabase();
  const { db } = database;
  afterAll(() => database.drop());
  let estate: SmallEstate;
  let rung: string[];
  let unhandled: string[];
  let isQueueThere = true;
  let accounts = 0;
  beforeEach(async () => {
    await db.community.deleteMany();
    await db.conversation.deleteMany();
    accounts += 1;
    estate = await createSmallEstate(db, 'scripted', `account-${accounts}`);
    rung = [];
    unhandled = [];
  });

  const { sweep } = createSweepOver(async (id) => void unhandled.push(id));
  function createSweepOver(onUnhandled: (conversationId: string) => Promise<void>) {
    const created = createSweep({
      db,
      bells: {
        lane: async (id) => void rung.push(id),
        deadlines: async (rings) => {
          for (const { id, dueAt } of rings) rung.push(`${id} ${dueAt.toISOString()}`);
          return isQueueThere;
        },
      },
      onUnhandled,
      log: pino({ enabled: false }),
    });
    return { sweep: (at: Date, options?: { isFirst: boolean }) => created.sweep(at, options) };
  }

  it.each([
    { told: 'a message that nobody rang for', row: {}, rings: true },
    { told: 'a message recorded just now: its own ring is on the way', row: { createdAt: inMs(-5_000) }, rings: false },
    { told: 'a message that is due at this instant', row: { notBefore: now }, rings: true },
    { told: 'a message that is not due', row: { notBefore: inMs(1) }, rings: false },
    { told: 'a message that was sent', row: { state: 'sent' as const }, rings: false },
    { told: 'a conversation that must wait', row: {}, pausedUntil: inMs(1), rings: false },
    { told: 'a conversation that need not wait any more', row: {}, pausedUntil: now, rings: true },
    { told: 'an account that somebody stopped', row: {}, isStopped: true, rings: false },
    {
      told: 'a message that is worth nothing any more, though the account is stopped',
      row: { expiresAt: inMs(-1) },
      isStopped: true,
      rings: true,
    },
    {
      told: 'one that is worth something at this very instant',
      row: { expiresAt: now },
      isStopped: true,
      rings: false,
    },
  ])('$told: rings $rings', async ({ row, pausedUntil = null, isStopped = false, rings }) => {
    const conversationId = estate.residents.id;
    const { channel, account } = estate.residents;
    await db.channelAccount.create({ data: { channel, account, stoppedAt: isStopped ? now : null } });
    await db.conversation.update({ where: { id: conversationId }, data: { pausedUntil } });
    const message = { conversationId, purpose: 'receipt' as const, priority: 20, content: { text: '' } };
    for (const dedupeKey of ['one', 'two']) {
      await db.outboxMessage.create({ data: { ...message, dedupeKey, createdAt: inMs(-5_001), ...row } });
    }
    expect(await sweep(now)).toMatchObject({ lanes: rings ? 1 : 0 });
    expect(rung).toEqual(rings ? [conversationId] : []);
  });

  it('takes on what was recorded just now, too, when it is the first after a start', async () => {
    const conversationId = estate.residents.id;
    const young = {
      conversationId,
      purpose: 'receipt' as const,
      priority: 20,
      content: { text: '' },
      dedupeKey: 'young',
    };
    await db.outboxMessage.create({ data: { ...young, createdAt: inMs(-1) } });
    await db.inboundEvent.create({
      data: { conversationId, key: '1', type: 'message', payload: {}, recordedAt: inMs(-1) },
    });
    expect(await sweep(now)).toMatchObject({ lanes: 0, unhandled: 0 });
    expect(await sweep(now, { isFirst: true })).toMatchObject({ lanes: 1, unhandled: 1 });
  });

  const deadline = (data: { dueAt: Date; rungAt?: Date; settledAt?: Date }) =>
    db.deadline.create({ data: { kind: 'remind', ticketId: estate.ticketId, ...data } });

  it('rings for the deadlines of the next hour, each once', async () => {
    const near = await deadline({ dueAt: inMs(3_600_000) });
    await deadline({ dueAt: inMs(3_600_001) });
    await deadline({ dueAt: now, settledAt: now });
    await deadline({ dueAt: inMs(60_000), rungAt: inMs(-1) });
    expect(await sweep(now)).toMatchObject({ deadlines: 1 });
    expect(rung).toEqual([`${near.id} ${near.dueAt.toISOString()}`]);
    expect(await db.deadline.findUniqueOrThrow({ where: { id: near.id } })).toMatchObject({ rungAt: now });
    expect(await sweep(inMs(15_000))).toMatchObject({ deadlines: 1 });
    expect(await sweep(inMs(30_000))).toMatchObject({ deadlines: 0 });
  });

  it('marks nothing as rung while the queue is away', async () => {
    const { id } = await deadline({ dueAt: inMs(60_000) });
    isQueueThere = false;
    try {
      expect(await sweep(now)).toMatchObject({ deadlines: 0 });
    } finally {
      isQueueThere = true;
    }
    expect(await db.deadline.findUniqueOrThrow({ where: { id } })).toMatchObject({ rungAt: null });
    expect(await sweep(now)).toMatchObject({ deadlines: 1 });
  });

  it('is shared by several processes: what one has in hand, another passes over', async () => {
    const dueAt = inMs(60_000);
    await db.deadline.createMany({
      data: Array.from({ length: 700 }, () => ({ kind: 'remind' as const, ticketId: estate.ticketId, dueAt })),
    });
    const swept = await Promise.all([sweep(now), sweep(now), sweep(now)]);
    expect(swept.reduce((sum, { deadlines }) => sum + deadlines, 0)).toBe(700);
    expect(new Set(rung).size).toBe(700);
    expect(rung).toHaveLength(700);
  });

  it('rings again for a deadline that is overdue by more than half a minute, and not at every sweep', async () => {
    const { id } = await deadline({ dueAt: inMs(-30_001), rungAt: inMs(-3_600_000) });
    await deadline({ dueAt: inMs(-30_000), rungAt: inMs(-3_600_000) });
    expect(await sweep(now)).toMatchObject({ deadlines: 1 });
    expect(rung[0]).toContain(id);
    expect(await db.deadline.findUniqueOrThrow({ where: { id } })).toMatchObject({ rungAt: now });
    await db.deadline.deleteMany({ where: { id: { not: id } } });
    expect(await sweep(inMs(30_000))).toMatchObject({ deadlines: 0 });
    expect(await sweep(inMs(30_001))).toMatchObject({ deadlines: 1 });
  });

  it.each([
    { told: 'an event that nobody handled', event: {}, wakes: true },
    { told: 'an event recorded just now', event: { recordedAt: inMs(-5_000) }, wakes: false },
    { told: 'an event that was handled', event: { handledAt: now }, wakes: false },
    { told: 'an event that is not to be tried yet', event: { retryAt: inMs(1) }, wakes: false },
    { told: 'an event that may be tried again now', event: { retryAt: now }, wakes: true },
  ])('$told: wakes $wakes', async ({ event, wakes }) => {
    const base = { conversationId: estate.residents.id, type: 'message', payload: {}, recordedAt: inMs(-5_001) };
    await db.inboundEvent.create({ data: { ...base, key: '1', ...event } });
    await sweep(now);
    expect(unhandled).toEqual(wakes ? [estate.residents.id] : []);
  });

  it('leaves the events behind one that waits in their order', async () => {
    const base = { conversationId: estate.residents.id, type: 'message', payload: {}, recordedAt: inMs(-60_000) };
    await db.inboundEvent.create({ data: { ...base, key: '1', retryAt: inMs(1) } });
    await db.inboundEvent.create({ data: { ...base, key: '2' } });
    await sweep(now);
    expect(unhandled).toEqual([]);
  });

  it('goes on when one conversation cannot be handled', async () => {
    const base = { type: 'message', payload: {}, recordedAt: inMs(-60_000), key: '1' };
    for (const { id } of [estate.residents, estate.staff]) {
      await db.inboundEvent.create({ data: { ...base, conversationId: id } });
    }
    const tried: string[] = [];
    await createSweepOver((id) => {
      tried.push(id);
      return Promise.reject(new Error('fault'));
    }).sweep(now);
    expect(tried).toEqual([estate.residents.id, estate.staff.id].sort());
  });

  it('takes very many conversations in turns and passes none over', async () => {
    const { communityId } = estate;
    const groups = Array.from({ length: 700 }, (_, index) => ({
      communityId,
      channel: 'scripted',
      account: `account-${accounts}`,
      externalId: `group-${index}`,
      kind: 'group' as const,
    }));
    const made = await db.conversation.createManyAndReturn({ data: groups, select: { id: true } });
    await db.outboxMessage.createMany({
      data: made.map(({ id }) => ({
        conversationId: id,
        purpose: 'notice' as const,
        priority: 60,
        content: { text: '' },
        dedupeKey: id,
        createdAt: inMs(-60_000),
      })),
    });
    expect(await sweep(now)).toMatchObject({ lanes: 500 });
    expect(await sweep(now)).toMatchObject({ lanes: 200 });
    expect(new Set(rung).size).toBe(700);
    expect(await sweep(now)).toMatchObject({ lanes: 500 });
  });

  it('rings again for what is told to many only after a minute, at the start, too, but for emergencies', async () => {
    const { communityId } = estate;
    const about = { communityId, purpose: 'notice', subject: 'notice', occasion: 'announce' } as const;
    const { id: broadcastId } = await db.broadcast.create({
      data: { ...about, subjectId: communityId, contents: {}, startAt: now, createdAt: now },
    });
    const laneOf = async (word: string, priority: number, agoMs: number): Promise<string> => {
      const at = { channel: 'scripted', account: `account-${accounts}`, externalId: word };
      const { id } = await db.conversation.create({ data: { ...at, communityId, kind: 'group' } });
      const more = { purpose: 'notice' as const, content: { text: '' }, createdAt: inMs(-agoMs), broadcastId };
      await db.outboxMessage.create({ data: { priority, ...more, conversationId: id, dedupeKey: id } });
      return id;
    };
    const old = await laneOf('notice of a minute ago', 60, 60_001);
    await laneOf('young notice', 60, 59_999);
    const emergency = await laneOf('young emergency', 0, 1_000);
    const rung: string[] = [];
    const bells = {
      lane: () => Promise.reject(new Error('rung for one by one')),
      lanes: async (ids: readonly string[]) => void rung.push(...ids),
      deadlines: () => Promise.resolve(true),
    };
    const log = pino({ enabled: false });
    const one = createSweep({ db, bells, onUnhandled: () => Promise.resolve(), log });
    await one.sweep(now);
    expect(rung.splice(0)).toEqual([old]);
    await one.sweep(now, { isFirst: true });
    expect(rung.toSorted()).toEqual([old, emergency].toSorted());
  });

  it('rings first where somebody waits for an answer, then for emergencies that are told to many, then for the rest', async () => {
    const { communityId } = estate;
    const about = { communityId, purpose: 'notice', subject: 'notice', occasion: 'announce' } as const;
    const { id: broadcastId } = await db.broadcast.create({
      data: { ...about, subjectId: communityId, contents: {}, startAt: now, createdAt: now },
    });
    const words = [
      { told: 'many', priority: 60, broadcastId },
      { told: 'emergency', priority: 0, broadcastId },
      { told: 'first', priority: 10, broadcastId: null },
      { told: 'first', priority: 0, broadcastId: null },
    ];
    const expected = new Map<string, string[]>();
    for (const [index, { told, ...word }] of words.entries()) {
      const at = { channel: 'scripted', account: `account-${accounts}`, externalId: `group-${index}` };
      const { id } = await db.conversation.create({ data: { ...at, communityId, kind: 'group' } });
      const more = { purpose: 'notice' as const, content: { text: '' }, createdAt: inMs(-60_001) };
      await db.outboxMessage.create({ data: { ...word, ...more, conversationId: id, dedupeKey: id } });
      expected.set(told, [...(expected.get(told) ?? []), id].toSorted());
    }
    const ringing: [string, string[]][] = [];
    const bells = {
      lane: () => Promise.reject(new Error('rung for one by one')),
      lanes: async (ids: readonly string[], rank: string) => void ringing.push([rank, ids.toSorted()]),
      deadlines: () => Promise.resolve(true),
    };
    await createSweep({ db, bells, onUnhandled: () => Promise.resolve(), log: pino({ enabled: false }) }).sweep(now);
    expect(ringing).toEqual(['first', 'emergency', 'many'].map((rank) => [rank, expected.get(rank)]));
  });
});
