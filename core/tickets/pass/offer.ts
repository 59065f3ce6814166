import type { CommunityInForce } from '../../people/communities.ts';
import { sayToPerson } from '../../people/reach.ts';
import type { Step } from '../../step.ts';
import { textsFor } from '../../text/texts-for.ts';
import { dropDeadlines } from '../deadlines.ts';
import type { Ticket } from '../ticket.ts';

/**
 * Ends the offer of a ticket to somebody, if there is one; whoever is in charge stays so. The one it was offered to hears of it
 * directly, unless `by` is that very person.
 *
 * @param by whose doing it is; null when it is the desk's own
 */
export async function endOffer(
  step: Step,
  community: CommunityInForce,
  ticket: Pick<Ticket, 'id' | 'code' | 'offeredToId'>,
  { by, occasion }: { by: { personId: string; name: string } | null; occasion: string },
): Promise<void> {
  const { offeredToId } = ticket;
  if (offeredToId === null) return;
  await clearOffer(step, ticket.id, 'the offer ended');
  if (by?.personId === offeredToId) return;
  await sayToPerson(step, {
    personId: offeredToId,
    purpose: 'note',
    ticketId: ticket.id,
    content: { text: textsFor(community.locale).offerEnded(ticket.code, by?.name ?? null) },
    occasion: `offer-ended:${ticket.id}:${occasion}`,
  });
}

/** Nobody is asked to take it over any more, and nothing falls due because of that. Tells nobody. */
export async function clearOffer(step: Step, ticketId: string, why: string): Promise<void> {
  await step.tx.ticket.update({
    where: { id: ticketId },
    data: { offeredToId: null, offeredAt: null },
    select: { id: true },
  });
  await dropDeadlines(step, ticketId, ['pass_unaccepted'], why);
}
