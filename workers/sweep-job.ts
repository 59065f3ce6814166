import type { JobsOptions } from 'bullmq';
import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import type { Sweep } from '../core/outbox/sweep.ts';
import type { Job, JobHandler } from './job.ts';
import { forgetful, handlerOf } from './job.ts';

export interface SweepPayload {
  /** The first of a process. */
  isFirst: boolean;
}

/** Look for what is due and was not rung for. */
export const sweepJob: Job<SweepPayload> = { name: 'sweep', payload: z.object({ isFirst: z.boolean() }) };

export const SWEEP_EVERY_MS = 15_000;

/**
 * Every process rings for the sweep by its own timer, and one ring per period is heard. A schedule kept in the queue
 * would be lost with the queue's data, and with it the one thing that makes good such a loss.
 */
export const sweepTiming = (everyMs: number): JobsOptions => ({
  ...forgetful,
  deduplication: { id: 'sweep', ttl: Math.ceil(everyMs * 0.8) },
});

/** The first sweep of a process waits for no period. */
export const firstSweepTiming: JobsOptions = { ...forgetful };

export const sweepHandler = (sweep: Sweep, clock: Clock): JobHandler =>
  handlerOf(sweepJob, async ({ isFirst }) => void (await sweep.sweep(clock.now(), { isFirst })));
