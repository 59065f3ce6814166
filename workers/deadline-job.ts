import type { JobsOptions } from 'bullmq';
import { z } from 'zod';
import type { Job, JobHandler } from './job.ts';
import { forgetful, handlerOf } from './job.ts';

export interface DeadlinePayload {
  deadlineId: string;
}

/** Look at this deadline: it is due. */
export const deadlineJob: Job<DeadlinePayload> = {
  name: 'deadline',
  payload: z.object({ deadlineId: z.string().min(1) }),
};

/**
 * Rung at `dueAt`, or at once when that is past. A later ring for the same deadline takes the place of one that waits, and comes
 * after one that is being looked at: a look may put the deadline off, and rings for that before its own job has ended.
 */
export const deadlineTiming = (deadlineId: string, dueAt: Date, now: Date): JobsOptions => ({
  ...forgetful,
  deduplication: { id: `deadline-${deadlineId}`, replace: true, keepLastIfActive: true },
  delay: Math.max(0, dueAt.getTime() - now.getTime()),
  attempts: 5,
  backoff: { type: 'exponential', delay: 1_000 },
});

export const deadlineHandler = (settle: (deadlineId: string) => Promise<void>): JobHandler =>
  handlerOf(deadlineJob, ({ deadlineId }) => settle(deadlineId));
