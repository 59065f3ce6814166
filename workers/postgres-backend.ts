import { Queue, Worker, createPostgresBackend, runMigrations } from 'bullmq';
import type { PgPool } from 'bullmq';
import { Client, Pool } from 'pg';
import type { Logger } from 'pino';
import type { Backend } from './backend-port.ts';
import { BackendUnavailableError } from './backend-port.ts';
import { createFaultLog } from './fault-log.ts';
import { within } from './within.ts';
import { workerTiming } from './worker-timing.ts';

const CONNECT_PATIENCE_MS = 5_000;
const CLOSE_PATIENCE_MS = 1_000;

/** One connection to listen on, and two for everything else that a worker does at the same time. */
const CONNECTIONS_PER_WORKER = 3;
/** All queues of a process together: adding a job is one short statement. */
const CONNECTIONS_FOR_QUEUES = 3;

/**
 * BullMQ on PostgreSQL, in its schema `bullmq`, which is brought up to date first. Every worker has a small pool of its
 * own, because a pool that its workers use up lets whoever wants to add a job wait for ever.
 */
export async function openPostgresBackend(databaseUrl: string, log: Logger): Promise<Backend> {
  await migrate(databaseUrl);
  const fault = createFaultLog(log);
  const pools = new Set<PgPool>();
  const openPool = (max: number): PgPool => {
    const pool = new Pool({
      connectionString: databaseUrl,
      max,
      options: '-c search_path=bullmq',
      application_name: 'linli jobs',
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_PATIENCE_MS,
    });
    // Every queue that shares the pool listens to it.
    pool.setMaxListeners(0);
    pool.on('error', (error) => fault('connection of the job queue lost', error));
    // BullMQ describes by overloads what @types/pg describes by one generic signature.
    const opened = pool as PgPool;
    pools.add(opened);
    return opened;
  };
  const queuePool = openPool(CONNECTIONS_FOR_QUEUES);

  return {
    kind: 'postgres',
    queue(name) {
      const queue = new Queue(name, { connection: queuePool }, createPostgresBackend);
      queue.on('error', (error) => fault('fault of a job queue', error, { queue: name }));
      return {
        add: async (job, data, options) => void (await queue.add(job, data, options)),
        addBulk: async (jobs) =>
          void (await queue.addBulk(jobs.map(({ name: job, data, options }) => ({ name: job, data, opts: options })))),
        close: () => queue.close(),
      };
    },
    worker(name, process, settings) {
      const pool = openPool(CONNECTIONS_PER_WORKER);
      const worker = new Worker(
        name,
        process,
        { connection: pool, ...workerTiming, ...settings },
        createPostgresBackend,
      );
      worker.on('error', (error) => fault('fault of a job worker', error, { queue: name }));
      worker.on('failed', (job, error) => log.warn({ queue: name, job: job?.name, err: error }, 'job failed'));
      return {
        async close() {
          await worker.close();
          pools.delete(pool);
          await pool.end();
        },
      };
    },
    async close() {
      await within(CLOSE_PATIENCE_MS, Promise.all([...pools].map((pool) => pool.end())));
    },
  };
}

async function migrate(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_PATIENCE_MS });
  client.on('error', () => {
    // The query under way rejects with the same fault.
  });
  try {
    await client.connect();
    await runMigrations(client);
  } catch (error) {
    throw new BackendUnavailableError('the job queue cannot be set up in the database', { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}
