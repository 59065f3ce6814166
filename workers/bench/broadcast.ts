import { pino } from 'pino';
import type { Benchmark, Measured } from '../../core/bench/benchmark.ts';
import { rounded } from '../../core/bench/figures.ts';
import { firstDatabase, startBenchServer } from '../../core/bench/server.ts';
import { systemClock } from '../../core/clock.ts';
import type { Database } from '../../core/database.ts';
import { newId } from '../../core/new-id.ts';
import { startBroadcast } from '../../core/outbox/broadcast/start.ts';
import { communityInForce } from '../../core/people/communities.ts';
import { runStep, type StepTools } from '../../core/run-step.ts';
import { startRedis } from '../../core/testing/redis.ts';
import { connectDatabase } from '../../prisma/client.ts';
import { openBackend } from '../backend.ts';
import { createBells } from '../bells.ts';
import { openQueues } from '../queues.ts';
import { startAnswering, type Answering } from './broadcast/answers.ts';
import { foundBroadcastEstate, type BroadcastEstate } from './broadcast/estate.ts';
import { startFleet } from './broadcast/fleet.ts';
import { startLoopback, type LoopbackReport } from './broadcast/loopback.ts';
import { verdictOf, type TargetInBooks, type Verdict } from './broadcast/verdict.ts';

/** Of ten groups one is told in the smaller run, beside which memory is held. */
const SMALLER = 10;
const ANSWER_EVERY_MS = 500;
const LOOK_EVERY_MS = 500;

interface Run {
  verdict: Verdict;
  report: LoopbackReport;
  groups: number;
  planMs: number;
  seconds: number;
  kills: number;
  peakMemoryMb: number;
  bareRate: number;
}

/**
 * A notice to very many groups at Telegram's limits, in real time, by workers that are killed again and again, against a Bot API that holds the
 * limits and meets every tenth of a thousand messages with a fault; persons are answered all along. First to a tenth of the groups.
 */
export const broadcast: Benchmark = async ({ numbers, flags, say }) => {
  const groups = numbers['groups'] ?? 10_000;
  const kills = numbers['kills'] ?? 10;
  const seed = numbers['seed'] ?? 1;
  const workers = numbers['workers'] ?? 3;
  const few = Math.max(1, Math.round(groups / SMALLER));
  const redis = flags.has('postgres') ? null : await startRedis();
  const server = await startBenchServer();
  const databaseUrl = server.urlOf(firstDatabase);
  const connection = connectDatabase(databaseUrl, { poolSize: 8, onConnectionLost: () => {} });
  const { db } = connection;
  const log = pino({ level: 'silent' });
  const backend = await openBackend({ redisUrl: redis?.url ?? null, databaseUrl, log });
  const queues = openQueues(backend);
  const tools = { db, clock: systemClock, bells: createBells({ queues, db, clock: systemClock, log }) };
  try {
    const estate = await foundBroadcastEstate(db, { groups, few }, new Date());
    const where = { databaseUrl, redisUrl: redis?.url ?? null, count: workers };
    const one = (tags: string[], runKills: number) =>
      run(tools, estate, { ...where, tags, kills: runKills, seed, say });
    const smaller = await one(['few'], Math.max(1, Math.round(kills / SMALLER)));
    const larger = await one([], kills);
    return measured(smaller, larger, redis ? 'Redis' : 'PostgreSQL', workers);
  } finally {
    await queues.close();
    await backend.close();
    await connection.close();
    await server.close();
    await redis?.stop();
  }
};

interface RunOrders {
  databaseUrl: string;
  redisUrl: string | null;
  count: number;
  tags: string[];
  kills: number;
  seed: number;
  say: (line: string) => void;
}

async function run(tools: StepTools & { db: Database }, estate: BroadcastEstate, orders: RunOrders): Promise<Run> {
  const { db } = tools;
  const { tags, kills, say } = orders;
  const loopback = await startLoopback(orders.seed);
  const bareRate = await loopback.bareRate();
  const fleet = await startFleet({ ...orders, apiRoot: loopback.url });
  let answering: Answering | null = null;
  try {
    const about = { subject: 'notice' as const, id: newId() };
    const text = `通知 ${tags.join(' ')}：今晚十点到明早六点停水，请提前储水。`;
    const startedAt = Date.now();
    const { id, targets } = await runStep(tools, async (step) =>
      startBroadcast(step, await communityInForce(step.tx, estate.communityId, step.now), {
        about,
        occasion: 'announce',
        purpose: 'notice',
        contents: { 'zh-CN': { text } },
        audience: { tags },
        createdById: null,
      }),
    );
    const planMs = Date.now() - startedAt;
    say(`telling ${targets} groups, planned in ${planMs} ms; ${orders.count} workers, ${kills} kills …`);
    answering = startAnswering(tools, estate.chats, ANSWER_EVERY_MS);
    const killed: number[] = [];
    // A machine that is busy with something else takes its time; whoever has not been told by then counts as lost.
    const limit = Date.now() + (targets / 5) * 1_000 + 120_000;
    for (let settled = 0; Date.now() < limit;) {
      fleet.check();
      settled = await settledOf(db, id);
      if (settled === targets) break;
      // At even stretches of the way.
      if (killed.length < kills && settled >= ((killed.length + 1) * targets) / (kills + 1)) {
        killed.push(await fleet.killOne(killed.length));
        say(`  ${settled} told; worker killed ${killed.length} of ${kills}`);
      }
      await pause(LOOK_EVERY_MS);
    }
    const seconds = (Date.now() - startedAt) / 1_000;
    const answers = await answering.stop();
    // The last answers are on their way, one of them perhaps to a platform that never says what became of it.
    for (
      let patience = 0;
      patience < 120 && (await db.outboxMessage.count({ where: { state: 'pending' } })) > 0;
      patience++
    )
      await pause(LOOK_EVERY_MS);
    await fleet.stop();
    const report = await loopback.report();
    const targetsInBooks = await booksOf(db, id);
    const verdict = verdictOf({ report, targets: targetsInBooks, answers, kills: killed, text });
    const { length: killCount } = killed;
    const peakMemoryMb = fleet.peakMemoryMb();
    return { verdict, report, groups: targets, planMs, seconds, kills: killCount, peakMemoryMb, bareRate };
  } finally {
    await answering?.stop();
    await fleet.stop();
    await loopback.stop();
  }
}

const settledOf = (db: Database, broadcastId: string): Promise<number> =>
  db.broadcastTarget.count({ where: { broadcastId, state: { in: ['sent', 'failed', 'dropped'] } } });

const booksOf = (db: Database, broadcastId: string): Promise<TargetInBooks[]> => db.$queryRaw`
  SELECT c."formerExternalIds" || c."externalId" AS "externalIds", t.state::text
  FROM "BroadcastTarget" t JOIN "Conversation" c ON c.id = t."conversationId" WHERE t."broadcastId" = ${broadcastId}::uuid`;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function measured(smaller: Run, larger: Run, queue: string, workers: number): Measured {
  const { verdict, report } = larger;
  const figures = {
    groups: larger.groups,
    planMs: larger.planMs,
    seconds: rounded(larger.seconds, 1),
    rateUse: rounded(verdict.rateUse, 3),
    limitsBroken: report.limitsBroken,
    lost: verdict.lost,
    doubled: verdict.doubled,
    inTheAir: verdict.inTheAir,
    kills: larger.kills,
    answerP50Ms: verdict.answerP50Ms,
    answerP95Ms: verdict.answerP95Ms,
    peakMemoryMb: rounded(larger.peakMemoryMb, 0),
    memoryRatio: rounded(larger.peakMemoryMb / smaller.peakMemoryMb, 3),
    ceilingPerSecond: rounded(larger.bareRate, 0),
    smallerGroups: smaller.groups,
    smallerRateUse: rounded(smaller.verdict.rateUse, 3),
    smallerLimitsBroken: smaller.report.limitsBroken,
    smallerLost: smaller.verdict.lost,
    smallerDoubled: smaller.verdict.doubled,
    smallerAnswerP95Ms: smaller.verdict.answerP95Ms,
    smallerPeakMemoryMb: rounded(smaller.peakMemoryMb, 0),
  };
  const faults = Object.entries(report.faults).map(([fault, count]) => `${count} × ${fault}`);
  const row = (name: string, { verdict: of, ...one }: Run): string =>
    `  ${name.padEnd(8)} ${String(one.groups).padStart(6)} groups in ${rounded(one.seconds, 0)} s, planned in ${one.planMs} ms: ` +
    `${rounded(of.rateUse * 100, 1)} % of the rate, ${one.report.limitsBroken} limits broken, ${of.lost} lost, ${of.doubled} doubled ` +
    `(${of.inTheAir} in the air at ${one.kills} kills), answers p50 ${of.answerP50Ms} ms, p95 ${of.answerP95Ms} ms, ${rounded(one.peakMemoryMb, 0)} MB`;
  const lines = [
    `broadcast: ${workers} workers, jobs on ${queue}, real time, 30 messages a second allowed, 1 a second and 20 a minute in a group`,
    row('smaller', smaller),
    row('larger', larger),
    `  memory   ${figures.memoryRatio} times as much for ${rounded(larger.groups / smaller.groups, 1)} times as many groups (the largest process)`,
    `  faults   ${faults.join(', ')}; a timeout is a message that was never taken`,
    `  ceiling  the loopback server answers ${figures.ceilingPerSecond} requests a second when nothing is held back`,
  ];
  return { figures, lines };
}
