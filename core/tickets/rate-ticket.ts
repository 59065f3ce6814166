import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { planFollowUp } from '../follow-ups/plan.ts';
import { reopenTicket } from './arrange.ts';
import { showCard } from './cards.ts';
import { dropDeadlines } from './deadlines.ts';
import type { Rating } from './rating.ts';
import { tellResident } from './tell.ts';
import { holdTicket, writeEvent, type Ticket } from './ticket.ts';

export interface ResidentReply {
  step: Step;
  community: CommunityInForce;
  ticketId: string;
  personId: string;
  /** Null when a button was pressed. */
  message: { id: string; externalId: string } | null;
  occasion: string;
}

/**
 * `foreign`: not theirs to rate. `too_early`: nobody said that it is done, so the words are no answer to a question.
 */
export type Rated = 'closed' | 'reopened' | 'changed' | 'foreign' | 'too_early' | 'unchanged';

/**
 * A resident answers "solved? 1–5" (P6d, P7a). A score closes the ticket, a later one changes the first; "solved" closes it
 * without a score; "not solved" reopens it with its history. Only who reported it may say so, once counted per person.
 */
export async function rateTicket(reply: ResidentReply, rating: Rating): Promise<Rated> {
  const { step, ticketId, personId } = reply;
  const ticket = await holdTicket(step, ticketId);
  const reports = await step.tx.ticketReporter.count({ where: { ticketId, personId } });
  if (reports === 0) return 'foreign';
  if (ticket.status !== 'done' && ticket.status !== 'closed') return 'too_early';
  switch (rating.kind) {
    case 'thanks':
      return 'unchanged';
    case 'not_solved': {
      const { community, occasion, message } = reply;
      const comment = rating.comment;
      const word = { step, community, ticketId, occasion, messageId: message?.id ?? null };
      await reopenTicket({ ...word, by: 'resident', actorId: personId, comment });
      return 'reopened';
    }
    case 'solved':
      if (ticket.status === 'closed') return 'unchanged';
      await close(reply, ticket, 'confirmed');
      return 'closed';
    case 'score':
      return score(reply, ticket, rating.score, rating.comment);
  }
}

async function score(reply: ResidentReply, ticket: Ticket, value: number, comment: string | null): Promise<Rated> {
  const { step, personId } = reply;
  const where = { ticketId_personId: { ticketId: ticket.id, personId } };
  const earlier = await step.tx.surveyAnswer.findUnique({ where, select: { score: true, comment: true } });
  // The same score for work that was done a second time closes the ticket, as the first did.
  const isSame = earlier?.score === value && (comment === null || comment === earlier.comment);
  if (isSame && ticket.status === 'closed') return 'unchanged';
  const given = { score: value, ...(comment === null ? {} : { comment }), answeredAt: step.now };
  const answer = { ...given, workerId: ticket.finishedById };
  await step.tx.surveyAnswer.upsert({
    where,
    create: { ticketId: ticket.id, personId, ...answer },
    update: answer,
    select: { id: true },
  });
  const by = { actorId: personId, messageId: reply.message?.id ?? null };
  await writeEvent(step, ticket.id, 'rated', { score: value, comment }, by);
  if (ticket.status === 'closed') {
    await planFollowUp(step, ticket.id);
    await showCard(step, reply.community, ticket.id, { occasion: reply.occasion });
    return 'changed';
  }
  await close(reply, ticket, 'rated', value);
  return 'closed';
}

async function close(
  reply: ResidentReply,
  ticket: Ticket,
  why: 'rated' | 'confirmed',
  value: number | null = null,
): Promise<void> {
  const { step, community } = reply;
  const by = { actorId: reply.personId, messageId: reply.message?.id ?? null };
  if (why === 'confirmed') await writeEvent(step, ticket.id, 'confirmed', {}, by);
  await writeEvent(step, ticket.id, 'closed', { why }, by);
  await step.tx.ticket.update({
    where: { id: ticket.id },
    data: { status: 'closed', closedAt: step.now },
    select: { id: true },
  });
  await dropDeadlines(step, ticket.id, ['rating_reminder', 'close_unanswered'], why);
  await planFollowUp(step, ticket.id);
  await tellResident(step, community, ticket, {
    purpose: 'receipt',
    text: (texts) => texts.ratingThanks(ticket.code, value),
    occasion: `thanks:${reply.occasion}`,
    ...(reply.message ? { replyToExternalId: reply.message.externalId } : {}),
  });
  await showCard(step, community, ticket.id, { occasion: reply.occasion });
}
