import { pino } from 'pino';
import { openBackend } from '../backend.ts';

const QUEUE = 'bare';
const CONCURRENCY = 12;

/** How late, in milliseconds, delayed jobs are that do nothing: `jobs` of them, evenly over `seconds`. */
export async function bareLateness(wanted: {
  redisUrl: string | null;
  databaseUrl: string;
  jobs: number;
  seconds: number;
}): Promise<number[]> {
  const { redisUrl, databaseUrl, jobs, seconds } = wanted;
  const backend = await openBackend({ redisUrl, databaseUrl, log: pino({ level: 'silent' }) });
  const queue = backend.queue(QUEUE);
  const late: number[] = [];
  let resolve = (): void => {};
  const all = new Promise<void>((done) => {
    resolve = done;
  });
  const firstAt = Date.now() + 3_000;
  const dueAt = (index: number): number => Math.round(firstAt + (index * seconds * 1_000) / jobs);
  const worker = backend.worker(
    QUEUE,
    ({ data }) => {
      late.push(Date.now() - (data as { dueAt: number }).dueAt);
      if (late.length === jobs) resolve();
      return Promise.resolve();
    },
    { concurrency: CONCURRENCY },
  );
  try {
    await queue.addBulk(
      Array.from({ length: jobs }, (_, index) => ({
        name: 'nothing',
        data: { dueAt: dueAt(index) },
        options: { delay: Math.max(0, dueAt(index) - Date.now()), removeOnComplete: true },
      })),
    );
    await all;
    return late;
  } finally {
    await worker.close();
    await queue.close();
    await backend.close();
  }
}
