import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { readTicket, workStatuses } from '../ticket.ts';
import { takeOut } from './membership.ts';
import { mayBelong, readPartners } from './partners.ts';
import { sameCause } from './same-cause.ts';
import { tieToIncident } from './tie.ts';

/**
 * Looks again whether a ticket is one of many reports of one cause, after somebody else joined it or something was corrected: "打错了，是5栋"
 * may take it out of an incident, one more flat may make one of it. The caller holds the ticket, and shows its card.
 */
export async function lookAgain(
  step: Step,
  community: CommunityInForce,
  ticketId: string,
  { occasion, corrected }: { occasion: string; corrected: boolean },
): Promise<void> {
  const ticket = await readTicket(step, ticketId);
  if (!workStatuses.includes(ticket.status)) return;
  if (ticket.incidentId === null) {
    await tieToIncident(step, community, ticketId, ticket, false);
    return;
  }
  if (!corrected) return;
  const of = { communityId: community.id, ticketId, withinMs: 0 };
  const { self, others } = await readPartners(step, of);
  const rest = others.filter(({ incidentId }) => incidentId === ticket.incidentId);
  const stays = self !== null && mayBelong(ticket) && rest.some((one) => sameCause(self, one, Infinity) !== null);
  if (rest.length > 0 && !stays) await takeOut({ step, community, occasion, by: null }, ticket, 'corrected');
}
