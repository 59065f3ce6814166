import type { CommunityInForce } from '../../people/communities.ts';
import { sayToPerson } from '../../people/reach.ts';
import type { Step } from '../../step.ts';
import { textsFor } from '../../text/texts-for.ts';
import type { Texts } from '../../text/texts.ts';
import type { StaffWord } from '../answer.ts';
import { showCard } from '../cards.ts';
import { writeEvent, type Ticket } from '../ticket.ts';
import { onOpenTicket, type Carried } from '../work.ts';
import { clearOffer } from './offer.ts';

/** `not_offered`: nobody asked the speaker to take it over, so that there is nothing to decline. */
export type Declined = Carried | { kind: 'not_offered'; ticket: Ticket };

/** Whoever was asked to take a ticket over says no. It stays with whoever is in charge, who hears of it, with the reason (P6b). */
export async function declineTicket(word: StaffWord & { reason: string | null }): Promise<Declined> {
  let wasOffered = true;
  const carried = await onOpenTicket(word, async ({ step, community, ticket, by, messageId, occasion }) => {
    wasOffered = ticket.offeredToId === by.personId;
    if (!wasOffered) return;
    await clearOffer(step, ticket.id, 'declined');
    const { reason } = word;
    await writeEvent(step, ticket.id, 'declined', { by: by.name, reason }, { actorId: by.personId, messageId });
    await tellInPerson(step, community, ticket, ticket.assigneeId, occasion, (texts) =>
      texts.declinedByColleague(ticket.code, by.name, reason),
    );
    await showCard(step, community, ticket.id, { occasion, anew: true });
  });
  return wasOffered ? carried : { kind: 'not_offered', ticket: carried.ticket };
}

/** Nobody accepted it in time, or who was asked is no more with the office: it is back, and both hear of it (P6b). */
export async function returnTicket(
  step: Step,
  community: CommunityInForce,
  ticket: Ticket,
  occasion: string,
): Promise<void> {
  const fromName = ticket.offeredTo?.name ?? '';
  const toName = ticket.assignee?.name ?? '';
  await clearOffer(step, ticket.id, 'returned');
  await writeEvent(step, ticket.id, 'returned', { fromName, toName });
  const text = (texts: Texts): string => texts.returnedUnaccepted(ticket.code, fromName, toName);
  await tellInPerson(step, community, ticket, ticket.offeredToId, occasion, text);
  await tellInPerson(step, community, ticket, ticket.assigneeId, occasion, text);
  await showCard(step, community, ticket.id, { occasion, anew: true });
}

async function tellInPerson(
  step: Step,
  community: CommunityInForce,
  ticket: Ticket,
  personId: string | null,
  occasion: string,
  text: (texts: Texts) => string,
): Promise<void> {
  if (personId === null) return;
  await sayToPerson(step, {
    personId,
    purpose: 'note',
    ticketId: ticket.id,
    content: { text: text(textsFor(community.locale)) },
    occasion: `given-back:${ticket.id}:${occasion}`,
    urgent: ticket.urgency === 'emergency',
  });
}
