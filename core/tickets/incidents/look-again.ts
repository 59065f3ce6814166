import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { readTicket, workStatuses, type Ticket } from '../ticket.ts';
import { isCause } from './causes.ts';
import { takeOut } from './membership.ts';
import { isOfOneFlat } from './own-flat.ts';
import { mayBelong, readPartners } from './partners.ts';
import { sameCause } from './same-cause.ts';
import { tieToIncident } from './tie.ts';

/**
 * Looks again whether a ticket is one of many reports of one cause, after somebody else joined it or something was corrected: "打错了，是5栋"
 * may take it out of an incident, and so may "没事了，是跳闸"; one more flat may make one of it. The caller holds the ticket, and shows its card.
 *
 * @param looking.messageId the message by which it is looked at again: it stands in the history where the ticket leaves
 * @param looking.requesterTakesBack with what words its requester says now that it is over, or corrects it; null where they say something
 *   else, or somebody else spoke
 */
export async function lookAgain(
  step: Step,
  community: CommunityInForce,
  ticketId: string,
  looking: { occasion: string; messageId: string; corrected: boolean; requesterTakesBack: string | null },
): Promise<void> {
  const ticket = await readTicket(step, ticketId);
  if (!workStatuses.includes(ticket.status)) return;
  if (ticket.incidentId === null) {
    await tieToIncident(step, community, ticketId, ticket, false);
    return;
  }
  const { occasion, messageId, corrected, requesterTakesBack } = looking;
  const moving = { step, community, occasion, messageId, by: null };
  if (requesterTakesBack !== null && (await isOwnAfterAll(step, ticket, requesterTakesBack))) {
    await takeOut(moving, ticket, 'one_flat');
    return;
  }
  if (!corrected) return;
  const of = { communityId: community.id, ticketId, withinMs: 0 };
  const { self, others } = await readPartners(step, of);
  const rest = others.filter(({ incidentId }) => incidentId === ticket.incidentId);
  const stays = self !== null && mayBelong(ticket) && rest.some((one) => sameCause(self, one, Infinity) !== null);
  if (rest.length > 0 && !stays) await takeOut(moving, ticket, 'corrected');
}

/** Only the requester's own flat was concerned. Where others have joined the ticket, it is theirs, too, and stays. */
async function isOwnAfterAll({ tx }: Step, ticket: Ticket, said: string): Promise<boolean> {
  const { id: ticketId, incidentId, requesterId } = ticket;
  if (incidentId === null || requesterId === null) return false;
  const { thing } = await tx.incident.findUniqueOrThrow({ where: { id: incidentId }, select: { thing: true } });
  if (!isCause(thing) || !isOfOneFlat(thing, said)) return false;
  return (await tx.ticketReporter.count({ where: { ticketId, personId: { not: requesterId } } })) === 0;
}
