import { overtakeFollowUp } from '../follow-ups/plan.ts';
import { noteDismissal, takeBackDismissal } from '../intake/learn/note-dismissal.ts';
import { showCard } from './cards.ts';
import { chooseAnew } from './choose-anew.ts';
import { dropDeadlines } from './deadlines.ts';
import { endAllLimits, openLimits } from './limits.ts';
import { keepAlarm } from './call-out.ts';
import { endOffer } from './pass/offer.ts';
import { tellResident } from './tell.ts';
import { tellAlarmed } from './tell-alarmed.ts';
import { holdTicket, readTicket, writeEvent, type Ticket } from './ticket.ts';
import type { StaffWord } from './answer.ts';
import { onOpenTicket, type Carried } from './work.ts';

/** Staff say that it is no matter for the office. It stays on record, and can be reopened. */
export function dismissTicket(word: StaffWord): Promise<Carried> {
  return onOpenTicket(word, async (work) => {
    const { step, community, ticket, by } = work;
    await endOffer(step, community, ticket, { by, occasion: work.occasion });
    await step.tx.ticket.update({
      where: { id: ticket.id },
      data: { status: 'dismissed', closedAt: step.now },
      select: { id: true },
    });
    await writeEvent(
      step,
      ticket.id,
      'dismissed',
      { by: by.name },
      { actorId: by.personId, messageId: work.messageId },
    );
    await endAllLimits(step, community, ticket, 'cancelledAt');
    await noteDismissal(step, ticket.id, by.personId);
    await showCard(step, community, ticket.id, { occasion: work.occasion });
  });
}

export type Merged = Carried | { kind: 'cannot_merge'; ticket: Ticket };

/**
 * Makes a ticket part of another one: its messages and reporters go over, its limits end, and its requester is told under
 * which code it goes on. A ticket cannot be merged into itself or into one that is over.
 */
export async function mergeTicket(word: StaffWord & { intoId: string }): Promise<Merged> {
  const { step, community } = word;
  // Always the lower id first, so that two merges at once never wait for each other.
  for (const id of [word.ticketId, word.intoId].sort()) await holdTicket(step, id);
  const into = await holdTicket(step, word.intoId);
  if (into.id === word.ticketId || !['open', 'accepted', 'waiting'].includes(into.status)) {
    return { kind: 'cannot_merge', ticket: into };
  }
  return onOpenTicket(word, async ({ ticket, by, messageId, occasion }) => {
    await endOffer(step, community, ticket, { by, occasion });
    await step.tx.$executeRaw`INSERT INTO "TicketMessage" ("ticketId", "messageId", part)
      SELECT ${into.id}::uuid, "messageId", part FROM "TicketMessage" WHERE "ticketId" = ${ticket.id}::uuid ON CONFLICT DO NOTHING`;
    await step.tx.$executeRaw`INSERT INTO "TicketReporter" ("ticketId", "personId", "joinedAt")
      SELECT ${into.id}::uuid, "personId", "joinedAt" FROM "TicketReporter" WHERE "ticketId" = ${ticket.id}::uuid ON CONFLICT DO NOTHING`;
    await step.tx.ticket.update({
      where: { id: ticket.id },
      data: { status: 'merged', mergedIntoId: into.id, closedAt: step.now },
      select: { id: true },
    });
    const actor = { actorId: by.personId, messageId };
    await writeEvent(step, ticket.id, 'merged', { by: by.name, intoCode: into.code }, actor);
    await writeEvent(step, into.id, 'absorbed', { by: by.name, fromCode: ticket.code }, actor);
    await endAllLimits(step, community, ticket, 'cancelledAt');
    await keepAlarm(step, community, ticket, into);
    await tellResident(step, community, ticket, {
      purpose: 'answer',
      text: (texts) => texts.mergedForResident(ticket.code, into.code),
      inPublic: (texts) => texts.mergedForResident(ticket.code, into.code),
      occasion: `merged:${occasion}`,
    });
    await showCard(step, community, ticket.id, { occasion });
    await showCard(step, community, into.id, { occasion });
  });
}

/**
 * Opens a finished ticket again, with its history: the resident says "not solved" (P6d), or staff think better of it. A new
 * first response is owed, and in an emergency the resident hears so, as at first (P5e). Where whoever was in charge works for the
 * office no more, somebody is chosen anew. A ticket that is not over is left as it is.
 */
export async function reopenTicket(
  word: Omit<StaffWord, 'by'> & { by: 'resident' | 'staff'; actorId: string | null; comment: string | null },
): Promise<Carried> {
  const { step, community } = word;
  const before = await holdTicket(step, word.ticketId);
  if (!['done', 'closed', 'dismissed'].includes(before.status)) return { kind: 'over', ticket: before };
  await step.tx.ticket.update({
    where: { id: before.id },
    data: { status: 'open', doneAt: null, closedAt: null, reopenedCount: { increment: 1 } },
    select: { id: true },
  });
  if (before.status === 'dismissed') await takeBackDismissal(step, before);
  const { by, actorId, messageId, comment } = word;
  await writeEvent(step, before.id, 'reopened', { by, comment }, { actorId, messageId });
  await chooseAnew(step, community, before, 'left');
  const ticket = await readTicket(step, before.id);
  await dropDeadlines(step, ticket.id, ['rating_reminder', 'close_unanswered'], 'reopened');
  await overtakeFollowUp(step, ticket.id);
  await openLimits(step, community, ticket, 'reopened');
  await tellResident(step, community, ticket, {
    purpose: 'answer',
    text: (texts) => texts.reopened(ticket.code, ticket.assignee?.name ?? null),
    inPublic: (texts) => texts.reopened(ticket.code, ticket.assignee?.name ?? null),
    occasion: `reopened:${word.occasion}`,
  });
  if (ticket.urgency === 'emergency') await tellAlarmed(word, ticket);
  await showCard(step, community, ticket.id, { occasion: word.occasion, anew: true });
  return { kind: 'carried_out', ticket };
}
