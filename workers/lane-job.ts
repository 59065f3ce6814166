import type { JobsOptions } from 'bullmq';
import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import type { Bells, LaneRank } from '../core/outbox/bells.ts';
import type { Delivery } from '../core/outbox/delivery.ts';
import { UnknownChannelError } from '../core/outbox/delivery.ts';
import type { Job, JobHandler } from './job.ts';
import { forgetful, handlerOf } from './job.ts';

export interface LanePayload {
  conversationId: string;
  /** `first` when it is left out. */
  rank?: LaneRank | undefined;
}

export const lanePayload: z.ZodType<LanePayload> = z.object({
  conversationId: z.string().min(1),
  rank: z.enum(['first', 'emergency', 'many']).optional(),
});

/** Look whether there is something to send in this conversation. */
export const laneJob: Job<LanePayload> = { name: 'lane', payload: lanePayload };

/** BullMQ takes jobs without a priority first, then the lowest number. */
const priorities: Record<LaneRank, number | undefined> = { first: undefined, emergency: 1, many: 2 };

/**
 * At most one such job of a conversation and a rank waits, and at most one runs: a ring while it runs makes another run afterwards.
 * The sweep rings under a name of its own, so that it is heard even where a killed process left its ring behind. So does every rank: an
 * answer's ring is not kept waiting by that of a notice.
 */
export const laneTiming = (conversationId: string, by: 'bell' | 'sweep', rank: LaneRank = 'first'): JobsOptions => ({
  ...forgetful,
  ...(priorities[rank] === undefined ? {} : { priority: priorities[rank] }),
  deduplication: {
    id: rank === 'first' ? `${by}-${conversationId}` : `${by}-${rank}-${conversationId}`,
    keepLastIfActive: true,
  },
  attempts: 3,
  backoff: { type: 'fixed', delay: 500 },
});

/** An account of ours, and so the queue on which its lanes are rung. */
export interface LaneAccount {
  channel: string;
  account: string;
}

/** Bells that can also be set for later. */
export interface LaneBells extends Bells {
  lanes(conversationIds: readonly string[], rank: LaneRank): Promise<void>;
  laneLater(conversationId: string, at: Date, rank?: LaneRank): Promise<void>;
}

/** How soon to look again at a lane in which somebody else was sending. */
const BUSY_PAUSE_MS = 500;

/**
 * One job sends at most one message, so that an account's places go to the lanes in turns, and to answers first. What is left in a lane is
 * rung for again with the same rank. A conversation that was handed over to another account meanwhile is rung there.
 *
 * @param parts.of the account whose queue the jobs are taken from
 */
export const laneHandler = (parts: {
  delivery: Delivery;
  clock: Clock;
  bells: LaneBells;
  of: LaneAccount;
}): JobHandler =>
  handlerOf(laneJob, async ({ conversationId, rank = 'first' }) => {
    const { delivery, clock, bells, of } = parts;
    try {
      const result = await delivery.runLane(conversationId, { atMost: 1 });
      if (result.kind === 'more') await bells.lanes([conversationId], rank);
      if (result.kind === 'wait') await bells.laneLater(conversationId, result.until, rank);
      if (result.kind === 'busy') {
        await bells.laneLater(conversationId, new Date(clock.now().getTime() + BUSY_PAUSE_MS), rank);
      }
    } catch (error) {
      const isElsewhere = error instanceof UnknownChannelError && !isSame(error.at, of);
      if (!isElsewhere) throw error;
      await bells.lanes([conversationId], rank);
    }
  });

const isSame = (a: LaneAccount, b: LaneAccount): boolean => a.channel === b.channel && a.account === b.account;
