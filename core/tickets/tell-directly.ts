import type { OutgoingContent } from '../channel/outgoing.ts';
import type { Purpose } from '../../prisma/generated/enums.ts';
import { writeRestraints } from '../outbox/restraint/note.ts';
import { sayToPerson } from '../people/reach.ts';
import type { Step } from '../step.ts';
import type { Ticket } from './ticket.ts';

/** Whose matter it is, as far as it decides where they are told. */
export type TheirTicket = Pick<Ticket, 'id' | 'communityId' | 'requester' | 'urgency' | 'conversation'>;

/**
 * Tells a resident who wants to hear less in groups in a direct chat of theirs instead (P9a), on whichever platform they can be reached,
 * and puts that on record. Returns false, with nothing said, when the group is the place for it: they did not ask for less, no
 * chat of theirs can be written to, it is an emergency, or others in the group wait for the same answer.
 */
export async function tellDirectlyInstead(
  step: Step,
  ticket: TheirTicket,
  word: {
    purpose: Purpose;
    content: OutgoingContent;
    ticketId: string;
    occasion: string;
    expiresAt?: Date | null;
  },
): Promise<boolean> {
  const { requester, urgency, communityId, conversation } = ticket;
  if (!requester?.hearsLessAt || urgency === 'emergency') return false;
  const reporters = await step.tx.ticketReporter.count({
    where: { ticketId: ticket.id, personId: { not: requester.id } },
  });
  if (reporters > 0) return false;
  const told = await sayToPerson(step, { ...word, personId: requester.id });
  if (!told) return false;
  const noted = { deed: 'told_directly' as const, reason: 'hears_less', untilAt: null };
  await writeRestraints(step, communityId, { purpose: word.purpose, about: null }, [
    { ...noted, conversationId: conversation?.id ?? null },
  ]);
  return true;
}
