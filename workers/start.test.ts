import { Redis } from 'ioredis';
import { Client } from 'pg';
import { pino } from 'pino';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Conversation } from '../prisma/generated/client.ts';
import { systemClock } from '../core/clock.ts';
import { newId } from '../core/new-id.ts';
import { say } from '../core/outbox/say.ts';
import type { Word } from '../core/outbox/say.ts';
import { FREE_PACE, createScriptedChannel } from '../core/outbox/testing/scripted-channel.ts';
import type { ScriptedChannel } from '../core/outbox/testing/scripted-channel.ts';
import { createSmallEstate } from '../core/outbox/testing/small-estate.ts';
import type { SmallEstate } from '../core/outbox/testing/small-estate.ts';
import { createTestDatabase } from '../core/testing/test-database.ts';
import { connectDatabase } from '../prisma/client.ts';
import { openBackend } from './backend.ts';
import type { Backend } from './backend-port.ts';
import { createBells } from './bells.ts';
import { laneQueueName, openQueues } from './queues.ts';
import { startWorkers } from './start.ts';
import type { WorkersParts } from './start.ts';
import { startLaneWorkers } from './lane-workers.ts';
import type { Workers } from './lane-workers.ts';
import { startRedis } from '../core/testing/redis.ts';

/** So long that no sweep but the first one comes in the way. */
const NEVER_MS = 3_600_000;
const log = pino({ enabled: false });
const msAgo = (ms: number): Date => new Date(Date.now() - ms);
const inMs = (ms: number): Date => new Date(Date.now() + ms);

/** A promise that the test waits for. */
function signal<T>(): { promise: Promise<T>; give: (value: T) => void } {
  let give!: (value: T) => void;
  const promise = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { promise, give };
}

describe.each(['postgres', 'redis'] as const)('the workers on %s', async (kind) => {
  const database = await createTestDatabase({ poolSize: 12 });
  const { db, url } = database;
  const redis = kind === 'redis' ? await startRedis() : null;
  const open = (): Promise<Backend> => openBackend({ redisUrl: redis?.url ?? null, databaseUrl: url, log });
  const backend = await open();
  afterAll(async () => {
    await backend.close();
    await redis?.stop();
    await database.drop();
  });

  let accounts = 0;
  let words = 0;
  let estate: SmallEstate;
  let channel: ScriptedChannel;
  const running: Workers[] = [];

  async function estateOn(options: Parameters<typeof createScriptedChannel>[0] = {}): Promise<void> {
    await db.conversation.deleteMany();
    await db.community.deleteMany();
    accounts += 1;
    channel = createScriptedChannel({ ...options, account: `account-${accounts}` });
    estate = await createSmallEstate(db, channel.name, channel.account);
  }
  beforeEach(() => estateOn());
  afterEach(async () => {
    await Promise.all(running.splice(0).map((workers) => workers.stop()));
  });

  function start(more: Partial<WorkersParts> = {}): Workers {
    const workers = startWorkers({
      backend,
      db,
      clock: systemClock,
      channels: new Map([[`${channel.name}:${channel.account}`, channel]]),
      handlers: { deadline: () => Promise.resolve(), unhandled: () => Promise.resolve() },
      log,
      sweepEveryMs: NEVER_MS,
      ...more,
    });
    running.push(workers);
    return workers;
  }

  async function put(text: string, more: Partial<Word> = {}): Promise<string> {
    words += 1;
    const base = { conversationId: estate.residents.id, purpose: 'receipt' as const, content: { text } };
    const { id } = await say({ tx: db, now: new Date() }, { ...base, dedupeKey: `word-${words}`, ...more });
    return id;
  }
  /** As if it had been recorded a while ago and its ring had been lost. */
  const forgotten = async (text: string): Promise<void> => {
    const id = await put(text);
    await db.outboxMessage.update({ where: { id }, data: { createdAt: msAgo(60_000) } });
  };
  const texts = (messages: { text: string }[]) => messages.map((message) => message.text);
  const deadlineOf = (data: { dueAt: Date; rungAt?: Date }) =>
    db.deadline.create({ data: { kind: 'remind', ticketId: estate.ticketId, ...data } });

  it('send what is rung for, in its order', async () => {
    const { bells } = start();
    for (const text of ['一', '二', '三']) await put(text);
    await bells.lane(estate.residents.id);
    expect(texts(await channel.takes(3))).toEqual(['一', '二', '三']);
    await put('四');
    await bells.lane(estate.residents.id);
    expect(texts(await channel.takes(4))).toEqual(['一', '二', '三', '四']);
  });

  it('hear a ring that comes while they are sending', async () => {
    const { bells } = start();
    const inTheAir = signal<void>();
    const landed = signal<void>();
    channel.answers.push(async () => {
      inTheAir.give();
      await landed.promise;
      return { kind: 'sent', externalIds: [] };
    });
    await put('一');
    await bells.lane(estate.residents.id);
    await inTheAir.promise;
    await put('二');
    await bells.lane(estate.residents.id);
    landed.give();
    expect(texts(await channel.takes(2))).toEqual(['一', '二']);
  });

  it('go on by themselves when the pace of the conversation allows', async () => {
    await estateOn({ pace: { ...FREE_PACE, perConversation: { count: 1, windowMs: 200 } } });
    const { bells } = start();
    for (const text of ['一', '二', '三']) await put(text);
    await bells.lane(estate.residents.id);
    expect(texts(await channel.takes(3))).toEqual(['一', '二', '三']);
    const [first, , third] = (await db.delivery.findMany({ orderBy: { at: 'asc' } })).map((one) => one.at.getTime());
    // The last may still be on its way into the database.
    expect((third ?? Date.now()) - (first ?? 0)).toBeGreaterThanOrEqual(400);
  });

  it('say what has to wait when its time comes, and an urgent word meanwhile at once', async () => {
    const { bells } = start();
    await put('早上好', { notBefore: inMs(300) });
    await bells.lane(estate.residents.id);
    await put('师傅已出发', { purpose: 'answer' });
    await bells.lane(estate.residents.id);
    expect(texts(await channel.takes(1))).toEqual(['师傅已出发']);
    expect(texts(await channel.takes(2))).toEqual(['师傅已出发', '早上好']);
  });

  it('keep the place when the platform asks to wait', async () => {
    const { bells } = start();
    channel.answers.push({ kind: 'must_wait', reason: '429', waitMs: 200 });
    for (const text of ['一', '二']) await put(text);
    await bells.lane(estate.residents.id);
    expect(texts(await channel.takes(2))).toEqual(['一', '二']);
    expect(channel.handed).toHaveLength(3);
  });

  it('keep the pace of the whole account', async () => {
    await estateOn({ pace: { ...FREE_PACE, perAccount: { count: 7, windowMs: 300 } } });
    const { bells } = start();
    const groups: Conversation[] = [];
    for (let index = 0; index < 8; index += 1) {
      const { name, account } = channel;
      groups.push(
        await db.conversation.create({ data: { channel: name, account, externalId: `g-${index}`, kind: 'group' } }),
      );
    }
    for (const { id, externalId } of groups) await put(externalId, { conversationId: id });
    const before = performance.now();
    for (const { id } of groups) await bells.lane(id);
    await channel.takes(8);
    // The eighth is not sent in the window of the first seven, and every place lies as far from the next. Clocks differ by a few milliseconds.
    expect(performance.now() - before).toBeGreaterThanOrEqual(295);
  });

  describe('tell many', () => {
    const many = async (count: number): Promise<string[]> => {
      const { name, account } = channel;
      const { communityId } = estate;
      const about = { subject: 'notice' as const, subjectId: newId(), occasion: 'announce' };
      const at = { createdAt: new Date(), startAt: new Date() };
      const data = { communityId, purpose: 'notice' as const, contents: {}, ...about, ...at };
      const broadcast = await db.broadcast.create({ data });
      const ids: string[] = [];
      for (let index = 0; index < count; index += 1) {
        const data = { channel: name, account, externalId: `many-${index}`, kind: 'group' as const };
        const { id } = await db.conversation.create({ data });
        const word = await put(`通知 ${index}`, { conversationId: id, purpose: 'notice' });
        // So that the sweep knows it for what it is, too.
        await db.outboxMessage.update({ where: { id: word }, data: { broadcastId: broadcast.id } });
        ids.push(id);
      }
      return ids;
    };
    /** Rings before anybody works, so that everything waits in the queue. */
    const ring = async (work: (bells: ReturnType<typeof createBells>) => Promise<void>): Promise<void> => {
      const queues = openQueues(backend);
      await work(createBells({ queues, db, clock: systemClock, log }));
      await queues.close();
    };

    it('once each, rung for all at once, however often', async () => {
      const ids = await many(120);
      await ring(async (bells) => {
        await bells.lanes(ids, 'many');
        await bells.lanes(ids, 'many');
      });
      start();
      const told = texts(await channel.takes(120));
      expect(new Set(told).size).toBe(120);
    });

    it('after an answer, and emergencies before the rest', async () => {
      const ids = await many(60);
      const emergency = ids.slice(50);
      await ring(async (bells) => {
        await bells.lanes(ids.slice(0, 50), 'many');
        await bells.lanes(emergency, 'emergency');
        await put('答复', { purpose: 'answer' });
        await bells.lane(estate.residents.id);
      });
      start();
      const told = texts(await channel.takes(60));
      // Six lanes are begun at once, and end in any order.
      expect(told.slice(0, 6)).toContain('答复');
      const places = emergency.map((_id, index) => told.indexOf(`通知 ${50 + index}`));
      expect(Math.max(...places)).toBeLessThan(24);
    });

    it('and answer there meanwhile: the answer does not wait for the notice’s ring', async () => {
      const ids = await many(40);
      const [last = ''] = ids.slice(-1);
      await ring(async (bells) => {
        await bells.lanes(ids, 'many');
        await put('答复', { purpose: 'answer', conversationId: last });
        await bells.lane(last);
      });
      start();
      expect(texts(await channel.takes(41)).slice(0, 6)).toContain('答复');
    });
  });

  it('keep the pace of the account over two processes, and use nearly all of it', async () => {
    await estateOn({ pace: { ...FREE_PACE, perAccount: { count: 30, windowMs: 1_000 } } });
    const arrivedAt: number[] = [];
    const { name, account } = channel;
    const timed: ScriptedChannel = {
      ...channel,
      send: (message) => {
        arrivedAt.push(performance.now());
        return channel.send(message);
      },
    };
    const channels = new Map([[`${name}:${account}`, timed]]);
    const ids: string[] = [];
    for (let index = 0; index < 90; index += 1) {
      const data = { channel: name, account, externalId: `g-${index}`, kind: 'group' as const };
      const { id } = await db.conversation.create({ data });
      await put(`${index}`, { conversationId: id });
      ids.push(id);
    }
    const places = connectDatabase(url, { poolSize: 1, onConnectionLost: () => {} });
    start({ paceDb: places.db, channels });
    const second = await open();
    const others = startLaneWorkers({
      paceDb: places.db,
      backend: second,
      db,
      clock: systemClock,
      channels,
      log,
    });
    try {
      await others.bells.lanes?.(ids, 'many');
      await channel.takes(90);
    } finally {
      await Promise.all([others.stop(), ...running.splice(0).map((workers) => workers.stop())]);
      await second.close();
      await places.close();
    }
    const took = (arrivedAt.at(-1) ?? 0) - (arrivedAt[0] ?? 0);
    const fastest = Math.min(...arrivedAt.slice(30).map((at, index) => at - (arrivedAt[index] ?? 0)));
    // Between one and the thirtieth after it lies a second. Clocks differ by a few milliseconds.
    expect(fastest).toBeGreaterThanOrEqual(995);
    // 89 places of 34.5 ms; what a slow machine lets go by is lost.
    expect(took).toBeGreaterThanOrEqual(3_000);
    expect(took).toBeLessThan(6_000);
  });

  it('find by the first sweep what was pending before they started', async () => {
    await forgotten('一');
    await put('二');
    start();
    expect(texts(await channel.takes(2))).toEqual(['一', '二']);
  });

  it('find by a later sweep what nobody rang for', async () => {
    start({ sweepEveryMs: 100 });
    await forgotten('一');
    expect(texts(await channel.takes(1))).toEqual(['一']);
  });

  it('lose nothing when the queue loses everything', async () => {
    const looked = signal<string>();
    const handlers = { deadline: async (id: string) => looked.give(id), unhandled: () => Promise.resolve() };
    const { bells } = start({ sweepEveryMs: 100, handlers });
    await put('以后', { notBefore: inMs(NEVER_MS) });
    await bells.lane(estate.residents.id);
    await forget();
    await forgotten('一');
    const { id } = await deadlineOf({ dueAt: msAgo(31_000), rungAt: msAgo(3_600_000) });
    expect(texts(await channel.takes(1))).toEqual(['一']);
    expect(await looked.promise).toBe(id);
  });

  it('look at a deadline when it is due and not before', async () => {
    const looked = signal<{ id: string; at: number }>();
    const deadline = async (id: string) => looked.give({ id, at: Date.now() });
    const { bells } = start({ handlers: { deadline, unhandled: () => Promise.resolve() } });
    const { id, dueAt } = await deadlineOf({ dueAt: inMs(200) });
    await bells.deadlines([{ id, dueAt }]);
    await bells.deadlines([{ id, dueAt }]);
    const seen = await looked.promise;
    expect(seen.id).toBe(id);
    expect(seen.at).toBeGreaterThanOrEqual(dueAt.getTime());
  });

  it('look at a deadline again that was put off while it was looked at', { timeout: 10_000 }, async () => {
    const seen: number[] = [];
    const again = signal<void>();
    const deadline = async (id: string): Promise<void> => {
      seen.push(Date.now());
      if (seen.length === 1) await workers.bells.deadlines([{ id, dueAt: inMs(300) }]);
      else again.give();
    };
    const workers = start({ handlers: { deadline, unhandled: () => Promise.resolve() } });
    const { id, dueAt } = await deadlineOf({ dueAt: inMs(0), rungAt: inMs(0) });
    await workers.bells.deadlines([{ id, dueAt }]);
    await again.promise;
    const [first = 0, second = 0] = seen;
    expect(second - first).toBeGreaterThanOrEqual(295);
  });

  it('hand on what was recorded and never handled', async () => {
    const woken = signal<string>();
    const unhandled = async (id: string) => woken.give(id);
    await db.inboundEvent.create({
      data: { conversationId: estate.residents.id, key: '1', type: 'message', payload: {}, recordedAt: msAgo(60_000) },
    });
    start({ handlers: { deadline: () => Promise.resolve(), unhandled } });
    expect(await woken.promise).toBe(estate.residents.id);
  });

  it('let a message that is being sent land when they stop, and others go on', async () => {
    const first = start();
    const inTheAir = signal<void>();
    const landed = signal<void>();
    channel.answers.push(async () => {
      inTheAir.give();
      await landed.promise;
      return { kind: 'sent', externalIds: [] };
    });
    for (const text of ['一', '二']) await put(text);
    await first.bells.lane(estate.residents.id);
    await inTheAir.promise;
    const stopped = first.stop();
    landed.give();
    await stopped;
    expect(texts(channel.taken)).toContain('一');
    const { bells } = start();
    await bells.lane(estate.residents.id);
    expect(texts(await channel.takes(2))).toEqual(['一', '二']);
    expect(channel.handed).toHaveLength(2);
  });

  it('stop although a platform does not answer', async () => {
    const workers = start();
    const inTheAir = signal<void>();
    channel.answers.push(() => {
      inTheAir.give();
      return new Promise(() => {});
    });
    await put('一');
    await workers.bells.lane(estate.residents.id);
    await inTheAir.promise;
    await expect(workers.stop()).resolves.toBeUndefined();
  });

  describe('of an account that only one process is logged in to', () => {
    const other = () => createScriptedChannel({ name: 'exclusive', account: `session-${accounts}`, exclusive: true });
    const lanesOf = (one: ScriptedChannel): Workers => {
      const workers = startLaneWorkers({
        backend,
        db,
        clock: systemClock,
        channels: new Map([[`${one.name}:${one.account}`, one]]),
        log,
      });
      running.push(workers);
      return workers;
    };
    const moveTo = ({ name, account }: ScriptedChannel) =>
      db.conversation.update({ where: { id: estate.residents.id }, data: { channel: name, account } });

    it('send there, while the desk works elsewhere', async () => {
      const session = other();
      await moveTo(session);
      start({ sweepEveryMs: 100 });
      lanesOf(session);
      await forgotten('一');
      await put('员工', { conversationId: estate.staff.id, notBefore: inMs(100) });
      expect(texts(await session.takes(1))).toEqual(['一']);
      expect(texts(await channel.takes(1))).toEqual(['员工']);
    });

    it('pass on the ring for a group that another account has taken over', async () => {
      const session = other();
      const { bells } = start();
      lanesOf(session);
      await put('一');
      await bells.lane(estate.residents.id);
      await channel.takes(1);
      await put('二');
      await moveTo(session);
      await bells.lane(estate.residents.id);
      expect(texts(await session.takes(1))).toEqual(['二']);
      expect(texts(channel.taken)).toEqual(['一']);
    });
  });

  it('of two processes say everything once', async () => {
    const otherBackend = await open();
    const one = start({ sweepEveryMs: 100 });
    const other = start({ backend: otherBackend, sweepEveryMs: 100 });
    const said: string[] = [];
    for (let index = 0; index < 30; index += 1) {
      for (const { id } of [estate.residents, estate.staff]) {
        said.push(await put(`${index}`, { conversationId: id }));
        await Promise.all([one.bells.lane(id), other.bells.lane(id)]);
      }
    }
    const taken = await channel.takes(60);
    expect(taken.map((message) => message.sendKey).toSorted()).toEqual(said.toSorted());
    for (const { externalId } of [estate.residents, estate.staff]) {
      const there = taken.filter((message) => message.conversationId === externalId);
      expect(texts(there)).toEqual(Array.from({ length: 30 }, (_, index) => `${index}`));
    }
    await other.stop();
    await otherBackend.close();
  });

  it('do not wait for the ring that a killed process left behind', async () => {
    // A killed process is one that took the job and is never heard of again.
    const killed = await open();
    const queues = openQueues(killed);
    const took = signal<void>();
    const name = laneQueueName(channel.name, channel.account);
    const dead = killed.worker(name, () => (took.give(), new Promise(() => {})), { concurrency: 1 });
    await createBells({ queues, db, clock: systemClock, log }).lane(estate.residents.id);
    await took.promise;
    await queues.close();
    await Promise.race([dead.close(), killed.close()]);

    await forgotten('一');
    const { bells } = start({ sweepEveryMs: 100 });
    await bells.lane(estate.residents.id);
    expect(texts(await channel.takes(1))).toEqual(['一']);
  }, 5_000);

  it('come back when all connections to the queue are cut', async () => {
    const { bells } = start({ sweepEveryMs: 100 });
    await put('一');
    await bells.lane(estate.residents.id);
    await channel.takes(1);
    await cut();
    await forgotten('二');
    expect(texts(await channel.takes(2))).toEqual(['一', '二']);
  });

  it('are not held up by a queue that does not answer', async () => {
    const queues = openQueues({
      ...backend,
      queue: () => ({
        add: () => new Promise(() => {}),
        addBulk: () => new Promise(() => {}),
        close: () => Promise.resolve(),
      }),
    });
    const bells = createBells({ queues, db, clock: systemClock, log, patienceMs: 50 });
    await expect(bells.lane(estate.residents.id)).resolves.toBeUndefined();
    await expect(bells.deadlines([{ id: 'nobody', dueAt: inMs(0) }])).resolves.toBe(false);
  });

  /** All jobs are gone. */
  async function forget(): Promise<void> {
    if (redis) {
      await onRedis((client) => client.flushall());
      return;
    }
    await onPostgres(async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `SELECT quote_ident(table_name) AS name FROM information_schema.tables
         WHERE table_schema = 'bullmq' AND table_name NOT LIKE '%migration%'`,
      );
      await client.query(`SET search_path = bullmq`);
      for (const { name } of rows) await client.query(`DELETE FROM ${name}`);
    });
  }

  async function cut(): Promise<void> {
    if (redis) {
      await onRedis((client) => client.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes'));
      return;
    }
    await onPostgres((client) =>
      client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name <> ''`,
      ),
    );
  }

  async function onRedis(work: (client: Redis) => Promise<unknown>): Promise<void> {
    const client = new Redis(redis?.url ?? '');
    await work(client);
    client.disconnect();
  }

  async function onPostgres(work: (client: Client) => Promise<unknown>): Promise<void> {
    const client = new Client({ connectionString: url });
    await client.connect();
    await work(client);
    await client.end();
  }
});

describe('a server that cannot keep the jobs', () => {
  it.each([
    { told: 'Redis', redisUrl: 'redis://127.0.0.1:1', databaseUrl: 'postgresql://127.0.0.1:1/none' },
    { told: 'PostgreSQL', redisUrl: null, databaseUrl: 'postgresql://127.0.0.1:1/none' },
  ])('is told at the start: $told', async ({ redisUrl, databaseUrl }) => {
    await expect(openBackend({ redisUrl, databaseUrl, log })).rejects.toMatchObject({
      name: 'BackendUnavailableError',
    });
  });
});
