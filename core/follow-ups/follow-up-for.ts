import type { FollowUpBy, Kind, Origin, Urgency } from '../../prisma/generated/enums.ts';
import { followUpOccasions, type FollowUpOccasion, type Policy } from '../policy/policy.ts';

/** What is known of a ticket at the moment in which it is closed. */
export interface ClosedFacts {
  kind: Kind;
  urgency: Urgency;
  reopenedCount: number;
  /** The lowest rating, 1–5; null when nobody rated. */
  score: number | null;
  origin: Origin;
  /** It came by a chat in which the bot can ask. */
  hasChat: boolean;
}

/**
 * Whether a closed ticket is asked after some days later, on which occasion, and who asks (P6e). Of several occasions the first
 * counts, in the order complaint, emergency, reopened, low rating, sample; one that the policy leaves out is none. Where
 * no chat is there for the bot, a person asks; what a device or a patrol found has nobody to be asked. Praise is not sampled.
 *
 * @param draw in [0, 1): of the rest, what is drawn below the policy's share is asked after
 */
export function followUpFor(
  { followUps }: Pick<Policy, 'followUps'>,
  facts: ClosedFacts,
  draw: number,
): { occasion: FollowUpOccasion; by: FollowUpBy } | null {
  if (!facts.hasChat && (facts.origin === 'machine' || facts.origin === 'patrol')) return null;
  const fits: Record<FollowUpOccasion, boolean> = {
    complaint: facts.kind === 'complaint',
    emergency: facts.urgency === 'emergency',
    reopened: facts.reopenedCount > 0,
    low_rating: facts.score !== null && facts.score <= followUps.lowRatingUpTo,
    sample: facts.kind !== 'praise' && draw < followUps.sampleShare,
  };
  for (const occasion of followUpOccasions) {
    const by = followUps.by[occasion];
    if (by && fits[occasion]) return { occasion, by: facts.hasChat ? by : 'person' };
  }
  return null;
}
