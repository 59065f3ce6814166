import type { Logger } from 'pino';
import type { Channel } from '../core/channel/channel.ts';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import type { Bells } from '../core/outbox/bells.ts';
import { createAccountPace } from '../core/outbox/account-pace.ts';
import { createDelivery } from '../core/outbox/delivery.ts';
import type { DeliveryFailed } from '../core/outbox/delivery-failed.ts';
import type { FileSources } from '../core/outbox/outgoing-files.ts';
import type { Backend, JobWorker } from './backend-port.ts';
import { createBells } from './bells.ts';
import type { LaneBells } from './lane-job.ts';
import { laneHandler, laneJob } from './lane-job.ts';
import { laneQueueName, openQueues } from './queues.ts';
import type { Queues } from './queues.ts';
import { createRegistry } from './registry.ts';
import { within } from './within.ts';

/** How many messages one account sends at the same time; each holds a connection to the database. */
const LANES_AT_ONCE = 6;
/** How long stopping waits for what is under way. */
const STOP_PATIENCE_MS = 1_300;
const CLOSE_PATIENCE_MS = 300;

export interface LaneWorkersParts {
  backend: Backend;
  db: Database;
  /**
   * A connection or two to the same database, on which the places of accounts are booked: lanes hold connections of `db` while they wait for a
   * place, and must not wait for each other. Where it is left out, `db` needs more connections than the accounts send messages at once.
   */
  paceDb?: Database;
  clock: Clock;
  /** The accounts for which this process sends, by `channel:account`. */
  channels: ReadonlyMap<string, Channel>;
  /** Who hands out files besides `channels`, by `channel:account` or by the name of a channel. */
  files?: FileSources;
  /** What is done when a message is given up; by default it is put on the ticket. */
  onFailed?: DeliveryFailed;
  log: Logger;
}

export interface Workers {
  bells: Bells;
  /** Takes nothing new and lets what is being sent end, for at most two seconds. Calling it again does nothing. */
  stop(): Promise<void>;
}

/**
 * Starts to send what is rung for on `channels`, and does nothing else: for a process that is logged in to an account for
 * which nobody else can speak (`Channel.exclusive`). Rings for later and the sweep are the desk's (`startWorkers`), in this
 * process or in another.
 */
export function startLaneWorkers(parts: LaneWorkersParts): Workers {
  const queues = openQueues(parts.backend);
  const bells = createBells({ queues, db: parts.db, clock: parts.clock, log: parts.log });
  const workers = openLanes(parts, bells);
  const stop = (): Promise<void> => stopAll(workers, queues);
  let stopping: Promise<void> | undefined;
  return { bells, stop: () => (stopping ??= stop()) };
}

/** One worker for the queue of every account. */
export function openLanes(parts: LaneWorkersParts, bells: LaneBells): JobWorker[] {
  const { backend, db, clock, channels, log } = parts;
  const more = { ...(parts.onFailed && { onFailed: parts.onFailed }), ...(parts.files && { files: parts.files }) };
  const pace = createAccountPace({ db: parts.paceDb ?? db, clock });
  const delivery = createDelivery({ db, clock, channels, bells, log, pace, ...more });
  return [...channels.values()].map(({ name, account, exclusive = false }) => {
    const of = { channel: name, account };
    const lanes = createRegistry([laneJob], [laneHandler({ delivery, clock, bells, of })]);
    // The account is one session, which says one thing after the other.
    const concurrency = exclusive ? 1 : LANES_AT_ONCE;
    return backend.worker(laneQueueName(name, account), (job) => lanes.run(job), { concurrency });
  });
}

export async function stopAll(workers: readonly JobWorker[], queues: Queues): Promise<void> {
  await Promise.all(workers.map((worker) => within(STOP_PATIENCE_MS, worker.close())));
  await within(CLOSE_PATIENCE_MS, queues.close());
}
