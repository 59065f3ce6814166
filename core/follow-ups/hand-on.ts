import type { Step } from '../step.ts';
import { dropDeadlines, setDeadline } from '../tickets/deadlines.ts';
import { holdTicket } from '../tickets/ticket.ts';

/**
 * Somebody works for the office no more: whom they were to ask is given to somebody else at once, with a limit of its own (P6e). What
 * is to be tried on a later day finds somebody then.
 */
export async function handOnFollowUps(step: Step, communityId: string, personId: string): Promise<void> {
  const theirs = await step.tx.followUp.findMany({
    where: {
      personId,
      settledAt: null,
      ticket: { communityId },
      deadlines: { none: { settledAt: null, rung: null } },
    },
    orderBy: { ticketId: 'asc' },
    select: { id: true, ticketId: true },
  });
  for (const { id: followUpId, ticketId } of theirs) {
    await holdTicket(step, ticketId);
    await dropDeadlines(step, ticketId, ['follow_up'], 'left');
    await setDeadline(step, { kind: 'follow_up', dueAt: step.now, ticketId, followUpId });
  }
}
