import type { JobsOptions } from 'bullmq';
import type { z } from 'zod';

/** A kind of job: its name in the queue and what it carries. A job is a bell, so that it carries ids only. */
export interface Job<Payload extends object> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
}

/** A job together with what is done when it is taken from the queue. */
export interface JobHandler {
  readonly name: string;
  /** @throws {z.ZodError} when the payload is none of this job. */
  run(payload: unknown): Promise<void>;
}

export const handlerOf = <Payload extends object>(
  job: Job<Payload>,
  run: (payload: Payload) => Promise<void>,
): JobHandler => ({
  name: job.name,
  run: async (payload) => run(job.payload.parse(payload)),
});

/** Finished jobs are forgotten, because rows tell what happened; a few failed ones are kept for operators to look at. */
export const forgetful = { removeOnComplete: true, removeOnFail: 50 } as const satisfies JobsOptions;
