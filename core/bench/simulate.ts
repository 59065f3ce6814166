import { Client } from 'pg';
import { connectDatabase } from '../../prisma/client.ts';
import { checkPolicy } from '../policy/check/check.ts';
import { reportLines } from '../policy/simulate/report.ts';
import { simulate as simulatePolicy } from '../policy/simulate/simulate.ts';
import type { Benchmark, BenchmarkOptions, Measured } from './benchmark.ts';
import { foundBenchEstate } from './estate.ts';
import { rounded } from './figures.ts';
import { writePast } from './past.ts';
import { firstDatabase, startBenchServer } from './server.ts';

const defaultTickets = 100_000;

/** Stricter limits, other hours and another night: nothing of what is in force can be used again. */
const tried = `
calendar: { onHolidays: [], quietHours: '21:00-07:00' }
limits:
  inquiry-answer: { within: 12h }
  repair-answer: { within: 45min }
  progress: { within: 24h }
passing: { acceptWithin: 15min }
`;

/** A year of an estate's tickets under another policy, beside the one in force (P10f). */
export const simulate: Benchmark = async (options) => {
  const server = await startBenchServer();
  try {
    return await measure(server.urlOf(firstDatabase), options);
  } finally {
    await server.close();
  }
};

async function writeYear(url: string, tickets: number): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await writePast(client, tickets);
  } finally {
    await client.end();
  }
}

async function measure(url: string, { numbers, say }: BenchmarkOptions): Promise<Measured> {
  const wanted = numbers['tickets'] ?? defaultTickets;
  const checked = checkPolicy(tried);
  if (!checked.ok) throw new Error(`the policy of this measurement is wrong: ${JSON.stringify(checked.mistakes)}`);
  const from = new Date('2026-01-01T00:00:00+08:00');
  const to = new Date('2027-01-01T00:00:00+08:00');
  const connection = connectDatabase(url);
  const { db } = connection;
  try {
    say(`writing ${wanted} tickets of a year …`);
    await foundBenchEstate(db, from);
    const steps = await writeYear(url, wanted);
    const { id, name } = await db.community.findFirstOrThrow();
    say('replaying them under two policies …');
    const memoryBeforeMb = rounded(process.memoryUsage.rss() / 2 ** 20, 0);
    const [startedAt, cpuBefore] = [performance.now(), process.cpuUsage()];
    const simulated = await simulatePolicy(db, id, checked.policy, { from, to }, new Date('2027-02-01T00:00:00+08:00'));
    const seconds = (performance.now() - startedAt) / 1000;
    const { user, system } = process.cpuUsage(cpuBefore);
    const figures = {
      tickets: simulated.tickets,
      steps,
      seconds: rounded(seconds, 2),
      // Of this process; the database's is not in it.
      cpuSeconds: rounded((user + system) / 1e6, 2),
      ticketsPerSecond: rounded(simulated.tickets / seconds, 0),
      memoryBeforeMb,
      // Of the whole process, from its start on.
      peakMemoryMb: rounded(process.resourceUsage().maxRSS / 1024, 0),
    };
    const simulation = { community: name, from: '2026-01-01', to: '2026-12-31', file: 'tried.yaml' };
    const lines = [
      `simulate: ${figures.tickets} tickets with ${steps} steps in ${figures.seconds} s (${figures.cpuSeconds} s of work), ${figures.peakMemoryMb} MB at most`,
      ...reportLines(simulation, simulated, 'en'),
    ];
    return { figures, lines };
  } finally {
    await connection.close();
  }
}
