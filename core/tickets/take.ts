import { showCard } from './cards.ts';
import { nameIn, shown } from './incidents/together.ts';
import { meetByAnswer } from './limits.ts';
import { endOffer } from './pass/offer.ts';
import { tellResident } from './tell.ts';
import { writeEvent } from './ticket.ts';
import { onOpenTicket, putInCharge, type Carried, type Work } from './work.ts';

/**
 * Somebody takes the ticket, and the resident hears who (P3). Whoever it was passed to accepts it by this; whoever passed it on
 * and takes it after all has it back. Taking it twice changes and says nothing more.
 */
export function takeTicket(wanted: Omit<Work, 'ticket'> & { ticketId: string }): Promise<Carried> {
  return onOpenTicket(wanted, async (work) => {
    const { step, community, ticket, by, occasion } = work;
    const isKnown = ticket.status !== 'open' && ticket.assigneeId === by.personId;
    if (isKnown && ticket.offeredToId === null) return;
    // While the ball is with the resident, it stays there whoever is in charge.
    const status = ticket.status === 'waiting' ? 'waiting' : 'accepted';
    await step.tx.ticket.update({ where: { id: ticket.id }, data: { status }, select: { id: true } });
    await putInCharge(step, ticket.id, by.personId);
    await endOffer(step, community, ticket, { by, occasion });
    const why = ticket.offeredToId === by.personId ? ({ why: 'offered' } as const) : {};
    const actor = { actorId: by.personId, messageId: work.messageId };
    await writeEvent(step, ticket.id, 'taken', { by: by.name, ...why }, actor);
    if (status === 'accepted' && !isKnown) await meetByAnswer(step, community, ticket);
    if (!isKnown) {
      await tellResident(step, community, ticket, {
        purpose: 'answer',
        text: (texts) => texts.taken(nameIn(texts, work), by.name),
        inPublic: (texts) => texts.taken(nameIn(texts, work), by.name),
        occasion: `taken:${occasion}`,
        together: work.together,
      });
    }
    await showCard(step, community, ticket.id, shown(work));
  });
}
