import type { Prisma } from '../../prisma/generated/client.ts';
import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { underOwnPolicy } from './own-policy.ts';
import type { Together } from './incidents/together.ts';
import { endOffer } from './pass/offer.ts';
import { holdTicket, workStatuses, writeEvent, type Ticket } from './ticket.ts';

/** The member of staff who does something. */
export interface Actor {
  personId: string;
  name: string;
}

/** What came of a member of staff's word: carried out, or the ticket stands where this cannot be done, and nothing changed. */
export type Carried = { kind: 'carried_out'; ticket: Ticket } | { kind: 'over'; ticket: Ticket };

export interface Work {
  step: Step;
  community: CommunityInForce;
  ticket: Ticket;
  by: Actor;
  /** The staff's own message, when words were used and not a button. */
  messageId: string | null;
  /** Tells this occasion apart in keys of what is said: the id of the event that brought the word. */
  occasion: string;
  /** It is done with all tickets of an incident at once: what residents hear is said once where several of them are. */
  together?: Together | undefined;
}

/** Holds the ticket and does `work` on it, under its own policy, while it is one that can be worked on. */
export async function onOpenTicket(
  wanted: Omit<Work, 'ticket'> & { ticketId: string },
  work: (work: Work) => Promise<void>,
): Promise<Carried> {
  const { ticketId, ...rest } = wanted;
  const ticket = await holdTicket(rest.step, ticketId);
  if (!workStatuses.includes(ticket.status)) return { kind: 'over', ticket };
  await work({ ...rest, ticket, community: await underOwnPolicy(rest.step, rest.community, ticket) });
  return { kind: 'carried_out', ticket };
}

/**
 * Whoever works on a ticket that nobody has accepted owns it from now on (P6b): asked first, until somebody else has accepted.
 * Whoever it was passed to accepts it by this. A ticket that somebody has accepted otherwise stays theirs.
 */
export async function accept(work: Work, data: Prisma.TicketUncheckedUpdateInput = {}): Promise<void> {
  const { step, community, ticket, by, messageId, occasion } = work;
  const isOffered = ticket.offeredToId === by.personId;
  const isFree = ticket.status === 'open' || ticket.assigneeId === null;
  const takesOver = ticket.assigneeId !== by.personId && (isOffered || isFree);
  await step.tx.ticket.update({
    where: { id: ticket.id },
    data: { status: 'accepted', ...data },
    select: { id: true },
  });
  if (takesOver) {
    await putInCharge(step, ticket.id, by.personId);
    const taken = { by: by.name, why: 'offered' } as const;
    if (isOffered) await writeEvent(step, ticket.id, 'taken', taken, { actorId: by.personId, messageId });
    else await writeEvent(step, ticket.id, 'assigned', { personId: by.personId, name: by.name, why: 'first_asked' });
  }
  if (takesOver || data.status === 'done') await endOffer(step, community, ticket, { by, occasion });
}

/** From now on this person is in charge; reminders, also those that stand still, follow by a trigger of the database. */
export async function putInCharge(step: Step, ticketId: string, personId: string | null): Promise<void> {
  await step.tx.ticket.update({ where: { id: ticketId }, data: { assigneeId: personId }, select: { id: true } });
}
