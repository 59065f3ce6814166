import { createSweep } from '../core/outbox/sweep.ts';
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
  };
  sweepEveryMs?: number;
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
  const sweep = createSweep({ db, bells: sweepBells, onUnhandled: (id) => handlers.unhandled(id), log });

  const desk = createRegistry(
    [laneLaterJob, deadlineJob, sweepJob],
    [laneLaterHandler(bells), deadlineHandler((id) => handlers.deadline(id)), sweepHandler(sweep, clock)],
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
