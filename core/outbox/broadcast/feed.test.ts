import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Deadline } from '../../../prisma/generated/client.ts';
import type { Looked } from '../../clocks/look.ts';
import { newId } from '../../new-id.ts';
import { communityInForce, foundCommunity } from '../../people/communities.ts';
import { runStep } from '../../run-step.ts';
import { createFakeClock } from '../../testing/fake-clock.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { feedBroadcast } from './feed.ts';
import { broadcastStanding } from './standing.ts';
import { startBroadcast, stopBroadcast, type BroadcastPlan } from './start.ts';

const log = pino({ level: 'silent' });
const MINUTE = 60_000;

describe('the feeder of a broadcast', () => {
  let database: TestDatabase;
  let communityId: string;
  let about: { subject: 'notice'; id: string };
  let rung: string[];
  const clock = createFakeClock('2026-11-23T10:00:00+08:00');
  const tools = () => ({
    db: database.db,
    clock,
    bells: {
      lane: () => Promise.reject(new Error('told to many, rung for one by one')),
      lanes: async (ids: readonly string[]) => void rung.push(...ids),
      deadlines: () => Promise.resolve(true),
    },
  });

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  beforeEach(async () => {
    clock.set('2026-11-23T10:00:00+08:00');
    rung = [];
    about = { subject: 'notice', id: newId() };
    const estate = { name: '桂园', locale: 'zh-CN', timeZone: 'Asia/Shanghai' };
    ({ id: communityId } = await foundCommunity(database.db, estate, new Date(0)));
  });

  const groups = (account: string, count: number) => database.db.$executeRaw`
    INSERT INTO "Conversation" (id, "communityId", channel, account, "externalId", kind, audience, title)
    SELECT gen_random_uuid(), ${communityId}::uuid, 'scripted', ${account}, ${communityId} || ${account} || n, 'group', 'residents', n::text
    FROM generate_series(1, ${count}) AS n`;
  const start = (more: Partial<BroadcastPlan> = {}) =>
    runStep(tools(), async (step) =>
      startBroadcast(step, await communityInForce(step.tx, communityId, step.now), {
        about,
        occasion: 'announce',
        purpose: 'notice',
        contents: { 'zh-CN': { text: '今晚停水' } },
        audience: {},
        createdById: null,
        ...more,
      }),
    );
  const deadline = (): Promise<Deadline> =>
    database.db.deadline.findFirstOrThrow({
      where: { kind: 'broadcast', communityId },
      orderBy: { createdAt: 'desc' },
    });
  /** One look, as the clocks have it; `after` runs in its transaction. */
  const look = async (after: () => void = () => {}): Promise<Looked> => {
    const due = { ...(await deadline()), limit: null };
    return runStep(tools(), async (step) => {
      const looked = await feedBroadcast(step, due, log);
      after();
      return looked;
    });
  };
  const waiting = (account?: string) =>
    database.db.outboxMessage.count({
      where: { state: 'pending', conversation: { communityId, ...(account ? { account } : {}) } },
    });
  const counts = async () => (await broadcastStanding(database.db, about, 'announce'))?.counts;
  /** The platform has taken everything that waits. */
  const deliver = () =>
    database.db.outboxMessage.updateMany({
      where: { state: 'pending', conversation: { communityId } },
      data: { state: 'sent', settledAt: clock.now() },
    });

  it('moves a slice at a time, rings for it, and ends when nothing is planned any more', async () => {
    await groups('main', 1_300);
    expect(await start()).toMatchObject({ targets: 1_300 });
    const seen: number[] = [];
    for (let looked: Looked = await look(); typeof looked !== 'string'; looked = await look()) {
      expect(looked.lookAgainAt.getTime()).toBeGreaterThan(clock.now().getTime());
      seen.push(await waiting());
      if (seen.length === 3) await deliver();
      clock.set(looked.lookAgainAt.toISOString());
    }
    // Two slices of five hundred fill the outbox; the rest comes when there is room.
    expect(seen.slice(0, 3)).toEqual([500, 1_000, 1_000]);
    expect(await counts()).toMatchObject({ planned: 0, queued: 300, sent: 1_000 });
    expect(new Set(rung).size).toBe(1_300);
    expect(rung).toHaveLength(1_300);
    expect((await broadcastStanding(database.db, about, 'announce'))?.doneAt).not.toBeNull();
  });

  it('goes on after a fault in the middle as if nothing had been', async () => {
    await groups('main', 700);
    await start();
    await look();
    const fault = look(() => {
      throw new Error('killed');
    });
    await expect(fault).rejects.toThrow('killed');
    expect(await counts()).toMatchObject({ planned: 200, queued: 500 });
    expect(await look()).toBe('done');
    expect(await counts()).toMatchObject({ planned: 0, queued: 700 });
    expect(await waiting()).toBe(700);
  });

  it('in two processes at once tells everybody once', async () => {
    await groups('main', 900);
    await start();
    await Promise.all([look(), look()]);
    expect(await counts()).toMatchObject({ planned: 0, queued: 900 });
    expect(await waiting()).toBe(900);
  });

  it('does not let a slow account hold up a fast one', async () => {
    await groups('slow', 1_100);
    await groups('swift', 600);
    await start();
    for (let round = 0; round < 5; round++) await look();
    expect(await waiting('slow')).toBe(1_000);
    expect(await waiting('swift')).toBe(600);
  });

  it('in quiet hours puts off until the morning what can wait, and says so', async () => {
    clock.set('2026-11-23T23:00:00+08:00');
    await groups('main', 3);
    await start();
    const looked = await look();
    const morning = typeof looked === 'string' ? null : looked.lookAgainAt;
    expect(await waiting()).toBe(0);
    expect(await broadcastStanding(database.db, about, 'announce')).toMatchObject({
      counts: { planned: 3 },
      troubled: [{ reason: 'quiet_hours', notBefore: morning }, {}, {}],
    });
    clock.set(morning?.toISOString() ?? '');
    expect(await look()).toBe('done');
    expect(await waiting()).toBe(3);
  });

  it('in quiet hours says what is urgent', async () => {
    clock.set('2026-11-23T23:00:00+08:00');
    await groups('main', 3);
    await start({ urgent: true });
    expect(await look()).toBe('done');
    const rows = await database.db.outboxMessage.findMany({ where: { conversation: { communityId } } });
    expect(rows.map(({ priority }) => priority)).toEqual([0, 0, 0]);
  });

  it('leaves to the digest what is merged, and says it itself when no digest did', async () => {
    await groups('main', 2);
    await database.db.$executeRaw`
      INSERT INTO "OutboxMessage" (id, "conversationId", purpose, priority, content, "dedupeKey")
      SELECT gen_random_uuid(), c.id, 'notice', 60, '{"text":"…"}', c.id::text || n FROM "Conversation" c, generate_series(1, 8) AS n
      WHERE c."communityId" = ${communityId}::uuid`;
    await start();
    const looked = await look();
    const [digest] = await database.db.deadline.findMany({ where: { kind: 'digest', communityId } });
    if (typeof looked === 'string' || !digest) throw new Error('nothing is merged');
    expect(await counts()).toMatchObject({ planned: 2 });
    expect(looked.lookAgainAt.getTime()).toBe(digest.dueAt.getTime() + 10 * MINUTE);
    clock.set(digest.dueAt.toISOString());
    await look();
    expect(await counts()).toMatchObject({ planned: 2 });
  });

  it('drops what waits when it is stopped, and lets land what is in the air', async () => {
    await groups('main', 3);
    await start();
    await look();
    expect(await runStep(tools(), (step) => stopBroadcast(step, about, 'announce'))).toBe(0);
    expect(await counts()).toMatchObject({ dropped: 3, queued: 0 });
    expect(await look()).toBe('stopped');
    expect(await waiting()).toBe(0);
  });

  it('plans ten thousand groups at once', async () => {
    await groups('main', 10_000);
    const startedAt = performance.now();
    expect(await start()).toMatchObject({ targets: 10_000 });
    // Some hundred milliseconds, on a machine that does nothing else; one statement in any case.
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});
