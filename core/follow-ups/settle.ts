import type { FollowUp } from '../../prisma/generated/client.ts';
import type { FollowUpOutcome } from '../../prisma/generated/enums.ts';
import { communityOfTicket, type CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { reopenTicket } from '../tickets/arrange.ts';
import { dropDeadlines, setDeadline } from '../tickets/deadlines.ts';
import { rateTicket } from '../tickets/rate-ticket.ts';
import { tellStaff } from '../tickets/tell.ts';
import { writeEvent, type Ticket } from '../tickets/ticket.ts';
import { nextTryAt } from './next-try.ts';
import type { Answer } from './read-answer.ts';
import type { Result } from './read-result.ts';

/** Somebody says what came of a follow-up. The ticket is held. */
export interface FollowUpWord {
  step: Step;
  community: CommunityInForce;
  ticket: Ticket;
  followUp: FollowUp;
  by: { personId: string; name: string };
  /** Null when a button was pressed. */
  message: { id: string; externalId: string; attachments: { id: string }[] } | null;
  occasion: string;
}

/** Writes down how a follow-up ended; nothing of it is due any more. */
export async function recordOutcome(
  step: Step,
  followUp: Pick<FollowUp, 'id' | 'ticketId'>,
  outcome: FollowUpOutcome,
  said: { by: { personId: string; name: string } | null; note: string | null; messageId: string | null },
): Promise<void> {
  const { id, ticketId } = followUp;
  const { by, note, messageId } = said;
  await step.tx.followUp.update({
    where: { id },
    data: { outcome, note, settledAt: step.now },
    select: { id: true },
  });
  await dropDeadlines(step, ticketId, ['follow_up'], outcome);
  const actor = { actorId: by?.personId ?? null, messageId };
  await writeEvent(step, ticketId, 'followed_up', { outcome, by: by?.name ?? null, note }, actor);
}

/** What the desk understood: null when nothing was to be changed by it. */
export type Taken = 'satisfied' | 'not_solved' | 'wants_contact' | 'declined' | null;

/**
 * A resident answers the bot. "Not solved" opens the ticket again, with its history; whoever wants to talk to somebody, or rates
 * low, is given to a person, with a limit of its own. Somebody may think better of it: that it is well, and silence, can be
 * changed while the ticket is closed; the same answer twice changes nothing.
 */
export async function answerFollowUp(word: FollowUpWord, answer: Answer): Promise<Taken> {
  const { step, community, ticket, followUp, by, message, occasion } = word;
  const taken = await takenAs(word, answer);
  const isChangeable =
    followUp.outcome === null || followUp.outcome === 'no_answer' || followUp.outcome === 'satisfied';
  if (ticket.status !== 'closed' || !isChangeable || followUp.outcome === taken) return null;
  const comment = answer.kind === 'declined' ? null : answer.comment;
  const messageId = message?.id ?? null;
  await recordOutcome(step, followUp, taken, { by, note: comment, messageId });
  if (answer.kind === 'well' && answer.score !== null) {
    const reply = { step, community, ticketId: ticket.id, personId: by.personId, message, occasion };
    await rateTicket(reply, { kind: 'score', score: answer.score, comment });
  }
  if (taken === 'not_solved') {
    const reopen = { step, community, ticketId: ticket.id, messageId, occasion };
    await reopenTicket({ ...reopen, by: 'resident', actorId: by.personId, comment });
  }
  if (taken === 'wants_contact') await giveToPerson(word, comment);
  return taken;
}

async function takenAs({ step, ticket }: FollowUpWord, answer: Answer): Promise<Exclude<Taken, null>> {
  if (answer.kind !== 'well') return answer.kind;
  if (answer.score === null) return 'satisfied';
  const { policy } = await communityOfTicket(step.tx, ticket);
  return answer.score <= policy.followUps.lowRatingUpTo ? 'wants_contact' : 'satisfied';
}

/** Another follow-up, by a person, as soon as the night is over. */
async function giveToPerson(word: FollowUpWord, said: string | null): Promise<void> {
  const { step, community, ticket, followUp, message, by, occasion } = word;
  const { calendar } = await communityOfTicket(step.tx, ticket);
  const dueAt = calendar.civil(step.now);
  const { occasion: why } = followUp;
  const { id } = await step.tx.followUp.create({
    data: { ticketId: ticket.id, occasion: why, by: 'person', dueAt, note: said, createdAt: step.now },
    select: { id: true },
  });
  await setDeadline(step, { kind: 'follow_up', dueAt, ticketId: ticket.id, followUpId: id });
  const planned = { occasion: why, by: 'person' as const, dueAt: dueAt.toISOString() };
  await writeEvent(step, ticket.id, 'follow_up_planned', planned);
  const attachmentIds = message?.attachments.map((attachment) => attachment.id) ?? [];
  if (attachmentIds.length === 0) return;
  await tellStaff(step, community, {
    ticketId: ticket.id,
    purpose: 'note',
    occasion: `added:${occasion}:${ticket.id}`,
    text: (texts) => texts.addedToTicket(ticket.code, by.name, said ?? ''),
    attachmentIds,
  });
}

/** What was noted, with the instant of the next try where somebody was not reached. */
export type Noted = { result: Result | 'no_answer'; nextAt: Date | null };

/**
 * Whoever asked a resident says what came of it. Who was not reached is tried again at another hour, as often as the policy
 * allows. Null when it was noted before and nothing has changed.
 */
export async function noteResult(word: FollowUpWord, result: Result, note: string | null): Promise<Noted | null> {
  const { step, community, ticket, followUp, by, message, occasion } = word;
  if (followUp.settledAt) return null;
  const messageId = message?.id ?? null;
  if (result === 'unreached') {
    // The next try is set already: a colleague has said so.
    if (followUp.attempts > 0 && followUp.dueAt > step.now) return null;
    return tryAgain(word, note);
  }
  await recordOutcome(step, followUp, result, { by, note, messageId });
  if (result === 'not_solved') {
    const reopen = { step, community, ticketId: ticket.id, messageId, occasion };
    await reopenTicket({ ...reopen, by: 'staff', actorId: by.personId, comment: note });
  }
  return { result, nextAt: null };
}

async function tryAgain({ step, ticket, followUp, by, message }: FollowUpWord, note: string | null): Promise<Noted> {
  const { policy, calendar } = await communityOfTicket(step.tx, ticket);
  const attempts = followUp.attempts + 1;
  const most = attempts >= policy.followUps.attemptsAtMost;
  const dueAt = most ? followUp.dueAt : nextTryAt(policy.followUps, calendar, attempts, step.now);
  await step.tx.followUp.update({ where: { id: followUp.id }, data: { attempts, dueAt }, select: { id: true } });
  if (most) {
    await recordOutcome(step, followUp, 'no_answer', { by, note, messageId: message?.id ?? null });
    return { result: 'no_answer', nextAt: null };
  }
  await dropDeadlines(step, ticket.id, ['follow_up'], 'not reached');
  await setDeadline(step, { kind: 'follow_up', dueAt, ticketId: ticket.id, followUpId: followUp.id });
  return { result: 'unreached', nextAt: dueAt };
}
