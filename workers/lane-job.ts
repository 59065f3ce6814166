import type { JobsOptions } from 'bullmq';
import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import type { Bells } from '../core/outbox/bells.ts';
import type { Delivery } from '../core/outbox/delivery.ts';
import type { Job, JobHandler } from './job.ts';
import { forgetful, handlerOf } from './job.ts';

export interface LanePayload {
  conversationId: string;
}

/** Look whether there is something to send in this conversation. */
export const laneJob: Job<LanePayload> = { name: 'lane', payload: z.object({ conversationId: z.string().min(1) }) };

/**
 * At most one such job of a conversation waits, and at most one runs: a ring while it runs makes another run afterwards.
 * The sweep rings under a name of its own, so that it is heard even where a killed process left its ring behind.
 */
export const laneTiming = (conversationId: string, by: 'bell' | 'sweep'): JobsOptions => ({
  ...forgetful,
  deduplication: { id: `${by}-${conversationId}`, keepLastIfActive: true },
  attempts: 3,
  backoff: { type: 'fixed', delay: 500 },
});

/** Bells that can also be set for later. */
export interface LaneBells extends Bells {
  laneLater(conversationId: string, at: Date): Promise<void>;
}

/** How soon to look again at a lane in which somebody else was sending. */
const BUSY_PAUSE_MS = 500;

/** One job sends at most one message, so that the queue's limiter is the pace of the account (`Pace.perAccount`). */
export const laneHandler = (parts: { delivery: Delivery; clock: Clock; bells: LaneBells }): JobHandler =>
  handlerOf(laneJob, async ({ conversationId }) => {
    const result = await parts.delivery.runLane(conversationId, { atMost: 1 });
    if (result.kind === 'more') await parts.bells.lane(conversationId);
    if (result.kind === 'wait') await parts.bells.laneLater(conversationId, result.until);
    if (result.kind === 'busy') {
      await parts.bells.laneLater(conversationId, new Date(parts.clock.now().getTime() + BUSY_PAUSE_MS));
    }
  });
