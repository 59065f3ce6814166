import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { planFollowUp } from '../follow-ups/plan.ts';
import { reopenTicket } from './arrange.ts';
import { showCard } from './cards.ts';
import { dropDeadlines } from './deadlines.ts';
import { finishedTogether } from './incidents/together.ts';
import type { Rating } from './rating.ts';
import type { Texts } from '../text/texts.ts';
import { tellResident, tellStaff } from './tell.ts';
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
    const isUnexplained = (comment ?? earlier?.comment ?? null) === null;
    if (isUnexplained && isLow(reply, value)) await askWhy(reply, ticket, value);
    await showCard(step, reply.community, ticket.id, { occasion: reply.occasion });
    return 'changed';
  }
  const asksWhy = comment === null && isLow(reply, value);
  await close(reply, ticket, 'rated', { value, asksWhy });
  return 'closed';
}

async function close(
  reply: ResidentReply,
  ticket: Ticket,
  why: 'rated' | 'confirmed',
  { value, asksWhy }: { value: number | null; asksWhy: boolean } = { value: null, asksWhy: false },
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
  if (asksWhy && value !== null) await askWhy(reply, ticket, value);
  else if (!(await thankAll(reply, ticket)))
    await thank(reply, ticket, `thanks:${reply.occasion}`, (texts) => texts.ratingThanks(ticket.code, value));
  await showCard(step, community, ticket.id, { occasion: reply.occasion });
}

/** Who press under one word for many are thanked by one word (P9a); false where it is to be said to this one. */
async function thankAll({ step, community, message }: ResidentReply, ticket: Ticket): Promise<boolean> {
  if (message !== null || ticket.conversation?.kind !== 'group') return false;
  const together = await finishedTogether(step, ticket);
  if (!together) return false;
  await tellResident(step, community, ticket, {
    purpose: 'receipt',
    text: (texts) => texts.incidentRatingThanks(together.number, together.cause),
    occasion: `thanks-all:${ticket.doneAt?.toISOString()}`,
    together,
  });
  return true;
}

const isLow = ({ community }: ResidentReply, value: number): boolean =>
  value <= community.policy.followUps.lowRatingUpTo;

/** Once for each ticket and person (P7a). */
function askWhy(reply: ResidentReply, ticket: Ticket, value: number): Promise<void> {
  const occasion = `${whyKey}${reply.personId}:${ticket.reopenedCount}`;
  return thank(reply, ticket, occasion, (texts) => texts.ratingWhy(ticket.code, value));
}

/** How the key of every "why?" begins: by it the question is found again. */
export const whyKey = 'rating-why:';

async function thank(
  { step, community, message }: ResidentReply,
  ticket: Ticket,
  occasion: string,
  text: (texts: Texts) => string,
): Promise<void> {
  const asReply = message ? { replyToExternalId: message.externalId } : {};
  await tellResident(step, community, ticket, { purpose: 'receipt', text, occasion, ...asReply });
}

/**
 * A resident says why the score was low: kept as its comment, and shown to the staff, who follow it up. Returns false where this person
 * gave no low score without a reason.
 */
export async function explainRating(
  reply: ResidentReply & { message: { id: string; externalId: string } },
  { text, name }: { text: string; name: string },
): Promise<boolean> {
  const { step, community, ticketId, personId, message } = reply;
  const ticket = await holdTicket(step, ticketId);
  const where = { ticketId_personId: { ticketId, personId } };
  const answer = await step.tx.surveyAnswer.findUnique({ where });
  if (ticket.status !== 'closed' || !answer || answer.comment !== null || !isLow(reply, answer.score)) return false;
  await step.tx.surveyAnswer.update({ where, data: { comment: text }, select: { id: true } });
  await writeEvent(
    step,
    ticketId,
    'rated',
    { score: answer.score, comment: text },
    { actorId: personId, messageId: message.id },
  );
  await planFollowUp(step, ticketId);
  await thank(reply, ticket, `rating-reason:${reply.occasion}`, (texts) => texts.ratingReasonNoted(ticket.code));
  await tellStaff(step, community, {
    ticketId,
    purpose: 'note',
    occasion: `rating-reason:${reply.occasion}`,
    text: (texts) => texts.addedToTicket(ticket.code, name, text),
  });
  await showCard(step, community, ticketId, { occasion: reply.occasion });
  return true;
}
