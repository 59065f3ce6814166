import { communityOfTicket } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { dropDeadlines, setDeadline } from '../tickets/deadlines.ts';
import { readTicket, writeEvent, type Ticket } from '../tickets/ticket.ts';
import { followUpFor } from './follow-up-for.ts';
import { lowestScore } from './lowest-score.ts';

/**
 * Plans to ask after a ticket that was just closed, or was rated after it was, if its policy wants that (P6e). A ticket is
 * asked after once for each time that it is closed. Who said that they do not want to be asked is not drawn as a sample.
 */
export async function planFollowUp(step: Step, ticketId: string): Promise<void> {
  const { tx, now } = step;
  const ticket = await readTicket(step, ticketId);
  if (ticket.status !== 'closed' || !ticket.closedAt) return;
  const planned = { ticketId, OR: [{ settledAt: null }, { createdAt: { gte: ticket.closedAt } }] };
  if (await tx.followUp.findFirst({ where: planned, select: { id: true } })) return;
  const { policy, calendar } = await communityOfTicket(tx, ticket);
  const facts = { ...ticket, score: await lowestScore(tx, ticket), hasChat: ticket.conversation !== null };
  const wanted = followUpFor(policy, facts, (await isDrawn(step, ticket)) ? step.random() : 1);
  if (!wanted) return;
  const dueAt = calendar.civil(new Date(now.getTime() + policy.followUps.after));
  const { id: followUpId } = await tx.followUp.create({
    data: { ...wanted, ticketId, dueAt, createdAt: now },
    select: { id: true },
  });
  await setDeadline(step, { kind: 'follow_up', dueAt, ticketId, followUpId });
  await writeEvent(step, ticketId, 'follow_up_planned', { ...wanted, dueAt: dueAt.toISOString() });
}

/** Drawn among the rest at the moment of closing, and not once more when somebody rates later. */
async function isDrawn({ tx, now }: Step, { closedAt, requesterId }: Ticket): Promise<boolean> {
  if (closedAt === null || closedAt < now) return false;
  if (requesterId === null) return true;
  const declined = { outcome: 'declined' as const, ticket: { requesterId } };
  return (await tx.followUp.findFirst({ where: declined, select: { id: true } })) === null;
}

/** A ticket goes on before it was asked after: nobody asks any more. A planned or half done follow-up ends as overtaken. */
export async function overtakeFollowUp(step: Step, ticketId: string): Promise<void> {
  const { count } = await step.tx.followUp.updateMany({
    where: { ticketId, settledAt: null },
    data: { outcome: 'overtaken', settledAt: step.now },
  });
  if (count === 0) return;
  await dropDeadlines(step, ticketId, ['follow_up'], 'overtaken');
  await writeEvent(step, ticketId, 'followed_up', { outcome: 'overtaken', by: null, note: null });
}
