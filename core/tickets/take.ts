import { showCard } from './cards.ts';
import { meetByAnswer } from './limits.ts';
import { tellResident } from './tell.ts';
import { writeEvent } from './ticket.ts';
import { onOpenTicket, type Carried, type Work } from './work.ts';

/** Somebody takes the ticket, and the resident hears who (P3). Taking it twice changes and says nothing more. */
export function takeTicket(wanted: Omit<Work, 'ticket'> & { ticketId: string }): Promise<Carried> {
  return onOpenTicket(wanted, async (work) => {
    const { step, community, ticket, by } = work;
    if (ticket.status === 'accepted' && ticket.assigneeId === by.personId) return;
    await step.tx.ticket.update({
      where: { id: ticket.id },
      data: { status: 'accepted', assigneeId: by.personId },
      select: { id: true },
    });
    await writeEvent(step, ticket.id, 'taken', { by: by.name }, { actorId: by.personId, messageId: work.messageId });
    await meetByAnswer(step, community, ticket);
    await tellResident(step, community, ticket, {
      purpose: 'answer',
      text: (texts) => texts.taken(ticket.code, by.name),
      inPublic: (texts) => texts.taken(ticket.code, by.name),
      occasion: `taken:${work.occasion}`,
    });
    await showCard(step, community, ticket.id, { occasion: work.occasion });
  });
}
