import { communityOfTicket, type CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';

/** What tells by which policy a ticket goes. */
export interface UnderPolicy {
  communityId: string;
  policyVersionId: string;
}

/**
 * The community under the policy by which the ticket was opened, whatever is in force where it is spoken of now (P5). Everything
 * that counts time for a ticket asks here first.
 */
export async function underOwnPolicy(
  step: Pick<Step, 'tx'>,
  community: CommunityInForce,
  ticket: UnderPolicy,
): Promise<CommunityInForce> {
  if (community.policyVersionId === ticket.policyVersionId) return community;
  return communityOfTicket(step.tx, ticket);
}
