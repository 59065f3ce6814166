import type { Logger } from 'pino';
import type { Channel } from '../core/channel/channel.ts';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import type { Bells } from '../core/outbox/bells.ts';
import { createDelivery } from '../core/outbox/delivery.ts';
import type { DeliveryFailed } from '../core/outbox/delivery-failed.ts';
import { createSweep } from '../core/outbox/sweep.ts';
import type { Backend } from './backend-port.ts';
import { createBells } from './bells.ts';
import { deadlineHandler, deadlineJob } from './deadline-job.ts';
import { laneHandler, laneJob } from './lane-job.ts';
import { laneLaterHandler, laneLaterJob } from './lane-later-job.ts';
import { DESK_QUEUE, laneQueueName, openQueues } from './queues.ts';
import { createRegistry } from './registry.ts';
import { SWEEP_EVERY_MS, firstSweepTiming, sweepHandler, sweepJob, sweepTiming } from './sweep-job.ts';
import { within } from './within.ts';

/** How many messages one account sends at the same time; each holds a connection to the database. */
const LANES_AT_ONCE = 4;
const DESK_JOBS_AT_ONCE = 4;
/** How long stopping waits for what is under way. */
const STOP_PATIENCE_MS = 1_300;
const CLOSE_PATIENCE_MS = 300;

export interface WorkersParts {
  backend: Backend;
  db: Database;
  clock: Clock;
  /** The accounts for which this process sends, by `channel:account`. */
  channels: ReadonlyMap<string, Channel>;
  handlers: {
    /** A deadline is due, or was; it may have been settled since. */
    deadline(deadlineId: string): Promise<void>;
    /** Recorded events of this conversation wait to be handled. */
    unhandled(conversationId: string): Promise<void>;
  };
  /** What is done when a message is given up; by default it is put on the ticket. */
  onFailed?: DeliveryFailed;
  log: Logger;
  sweepEveryMs?: number;
}

export interface Workers {
  bells: Bells;
  /** Takes nothing new and lets what is being sent end, for at most two seconds. Calling it again does nothing. */
  stop(): Promise<void>;
}

/**
 * Starts to work: sends what is pending on `channels`, looks at deadlines that fall due, and sweeps. Any number of
 * processes may do so at once.
 *
 * @throws {JobRegistryError} when a job has no handler or two
 */
export function startWorkers(parts: WorkersParts): Workers {
  const { backend, db, clock, channels, handlers, log, sweepEveryMs = SWEEP_EVERY_MS } = parts;
  const queues = openQueues(backend);
  const bells = createBells({ queues, db, clock, log });
  const sweepBells = createBells({ queues, db, clock, log }, 'sweep');
  const onFailed = parts.onFailed ? { onFailed: parts.onFailed } : {};
  const delivery = createDelivery({ db, clock, channels, bells, log, ...onFailed });
  const sweep = createSweep({ db, bells: sweepBells, onUnhandled: (id) => handlers.unhandled(id), log });

  const lanes = createRegistry([laneJob], [laneHandler({ delivery, clock, bells })]);
  const desk = createRegistry(
    [laneLaterJob, deadlineJob, sweepJob],
    [laneLaterHandler(bells), deadlineHandler((id) => handlers.deadline(id)), sweepHandler(sweep, clock)],
  );

  const workers = [backend.worker(DESK_QUEUE, (job) => desk.run(job), { concurrency: DESK_JOBS_AT_ONCE })];
  for (const { name, account, pace } of channels.values()) {
    const limiter = { max: limiterMax(pace.perAccount.count), duration: pace.perAccount.windowMs };
    const settings = { concurrency: LANES_AT_ONCE, limiter };
    workers.push(backend.worker(laneQueueName(name, account), (job) => lanes.run(job), settings));
  }

  const ringForSweep = (isFirst: boolean): void => {
    const timing = isFirst ? firstSweepTiming : sweepTiming(sweepEveryMs);
    queues.desk.add(sweepJob.name, { isFirst }, timing).catch((error: unknown) => {
      log.warn({ err: error }, 'ring for the sweep lost; the next comes in its time');
    });
  };
  ringForSweep(true);
  const timer = setInterval(() => ringForSweep(false), sweepEveryMs);

  const stop = async (): Promise<void> => {
    clearInterval(timer);
    await Promise.all(workers.map((worker) => within(STOP_PATIENCE_MS, worker.close())));
    await within(CLOSE_PATIENCE_MS, queues.close());
  };
  let stopping: Promise<void> | undefined;
  return { bells, stop: () => (stopping ??= stop()) };
}

/**
 * BullMQ on PostgreSQL looks at the limit and counts the job in two steps, so that those who fetch at the same moment may
 * together go beyond it by one less than they are.
 */
const limiterMax = (count: number): number => Math.max(1, count - (LANES_AT_ONCE - 1));
