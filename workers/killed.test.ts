import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRedis } from '../core/testing/redis.ts';
import type { TestRedis } from '../core/testing/redis.ts';
import { createTestDatabase } from '../core/testing/test-database.ts';
import type { TestDatabase } from '../core/testing/test-database.ts';
import { until } from '../core/testing/until.ts';
import { startDeadlineWorker } from './testing/deadline-workers.ts';
import { openLimits } from './testing/open-limits.ts';

const KILLS = 20;
const DUE = 120;
/** Three for each limit: that it has passed, the supervisor's rung, the resident's. */
const DEADLINES = 3 * DUE;

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis?.stop());

/** Settled deadlines of the limits that fall due. */
const settled = ({ db }: TestDatabase, end: Date): Promise<number> =>
  db.deadline.count({ where: { limitId: { not: null }, dueAt: { lte: end }, settledAt: { not: null } } });

const whenSettled = (database: TestDatabase, end: Date, wanted: number): Promise<true> =>
  until(`${wanted} deadlines are settled`, async () => (await settled(database, end)) >= wanted);

describe.each([
  { where: 'Redis, which forgets everything in the middle', kills: KILLS, url: () => redis.url },
  { where: 'PostgreSQL', kills: 5, url: () => null },
])('workers that are killed again and again, with jobs on $where', ({ kills, url }) => {
  it('lose no rung and tell none twice', { timeout: 180_000 }, async ({ annotate }) => {
    const database = await createTestDatabase();
    try {
      const from = new Date(Date.now() + 500);
      const end = new Date(from.getTime() + 4_000);
      await openLimits(database.url, database.db, { open: 2 * DUE, due: DUE, from, until: end });
      const orders = { databaseUrl: database.url, redisUrl: url(), sweepEveryMs: 300, ringLostMs: 1_000 };
      const points: number[] = [];
      let next = startDeadlineWorker(orders);
      for (let kill = 1; kill <= kills; kill++) {
        const worker = await next;
        next = startDeadlineWorker(orders);
        // Somewhere on the way to the next few, wherever that is: between bell and row, in a transaction, after it.
        const done = await settled(database, end);
        const more = 1 + Math.floor((Math.random() * 2 * (DEADLINES - done)) / (kills - kill + 2));
        const point = Math.min(DEADLINES - 1, done + more);
        points.push(point);
        await whenSettled(database, end, point);
        await worker.kill();
        if (url() !== null && kill === kills / 2) await redis.flush();
      }
      await annotate(`killed after ${points.join(', ')} of ${DEADLINES}`);
      const [one, other] = await Promise.all([next, startDeadlineWorker(orders)]);
      await whenSettled(database, end, DEADLINES);
      await Promise.all([one.stop(), other.stop()]);

      const told = await database.db.$queryRaw<{ type: string; times: number; limits: number }[]>`
        SELECT type, count(*)::int AS times, count(DISTINCT data->>'limit')::int AS limits
        FROM "TicketEvent" WHERE type IN ('breached', 'escalated', 'apologised') GROUP BY type ORDER BY type`;
      expect(told).toEqual([
        { type: 'apologised', times: DUE, limits: DUE },
        { type: 'breached', times: DUE, limits: DUE },
        { type: 'escalated', times: DUE, limits: DUE },
      ]);
    } finally {
      await database.drop();
    }
  });
});
