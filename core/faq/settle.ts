import { planFollowUp } from '../follow-ups/plan.ts';
import { say } from '../outbox/say.ts';
import type { CommunityInForce } from '../people/communities.ts';
import { managersOrStaff } from '../people/groups.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import { reopenTicket } from '../tickets/arrange.ts';
import { showCard } from '../tickets/cards.ts';
import { limitStanding } from '../tickets/limit-standing.ts';
import { endAllLimits, nextLimit } from '../tickets/limits.ts';
import { tellResident } from '../tickets/tell.ts';
import { holdTicket, writeEvent, workStatuses, type Ticket } from '../tickets/ticket.ts';
import { useOf } from './propose.ts';
import { FAQ_TRUSTED, losesTrust } from './trust.ts';

/** What somebody says of an automatic answer. */
export interface SaidOfAnswer {
  step: Step;
  community: CommunityInForce;
  ticketId: string;
  personId: string;
  /** Null when a button was pressed, or a reaction put under it. */
  message: { id: string; externalId: string } | null;
  occasion: string;
}

/** `foreign`: they did not ask it. `unchanged`: said before, or a person has the matter already. */
export type Settled = 'settled' | 'foreign' | 'unchanged';

/** It helped: the ticket is closed, unless a colleague is at work on it, and the limit of an answer is met (P6d). */
export async function automaticAnswerHelped(said: SaidOfAnswer): Promise<Settled> {
  const { step, community, personId, message } = said;
  const held = await holdAnswered(said);
  if (held === 'foreign') return 'foreign';
  const { ticket, use } = held;
  if (use.usedAt || use.unhappyAt) return 'unchanged';
  await markUse(step, use, { usedAt: step.now });
  if (ticket.status !== 'open') return 'unchanged';
  const by = { actorId: personId, messageId: message?.id ?? null };
  await writeEvent(step, ticket.id, 'confirmed', {}, by);
  await writeEvent(step, ticket.id, 'closed', { why: 'confirmed' }, by);
  await endAllLimits(step, community, ticket, 'metAt');
  await step.tx.ticket.update({
    where: { id: ticket.id },
    data: { status: 'closed', closedAt: step.now },
    select: { id: true },
  });
  await planFollowUp(step, ticket.id);
  await tellResident(step, community, ticket, {
    purpose: 'receipt',
    text: (texts) => texts.faqGlad(ticket.code),
    occasion: `faq-glad:${said.occasion}`,
    ...(message ? { replyToExternalId: message.externalId } : {}),
  });
  await showCard(step, community, ticket.id, { occasion: said.occasion });
  return 'settled';
}

/**
 * It did not help: the ticket is one as any other, with a fresh card and the limits that have run since it was asked (nothing is lost).
 * An answer that fails too often is not given automatically any more, and the managers hear of it.
 */
export async function automaticAnswerFailed(said: SaidOfAnswer & { comment: string | null }): Promise<Settled> {
  const { step, community, personId, message, occasion, comment } = said;
  const held = await holdAnswered(said);
  if (held === 'foreign') return 'foreign';
  const { ticket, use } = held;
  if (use.unhappyAt) return 'unchanged';
  await markUse(step, use, { unhappyAt: step.now, usedAt: null });
  const by = { actorId: personId, messageId: message?.id ?? null };
  if (message) await keepMessage(step, ticket.id, message.id);
  if (ticket.status === 'closed' || ticket.status === 'done') {
    const reopened = { step, community, ticketId: ticket.id, occasion, comment, messageId: message?.id ?? null };
    await reopenTicket({ ...reopened, by: 'resident', actorId: personId });
  } else if (workStatuses.includes(ticket.status)) {
    await writeEvent(step, ticket.id, 'auto_unhelpful', { faq: use.faq.number, comment }, by);
    await tellWhoAnswers(said, ticket);
    await showCard(step, community, ticket.id, { occasion, anew: true });
  }
  await watchTrust(step, community, use.faq);
  return 'settled';
}

type Use = NonNullable<Awaited<ReturnType<typeof useOf>>>;

/** The ticket, held, with the automatic answer that it was given; only for those who asked. */
async function holdAnswered({
  step,
  community,
  ticketId,
  personId,
}: SaidOfAnswer): Promise<{ ticket: Ticket; use: Use } | 'foreign'> {
  const isTheirs = { id: ticketId, communityId: community.id, reporters: { some: { personId } } };
  if ((await step.tx.ticket.count({ where: isTheirs })) === 0) return 'foreign';
  const ticket = await holdTicket(step, ticketId);
  const use = await useOf(step, ticketId);
  return use?.automatic ? { ticket, use } : 'foreign';
}

async function markUse(
  step: Step,
  { faqId, ticketId }: Use,
  data: { usedAt?: Date | null; unhappyAt?: Date },
): Promise<void> {
  await step.tx.faqUse.update({
    where: { faqId_ticketId: { faqId, ticketId } },
    data,
    select: { faqId: true },
  });
}

async function keepMessage(step: Step, ticketId: string, messageId: string): Promise<void> {
  await step.tx.ticketMessage.createMany({
    data: [{ ticketId, messageId, part: 'addition' }],
    skipDuplicates: true,
  });
}

async function tellWhoAnswers({ step, community, message, occasion }: SaidOfAnswer, ticket: Ticket): Promise<void> {
  const limit = await nextLimit(step, ticket.id);
  const isAhead = limit !== null && limitStanding(limit, step.now).kind === 'running';
  await tellResident(step, community, ticket, {
    purpose: 'receipt',
    text: (texts) => {
      const dueAt = isAhead ? texts.when(limit.dueAt, step.now, community.timeZone) : null;
      return texts.faqToPerson(ticket.code, ticket.assignee?.name ?? null, dueAt);
    },
    occasion: `faq-person:${occasion}`,
    ...(message ? { replyToExternalId: message.externalId } : {}),
  });
}

async function watchTrust(step: Step, community: CommunityInForce, faq: Use['faq']): Promise<void> {
  if (!faq.safe) return;
  const { id: faqId, number } = faq;
  // What failed before a manager said again that it may be given does not count against it.
  const trusted = await step.tx.auditEntry.findFirst({
    where: { communityId: community.id, action: FAQ_TRUSTED, subject: `faq:${faqId}` },
    orderBy: { id: 'desc' },
    select: { at: true },
  });
  const uses = { faqId, automatic: true, ...(trusted ? { at: { gte: trusted.at } } : {}) };
  const unhappy = await step.tx.faqUse.count({ where: { ...uses, unhappyAt: { not: null } } });
  const content = await step.tx.faqUse.count({ where: { ...uses, usedAt: { not: null } } });
  if (!losesTrust({ unhappy, content })) return;
  await step.tx.faqEntry.update({ where: { id: faqId }, data: { safe: false }, select: { id: true } });
  const texts = textsFor(community.locale);
  for (const group of await managersOrStaff(step.tx, community.id)) {
    await say(step, {
      conversationId: group.id,
      purpose: 'note',
      content: { text: texts.faqLostTrust(number, faq.questions[0] ?? '', unhappy) },
      dedupeKey: `faq-lost-trust:${faqId}:${step.now.toISOString()}:${group.id}`,
    });
    step.rope.lane(group.id);
  }
}
