import type { JobsOptions } from 'bullmq';
import { BELL_HORIZON_MS, ringLanes, type Bells } from '../core/outbox/bells.ts';
import type { Job, JobHandler } from './job.ts';
import { forgetful, handlerOf } from './job.ts';
import { lanePayload, type LanePayload } from './lane-job.ts';

/** Ring for this conversation, now that its pause is over. Never holds back a ring for an urgent word. */
export const laneLaterJob: Job<LanePayload> = {
  name: 'lane-later',
  payload: lanePayload,
};

/** One such job for a conversation and an instant. What lies farther than the horizon is left to the sweep. */
export const laneLaterTiming = (
  { conversationId, rank = 'first' }: LanePayload,
  at: Date,
  now: Date,
): JobsOptions | null => {
  const delay = Math.max(0, at.getTime() - now.getTime());
  if (delay > BELL_HORIZON_MS) return null;
  return { ...forgetful, jobId: `later-${rank}-${conversationId}-${at.getTime()}`, delay };
};

export const laneLaterHandler = (bells: Bells): JobHandler =>
  handlerOf(laneLaterJob, ({ conversationId, rank = 'first' }) => ringLanes(bells, [conversationId], rank));
