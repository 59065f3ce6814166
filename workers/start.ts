import { createSweep, type Sweep } from '../core/outbox/sweep.ts';
import { createBells } from './bells.ts';
import { deadlineHandler, deadlineJob } from './deadline-job.ts';
import { laneLaterHandler, laneLaterJob } from './lane-later-job.ts';
import { openLanes, stopAll } from './lane-workers.ts';
import type { LaneWorkersParts, Workers } from './lane-workers.ts';
import { DESK_QUEUE, openQueues } from './queues.ts';
import { createRegistry } from './registry.ts';
import { SWEEP_EVERY_MS, firstSweepTiming, sweepHandler, sweepJob, sweepTiming } from './sweep-job.ts';

const DESK_JOBS_AT_ONCE = 4;
export interface WorkersParts extends LaneWorkersParts {
  handlers: {
    /** A deadline is due, or was; it may have been settled since. */
    deadline(deadlineId: string): Promise<void>;
    /** Recorded events of this conversation wait to be handled. */
    unhandled(conversationId: string): Promise<void>;
    /** Called before every sweep: makes sure that what is looked at again and again will be. */
    settle?(): Promise<void>;
  };
  sweepEveryMs?: number;
  /** A deadline that is overdue for so long has lost its ring. By default half a minute. */
  ringLostMs?: number;
}

/**
 * Starts to work: sends what is pending on `channels`, looks at deadlines that fall due, and sweeps. Any number of
 * processes may do so at once.
 *
 * @throws {JobRegistryError} when a job has no handler or two
 */
export function startWorkers(parts: WorkersParts): Workers {
  const { backend, db, clock, handlers, log, sweepEveryMs = SWEEP_EVERY_MS } = parts;
  const queues = openQueues(backend);
  const bells = createBells({ queues, db, clock, log });
  const sweepBells = createBells({ queues, db, clock, log }, 'sweep');
  const onUnhandled = (id: string): Promise<void> => handlers.unhandled(id);
  const lost = parts.ringLostMs === undefined ? {} : { ringLostMs: parts.ringLostMs };
  const sweep = createSweep({ db, bells: sweepBells, onUnhandled, log, ...lost });

  const sweepAll: Sweep = {
    async sweep(now, options) {
      await handlers
        .settle?.()
        .catch((error: unknown) => log.error({ err: error }, 'looks could not be set; the next sweep tries again'));
      return sweep.sweep(now, options);
    },
  };

  const desk = createRegistry(
    [laneLaterJob, deadlineJob, sweepJob],
    [laneLaterHandler(bells), deadlineHandler((id) => handlers.deadline(id)), sweepHandler(sweepAll, clock)],
  );

  const deskWorker = backend.worker(DESK_QUEUE, (job) => desk.run(job), { concurrency: DESK_JOBS_AT_ONCE });
  const workers = [deskWorker, ...openLanes(parts, bells)];

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
    await stopAll(workers, queues);
  };
  let stopping: Promise<void> | undefined;
  return { bells, stop: () => (stopping ??= stop()) };
}
