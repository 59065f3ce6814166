import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDeskHarness } from '../core/testing/desk-harness.ts';
import type { DeskHarness } from '../core/testing/desk-harness.ts';
import { startRedis } from '../core/testing/redis.ts';
import type { TestRedis } from '../core/testing/redis.ts';
import { until } from '../core/testing/until.ts';
import { openBackend } from './backend.ts';
import { startWorkers } from './start.ts';

const hour = 3_600_000;
const log = pino({ enabled: false });

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis?.stop());

/** Somebody is in the lift, something drips, and nobody of the office stirs. */
async function nobodyStirs(desk: DeskHarness): Promise<void> {
  await desk.say('李阿姨', 'residents', '救命，3栋2单元电梯困人了，里面有老人');
  await desk.say('小陈', 'residents', '5栋1单元1202家里卫生间天花板漏水，麻烦来修一下');
}

/** Everything that was said, whatever codes the tickets got. */
const said = (desk: DeskHarness): string[] =>
  ['residents', 'staff', 'managers']
    .flatMap((where) =>
      desk.heard(where).map((text) => `${where}: ${text.replaceAll(/\b(?:[A-Z]\d){2,3}\b/g, 'CODE')}`),
    )
    .toSorted();

const nextDue = async ({ database, clock }: DeskHarness, end: Date): Promise<Date | null> => {
  const next = await database.db.deadline.findFirst({
    where: { settledAt: null, dueAt: { lte: end } },
    orderBy: { dueAt: 'asc' },
    select: { dueAt: true },
  });
  return next && (next.dueAt > clock.now() ? next.dueAt : clock.now());
};

describe('whole ladders, over a day and a night in which nobody answers', () => {
  it.each([
    { where: 'Redis', url: () => redis.url },
    { where: 'PostgreSQL', url: () => null },
  ])('say with jobs on $where what they say without any queue', { timeout: 60_000 }, async ({ url }) => {
    const [plain, queued] = await Promise.all([createDeskHarness(), createDeskHarness()]);
    const backend = await openBackend({ redisUrl: url(), databaseUrl: queued.database.url, log });
    const workers = startWorkers({
      backend,
      db: queued.database.db,
      clock: queued.clock,
      channels: new Map(),
      handlers: { deadline: (id) => queued.desk.due(id), unhandled: () => Promise.resolve() },
      log,
      sweepEveryMs: 50,
      // The clock jumps, and whatever has come due by that is rung for at the next sweep.
      ringLostMs: -1,
    });
    try {
      await nobodyStirs(plain);
      await plain.pass(26 * hour);

      await nobodyStirs(queued);
      const end = new Date(queued.clock.now().getTime() + 26 * hour);
      for (let due = await nextDue(queued, end); due; due = await nextDue(queued, end)) {
        queued.clock.set(due.toISOString());
        const open = { settledAt: null, dueAt: { lte: due } };
        await until(
          'all that is due is settled',
          async () => (await queued.database.db.deadline.count({ where: open })) === 0,
        );
        await queued.deliver();
      }
      expect(said(queued)).toEqual(said(plain));
      expect(said(queued).length).toBeGreaterThan(15);
    } finally {
      await workers.stop();
      await backend.close();
      await Promise.all([plain.close(), queued.close()]);
    }
  });
});
