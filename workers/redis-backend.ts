import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Backend } from './backend-port.ts';
import { BackendUnavailableError } from './backend-port.ts';
import { createFaultLog } from './fault-log.ts';
import { workerTiming } from './worker-timing.ts';

const CONNECT_PATIENCE_MS = 5_000;

/** BullMQ on Redis. All queues share one connection; every worker opens one more, on which it waits for jobs. */
export async function openRedisBackend(redisUrl: string, log: Logger): Promise<Backend> {
  const fault = createFaultLog(log);
  // BullMQ asks for requests that never give up. Reconnecting goes on for ever, with pauses of at most two seconds.
  const shared = new Redis(redisUrl, {
    maxRetriesPerRequest: null,
    lazyConnect: true,
    connectTimeout: CONNECT_PATIENCE_MS,
  });
  shared.on('error', (error: Error) => fault('connection of the job queue lost', error));
  try {
    await shared.connect();
    await shared.ping();
  } catch (error) {
    shared.disconnect();
    throw new BackendUnavailableError('Redis does not answer', { cause: error });
  }

  return {
    kind: 'redis',
    queue(name) {
      const queue = new Queue(name, { connection: shared });
      queue.on('error', (error) => fault('fault of a job queue', error, { queue: name }));
      return {
        add: async (job, data, options) => void (await queue.add(job, data, options)),
        addBulk: async (jobs) =>
          void (await queue.addBulk(jobs.map(({ name: job, data, options }) => ({ name: job, data, opts: options })))),
        close: () => queue.close(),
      };
    },
    worker(name, process, settings) {
      const worker = new Worker(name, process, { connection: shared, ...workerTiming, ...settings });
      worker.on('error', (error) => fault('fault of a job worker', error, { queue: name }));
      worker.on('failed', (job, error) => log.warn({ queue: name, job: job?.name, err: error }, 'job failed'));
      return { close: () => worker.close() };
    },
    async close() {
      // Does not wait for a server that is away.
      shared.disconnect();
      await Promise.resolve();
    },
  };
}
