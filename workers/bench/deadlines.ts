import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { pino } from 'pino';
import { connectDatabase } from '../../prisma/client.ts';
import type { Benchmark, Measured } from '../../core/bench/benchmark.ts';
import { percentile, rounded } from '../../core/bench/figures.ts';
import { firstDatabase, startBenchServer } from '../../core/bench/server.ts';
import type { Database } from '../../core/database.ts';
import { createSweep } from '../../core/outbox/sweep.ts';
import { startRedis } from '../../core/testing/redis.ts';
import { startDeadlineWorker } from '../testing/deadline-workers.ts';
import type { Done, WorkerOrders } from '../testing/deadline-workers.ts';
import { openLimits } from '../testing/open-limits.ts';
import { bareLateness } from './bare-lateness.ts';

/** Until the workers have found what is due and rung for it. */
const LEAD_MS = 20_000;
/** At the same pace, before anything is measured: a process that has just started is slow for a moment. */
const WARM_UP_MS = 6_000;
/** After the last has fallen due. */
const PATIENCE_MS = 60_000;

/**
 * Very many open limits, of which some fall due, and several workers that share them. The ceiling is BullMQ itself: delayed jobs of
 * the same number and pace that do nothing.
 */
export const deadlines: Benchmark = async ({ numbers, flags, say }) => {
  const open = numbers['open'] ?? 1_000_000;
  const due = numbers['due'] ?? 1_000;
  const seconds = numbers['seconds'] ?? 60;
  const count = numbers['workers'] ?? 3;
  const redis = flags.has('postgres') ? null : await startRedis();
  const server = await startBenchServer();
  const url = server.urlOf(firstDatabase);
  const connection = connectDatabase(url);
  const reader = new Client({ connectionString: url });
  await reader.connect();
  try {
    say('how late BullMQ alone is …');
    const bare = await bareLateness({ redisUrl: redis?.url ?? null, databaseUrl: url, jobs: due, seconds: 10 });
    const queueBefore = await queueBytes(redis?.url ?? null, reader);

    say(`opening ${open} limits …`);
    const loadedAt = Date.now();
    const from = new Date(loadedAt + open / 8 + LEAD_MS + 10_000);
    const until = new Date(from.getTime() + seconds * 1_000);
    const warmUp = Math.ceil((due * WARM_UP_MS) / (seconds * 1_000));
    const begun = new Date(from.getTime() - WARM_UP_MS);
    await openLimits(url, connection.db, { open, due: due + warmUp, from: begun, until });
    say(`opened in ${rounded((Date.now() - loadedAt) / 1_000, 0)} s`);
    const idle = await sweepIdle(connection.db, reader);

    const done: Done[] = [];
    const orders: WorkerOrders = { databaseUrl: url, redisUrl: redis?.url ?? null };
    const workers = await Promise.all(
      Array.from({ length: count }, () => startDeadlineWorker(orders, (one) => done.push(one))),
    );
    const wanted = await dueOf(connection.db, from, until);
    const readBefore = await rowsRead(reader);
    say(`${wanted.size} deadlines of ${due} limits fall due within ${seconds} s; ${count} workers …`);
    const end = until.getTime() + PATIENCE_MS;
    await pause(Math.max(0, from.getTime() - Date.now()));
    const queueAfter = await queueBytes(redis?.url ?? null, reader);
    while (Date.now() < end && settledOf(done, wanted) < wanted.size) await pause(200);
    await Promise.all(workers.map((worker) => worker.stop()));
    const read = (await rowsRead(reader)) - readBefore;
    return report({
      open: await connection.db.limit.count(),
      bare,
      lateness: latenessOf(done, wanted),
      wanted: wanted.size,
      idle,
      read,
      queueMemoryBytes: queueAfter - queueBefore,
      lost: await lostOf(connection.db, until),
      doubled: await doubledOf(reader),
      queue: redis ? 'Redis' : 'PostgreSQL',
      count,
    });
  } finally {
    await reader.end();
    await connection.close();
    await server.close();
    await redis?.stop();
  }
};

const settledOf = (done: readonly Done[], wanted: ReadonlyMap<string, number>): number =>
  done.filter(({ id }) => wanted.has(id)).length;

async function dueOf(db: Database, from: Date, until: Date): Promise<Map<string, number>> {
  const rows = await db.deadline.findMany({
    where: { dueAt: { gte: from, lte: until }, limitId: { not: null } },
    select: { id: true, dueAt: true },
  });
  return new Map(rows.map(({ id, dueAt }) => [id, dueAt.getTime()]));
}

/** From the instant at which each was due to the end of the transaction in which it was dealt with. */
function latenessOf(done: readonly Done[], wanted: ReadonlyMap<string, number>): number[] {
  return done.flatMap(({ id, atMs }) => {
    const dueAt = wanted.get(id);
    return dueAt === undefined ? [] : [atMs - dueAt];
  });
}

const lostOf = (db: Database, until: Date): Promise<number> =>
  db.deadline.count({ where: { dueAt: { lte: until }, settledAt: null, limitId: { not: null } } });

/** Rungs that were told more than once, and limits that were found to have passed more than once. */
async function doubledOf(reader: Client): Promise<number> {
  const { rows } = await reader.query<{ doubled: string }>(
    `SELECT count(*) AS doubled FROM (SELECT 1 FROM "TicketEvent" WHERE type IN ('reminded', 'escalated', 'breached', 'apologised')
      GROUP BY type, data->>'limit', data->>'rung' HAVING count(*) > 1) twice`,
  );
  return Number(rows[0]?.doubled ?? 0);
}

/** Rows of deadlines that the server has read. */
async function rowsRead(reader: Client): Promise<number> {
  // A connection tells what it has read after a moment of rest.
  await pause(1_500);
  await reader.query('SELECT pg_stat_clear_snapshot()');
  const { rows } = await reader.query<{ read: string }>(
    `SELECT seq_tup_read + coalesce(idx_tup_fetch, 0) AS read FROM pg_stat_user_tables WHERE relname = 'Deadline'`,
  );
  return Number(rows[0]?.read ?? 0);
}

/** A sweep that finds nothing due: how long it takes, and how many rows it reads. */
async function sweepIdle(db: Database, reader: Client): Promise<{ ms: number; rows: number }> {
  const bells = { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(true) };
  const sweeper = createSweep({ db, bells, onUnhandled: () => Promise.resolve(), log: pino({ level: 'silent' }) });
  // As it was before any of them fell due within the hour.
  const earlier = new Date(Date.now() - 2 * 3_600_000);
  await sweeper.sweep(earlier);
  const before = await rowsRead(reader);
  const rounds = 10;
  const startedAt = performance.now();
  for (let round = 0; round < rounds; round++) await sweeper.sweep(earlier);
  const ms = (performance.now() - startedAt) / rounds;
  return { ms, rows: ((await rowsRead(reader)) - before) / rounds };
}

async function queueBytes(redisUrl: string | null, reader: Client): Promise<number> {
  if (redisUrl === null) {
    const { rows } = await reader.query<{ bytes: string }>(
      `SELECT coalesce(sum(pg_total_relation_size(oid)), 0) AS bytes FROM pg_class WHERE relkind = 'r' AND relnamespace = 'bullmq'::regnamespace`,
    );
    return Number(rows[0]?.bytes ?? 0);
  }
  const redis = new Redis(redisUrl);
  try {
    return Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1] ?? 0);
  } finally {
    redis.disconnect();
  }
}

function report(seen: {
  open: number;
  bare: number[];
  lateness: number[];
  wanted: number;
  idle: { ms: number; rows: number };
  read: number;
  queueMemoryBytes: number;
  lost: number;
  doubled: number;
  queue: string;
  count: number;
}): Measured {
  const latenessP99Ms = percentile(seen.lateness, 0.99);
  const ceilingP99Ms = percentile(seen.bare, 0.99);
  const figures = {
    open: seen.open,
    due: seen.wanted,
    latenessP50Ms: percentile(seen.lateness, 0.5),
    latenessP99Ms,
    ceilingP99Ms,
    ceilingRatio: rounded(ceilingP99Ms / latenessP99Ms, 3),
    sweepMs: rounded(seen.idle.ms, 1),
    rowsReadPerIdleSweep: rounded(seen.idle.rows, 1),
    rowsReadPerDue: rounded(seen.read / seen.wanted, 1),
    lost: seen.lost,
    doubled: seen.doubled,
    queueMemoryBytes: seen.queueMemoryBytes,
  };
  const lines = [
    `deadlines: ${figures.open} open limits, ${figures.due} deadlines due, ${seen.count} workers, jobs on ${seen.queue}`,
    `  lateness      p50 ${figures.latenessP50Ms} ms, p99 ${latenessP99Ms} ms (from due to committed)`,
    `  BullMQ alone  p99 ${ceilingP99Ms} ms (jobs that do nothing), ratio ${figures.ceilingRatio}`,
    `  sweep         ${figures.sweepMs} ms and ${figures.rowsReadPerIdleSweep} rows read where nothing is due`,
    `  rows read     ${figures.rowsReadPerDue} a deadline that fell due, all told`,
    `  lost ${figures.lost}, doubled ${figures.doubled}; the queue holds ${figures.queueMemoryBytes} bytes`,
  ];
  return { figures, lines };
}
