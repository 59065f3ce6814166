import { pino } from 'pino';
import { Client } from 'pg';
import { connectDatabase } from '../../prisma/client.ts';
import type { Database } from '../database.ts';
import { createDesk } from '../desk/desk.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import type { Benchmark, BenchmarkOptions, Measured } from './benchmark.ts';
import { account, foundBenchEstate, groups } from './estate.ts';
import { median, percentile, rounded } from './figures.ts';
import { hearAtFullSpeed, hearAtPace, hearChatter, type Hearing } from './hearing.ts';
import { countRoundTrips } from './round-trips.ts';
import { firstDatabase, startBenchServer, type BenchServer } from './server.ts';
import { openBareStore } from './store-again.ts';
import { createTalk } from './talk.ts';
import { watchWrittenRows } from './written-rows.ts';

const defaultMessages = 2_000;
/** So that every group knows as much as it remembers before anything is measured. */
const warmUpPerGroup = 70;
const rounds = 4;
const paceMessages = 500;
const perSecond = 50;
const chatterMessages = 24;

interface Round {
  messages: number;
  rows: number;
  deskMs: number;
  bareMs: number;
}

/** The whole way in, from what a bot heard to the commit of what came of it, beside a loop that stores the same rows. */
export const intake: Benchmark = async (options) => {
  const server = await startBenchServer();
  try {
    return await measure(server, options);
  } finally {
    await server.close();
  }
};

async function measure(server: BenchServer, { numbers, say }: BenchmarkOptions): Promise<Measured> {
  const wanted = numbers['messages'] ?? defaultMessages;
  const perGroup = Math.ceil(wanted / groups.length / rounds);
  const clock = createFakeClock('2026-11-23T09:00:00+08:00');
  const talks = groups.map((group, index) => createTalk(group, index + 1));
  const hearingOn = (db: Database): Hearing => {
    // Bells are silent: nothing is delivered, as if the platforms were slow.
    const bells = { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(true) };
    const defaults = { locale: 'zh-CN', timeZone: 'Asia/Shanghai' };
    const desk = createDesk({ db, clock, bells, log: pino({ level: 'silent' }), defaults });
    return { inbox: desk.inboxFor(account), clock, talks };
  };

  say('founding an estate and warming up …');
  const first = connectDatabase(server.urlOf(firstDatabase));
  try {
    await foundBenchEstate(first.db, clock.now());
    await hearAtFullSpeed(hearingOn(first.db), Math.min(warmUpPerGroup, perGroup * rounds));
  } finally {
    await first.close();
  }
  await server.copy(firstDatabase, 'bare');

  const desk = connectDatabase(server.urlOf(firstDatabase));
  const reader = new Client({ connectionString: server.urlOf(firstDatabase) });
  await reader.connect();
  const bare = await openBareStore(server.urlOf('bare'), groups.length);
  try {
    const hearing = hearingOn(desk.db);
    const written = await watchWrittenRows(reader);
    const done: Round[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      say(`round ${round} of ${rounds}: ${perGroup * groups.length} messages at full speed, then their rows again …`);
      const deskMs = await hearAtFullSpeed(hearing, perGroup);
      await demandHandled(desk.db);
      const steps = await written.readNew();
      const rows = steps.reduce((sum, step) => sum + step.rows.length, 0);
      done.push({ messages: perGroup * groups.length, rows, deskMs, bareMs: await bare.store(steps) });
    }
    const paced = Math.min(paceMessages, wanted);
    say(`${paced} messages at ${perSecond} a second …`);
    const latencies = await hearAtPace(hearing, paced, perSecond);
    const counter = countRoundTrips();
    await hearChatter(hearing, chatterMessages);
    counter.end();
    await demandHandled(desk.db);
    return report(done, latencies, counter.count() / chatterMessages, await desk.db.ticket.count());
  } finally {
    await bare.close();
    await reader.end();
    await desk.close();
  }
}

/** Messages that met a fault are quick, and no measure of anything. @throws when there are any */
async function demandHandled(db: Database): Promise<void> {
  const unhandled = await db.inboundEvent.count({ where: { handledAt: null } });
  if (unhandled > 0) throw new Error(`${unhandled} messages were stored and not handled: nothing was measured`);
}

function report(done: readonly Round[], latencies: readonly number[], roundTrips: number, tickets: number): Measured {
  const perSecondOf = (ms: (round: Round) => number): number =>
    median(done.map((round) => (1000 * round.messages) / ms(round)));
  const messages = done.reduce((sum, round) => sum + round.messages, 0);
  const rows = done.reduce((sum, round) => sum + round.rows, 0);
  const figures = {
    messagesPerSecond: rounded(
      perSecondOf((round) => round.deskMs),
      1,
    ),
    ceilingPerSecond: rounded(
      perSecondOf((round) => round.bareMs),
      1,
    ),
    // Of each round by itself: what slows a machine down for a while slows both.
    ceilingRatio: rounded(median(done.map((round) => round.bareMs / round.deskMs)), 3),
    p50Ms: rounded(percentile(latencies, 0.5), 2),
    p99Ms: rounded(percentile(latencies, 0.99), 2),
    messages,
    rowsPerMessage: rounded(rows / messages, 2),
    tickets,
    roundTripsPerChatter: rounded(roundTrips, 1),
  };
  const lines = [
    'intake: recorded, understood and committed; bells silent, nothing delivered',
    `  desk          ${figures.messagesPerSecond} messages/s (median of ${done.length} rounds, ${groups.length} groups at once)`,
    `  bare pg       ${figures.ceilingPerSecond} messages/s (the same rows, one transaction a message)`,
    `  ratio         ${figures.ceilingRatio}`,
    `  at ${perSecond}/s       p50 ${figures.p50Ms} ms, p99 ${figures.p99Ms} ms (${latencies.length} messages)`,
    `  written       ${figures.rowsPerMessage} rows a message, ${messages} messages, ${tickets} tickets in all`,
    `  chatter       ${figures.roundTripsPerChatter} statements a message`,
  ];
  return { figures, lines };
}
