import type { Prisma } from '../../prisma/generated/client.ts';
import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
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
}

/** Holds the ticket and does `work` on it while it is one that can be worked on. */
export async function onOpenTicket(
  wanted: Omit<Work, 'ticket'> & { ticketId: string },
  work: (work: Work) => Promise<void>,
): Promise<Carried> {
  const { ticketId, ...rest } = wanted;
  const ticket = await holdTicket(rest.step, ticketId);
  if (!workStatuses.includes(ticket.status)) return { kind: 'over', ticket };
  await work({ ...rest, ticket });
  return { kind: 'carried_out', ticket };
}

/**
 * Whoever answers or takes a ticket that nobody has accepted owns it from now on (P6b): asked first, until somebody else
 * has accepted. A ticket that somebody has accepted stays theirs.
 */
export async function accept(work: Work, data: Prisma.TicketUncheckedUpdateInput = {}): Promise<void> {
  const { step, ticket, by } = work;
  const takesOver = ticket.status === 'open' && ticket.assigneeId !== by.personId;
  await step.tx.ticket.update({
    where: { id: ticket.id },
    data: { status: 'accepted', ...(takesOver ? { assigneeId: by.personId } : {}), ...data },
    select: { id: true },
  });
  if (takesOver) {
    await writeEvent(step, ticket.id, 'assigned', { personId: by.personId, name: by.name, why: 'first_asked' });
  }
}
