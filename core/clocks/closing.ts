import { planFollowUp } from '../follow-ups/plan.ts';
import { putOff } from '../outbox/restraint/put-off.ts';
import type { Step } from '../step.ts';
import { ratingChoices } from '../tickets/answer.ts';
import { showCard } from '../tickets/cards.ts';
import { setDeadline } from '../tickets/deadlines.ts';
import { finishedTogether, nameIn, ratingOfAll } from '../tickets/incidents/together.ts';
import { tellResident } from '../tickets/tell.ts';
import { writeEvent, type Ticket } from '../tickets/ticket.ts';
import type { DueOfTicket } from './look.ts';

const DAY_MS = 24 * 3_600_000;

/** Asked once, reminded at most once, and not at night (P7a). */
export async function remindToRate(step: Step, deadline: DueOfTicket): Promise<string> {
  const { ticket, community } = deadline;
  if (ticket.status !== 'done') return 'answered';
  if (await isUntold(step, ticket)) return askLater(step, ticket, 'rating_reminder');
  const { conversationId } = ticket;
  const later = conversationId ? await putOff(step, community, { purpose: 'rating', conversationId }) : null;
  if (later) {
    await setDeadline(step, { kind: 'rating_reminder', dueAt: later.at, ticketId: ticket.id });
    return later.reason === 'quiet_hours' ? 'put off to the morning' : 'put off to the next day';
  }
  const together = (await finishedTogether(step, ticket)) ?? undefined;
  await tellResident(step, community, ticket, {
    purpose: 'rating',
    text: (texts) => texts.ratingReminder(nameIn(texts, { ticket, together })),
    inPublic: (texts) => texts.ratingReminder(nameIn(texts, { ticket, together })),
    choices: (texts) =>
      together ? ratingOfAll(together.id, texts.notSolved()) : ratingChoices(ticket.id, texts.notSolved()),
    // Of those that were done together, a group is reminded once.
    occasion: `rating-reminder:${together ? ticket.doneAt?.toISOString() : deadline.id}`,
    together,
  });
  return 'done';
}

/** "Done; is it solved?" still waits to be said: the platform is away, or somebody stopped what we send. */
async function isUntold({ tx }: Step, ticket: Ticket): Promise<boolean> {
  const { id: ticketId, incidentId, conversationId } = ticket;
  const ofAll =
    incidentId === null
      ? []
      : [{ subject: 'incident' as const, subjectId: incidentId, conversationId: conversationId ?? '' }];
  const waiting = { OR: [{ ticketId }, ...ofAll], purpose: 'rating' as const, state: 'pending' as const };
  return (await tx.outboxMessage.findFirst({ where: waiting, select: { id: true } })) !== null;
}

/** Who was not asked yet is not reminded, nor taken to have nothing against it (P6d). */
async function askLater(step: Step, ticket: Ticket, kind: 'rating_reminder' | 'close_unanswered'): Promise<string> {
  await setDeadline(step, { kind, dueAt: new Date(step.now.getTime() + DAY_MS), ticketId: ticket.id });
  return 'not asked yet';
}

/** Nobody contested it: closed, and counted apart from what was confirmed (P6d). */
export async function closeUnanswered(step: Step, { ticket, community }: DueOfTicket): Promise<string> {
  if (ticket.status !== 'done') return 'answered';
  if (await isUntold(step, ticket)) return askLater(step, ticket, 'close_unanswered');
  await step.tx.ticket.update({
    where: { id: ticket.id },
    data: { status: 'closed', closedAt: step.now },
    select: { id: true },
  });
  await writeEvent(step, ticket.id, 'closed', { why: 'unanswered' });
  await planFollowUp(step, ticket.id);
  await showCard(step, community, ticket.id, { occasion: `closed:${ticket.reopenedCount}` });
  return 'done';
}
