import type { TicketStatus } from '../../prisma/generated/enums.ts';
import type { Choice } from '../channel/outgoing.ts';
import { faqOnCard } from '../faq/on-card.ts';
import { choiceIds } from './choice-id.ts';
import type { TicketVerb } from '../desk/verb.ts';
import { say } from '../outbox/say.ts';
import type { CommunityInForce } from '../people/communities.ts';
import { managersOrStaff, staffOrManagers } from '../people/groups.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import type { CardView, Texts } from '../text/texts.ts';
import { describeStep } from './describe-step.ts';
import { briefFor } from './card-brief.ts';
import { cardNotes, likeNote } from './card-notes.ts';
import { chatsOfContractors } from './contractor-chats.ts';
import type { TicketEventType } from './event.ts';
import { keepIncident } from './incidents/keep.ts';
import { lineOnly, sayLine } from './incidents/line.ts';
import { nextLimit } from './limits.ts';
import { settledByResidents } from './settled.ts';
import { readTicket, viewOf, workStatuses, type Ticket } from './ticket.ts';

/** What can be done from a card by one press, by where the ticket stands; the rest wants words. */
const verbsOnCard: Record<TicketStatus, TicketVerb[][]> = {
  open: [
    ['take', 'promise', 'pass'],
    ['done', 'dismiss'],
  ],
  accepted: [['promise', 'pass', 'done']],
  waiting: [['promise', 'pass', 'done']],
  done: [['reopen']],
  closed: [['reopen']],
  merged: [],
  dismissed: [['reopen']],
};

/** Steps that the desk takes by itself: the card tells the last one that a person took. */
const quietSteps: readonly TicketEventType[] = [
  ...(['opened', 'assigned', 'reminded', 'escalated', 'breached', 'apologised', 'paused', 'resumed'] as const),
  ...(['policy_moved', 'may_be_missing', 'machine_reported', 'follow_up_planned'] as const),
  ...(['incident_joined', 'seems_like'] as const),
];

/** While it is offered to somebody. */
const verbsOnOffer: TicketVerb[][] = [
  ['take', 'decline'],
  ['promise', 'pass', 'done'],
];

export function cardChoices(texts: Texts, ticket: { status: TicketStatus; isOffered: boolean }, ticketId: string) {
  return choicesFor(texts, ticket.isOffered ? verbsOnOffer : verbsOnCard[ticket.status], ticketId);
}

/** What a manager decides (P5b). */
const verbsOfDecision: TicketVerb[][] = [['adopt', 'turn_down']];

/** To accept what a colleague has passed on, or to decline it. */
export const offerChoices = (texts: Texts, ticketId: string): Choice[][] =>
  choicesFor(texts, verbsOnOffer.slice(0, 1), ticketId);

const choicesFor = (texts: Texts, rows: TicketVerb[][], ticketId: string): Choice[][] =>
  rows.map((row) => row.map((verb) => ({ id: choiceIds.ticket(verb, ticketId), label: texts.verb(verb) })));

/**
 * Shows the ticket as it stands in every staff group: the first time as a new card, later as a change of it. `anew` puts a
 * fresh card at the bottom instead, when the ticket wants attention again. Where a card cannot be changed, one line says what is
 * new ({@link briefFor}). Call it last in a step: it reads what was written. The card of its incident is kept up to date, too, unless
 * the caller does so for all of its tickets (`together`).
 */
export async function showCard(
  step: Step,
  community: CommunityInForce,
  ticketId: string,
  options: { occasion: string; anew?: boolean; attachmentIds?: string[]; together?: boolean },
): Promise<void> {
  const texts = textsFor(community.locale);
  const ticket = await readTicket(step, ticketId);
  if (ticket.incidentId !== null && !options.together) await keepIncident(step, community, ticket.incidentId, options);
  const office = await staffOrManagers(step.tx, community.id);
  const chats = await chatsOfContractors(step, ticket);
  const line = options.anew ? null : await lineOnly(step, ticket, texts);
  for (const group of line ? office : []) await sayLine(step, ticket, group.id, { ...line, ...options });
  const groups = [...(line ? [] : office), ...chats.holding];
  if (line && groups.length === 0 && chats.left.length === 0) return;
  const view = await cardView(step, community, ticket, texts);
  const choices = cardChoices(texts, { status: view.status, isOffered: view.offered !== null }, ticketId);
  const fromFaq = await faqOnCard(step, ticket, texts);
  const notes = [...(view.notes ?? []), ...(fromFaq ? [fromFaq.note] : [])];
  const shown = { text: texts.card({ ...view, notes }), choices: [...choices, ...(fromFaq?.choices ?? [])] };
  const like = await likeNote(step, ticket, texts);
  const forOffice = like === null ? shown : { ...shown, text: texts.card({ ...view, notes: [...notes, like] }) };
  let briefs: ReturnType<typeof briefFor> | null = null;
  // Managers decide on suggestions, and so see them, too.
  const deciding = ticket.kind === 'suggestion' ? await managersOrStaff(step.tx, community.id) : [];
  const decides = ({ id }: { id: string }): boolean => deciding.some((group) => group.id === id);
  const besides = deciding.filter(({ id }) => groups.every((group) => group.id !== id));
  const decision = workStatuses.includes(ticket.status) ? choicesFor(texts, verbsOfDecision, ticketId) : [];
  for (const group of [...groups, ...besides]) {
    const own = chats.holding.includes(group) ? shown : forOffice;
    const content = decides(group) ? { ...own, choices: [...own.choices, ...decision] } : own;
    const earlier = await cardIn(step, ticketId, group.id);
    const replacesId = options.anew ? null : (earlier?.id ?? null);
    const isFirst = replacesId === null;
    const brief =
      isFirst || options.together
        ? null
        : (await (briefs ??= briefFor(step, community, ticketId, view, texts)))(group.id);
    await say(step, {
      conversationId: group.id,
      ticketId,
      purpose: isFirst && view.urgency === 'emergency' ? 'emergency' : 'card',
      content:
        isFirst && options.attachmentIds?.length
          ? { ...content, attachmentIds: options.attachmentIds }
          : { ...content, ...(brief ? { brief } : {}) },
      replacesId,
      dedupeKey: `card:${ticketId}:${group.id}:${options.occasion}`,
    });
    step.rope.lane(group.id);
  }
  for (const chat of chats.left) {
    await say(step, {
      conversationId: chat.id,
      ticketId,
      purpose: 'card',
      content: { text: texts.noLongerYours(view.code) },
      replacesId: (await cardIn(step, ticketId, chat.id))?.id ?? null,
      dedupeKey: `card:${ticketId}:${chat.id}:${options.occasion}`,
    });
    step.rope.lane(chat.id);
  }
}

/** The card that stands in a conversation, which later ones take the place of. */
function cardIn({ tx }: Step, ticketId: string, conversationId: string): Promise<{ id: string } | null> {
  return tx.outboxMessage.findFirst({
    where: { ticketId, conversationId, purpose: { in: ['card', 'emergency'] }, replacesId: null },
    orderBy: { seq: 'desc' },
    select: { id: true },
  });
}

async function cardView(step: Step, community: CommunityInForce, ticket: Ticket, texts: Texts): Promise<CardView> {
  const { tx } = step;
  const { id: ticketId } = ticket;
  const reporters = await tx.ticketReporter.count({ where: { ticketId } });
  const chased = await tx.ticketMessage.count({ where: { ticketId, part: 'chase' } });
  const isPhoto = { OR: [{ kind: 'photo' }, { mimeType: { startsWith: 'image/' } }] };
  const photos = await tx.attachment.count({ where: { ...isPhoto, message: { tickets: { some: { ticketId } } } } });
  const last = await tx.ticketEvent.findFirst({
    where: {
      ticketId,
      type: { notIn: [...quietSteps] },
    },
    orderBy: { id: 'desc' },
  });
  const wasDone = ticket.doneAt !== null || ticket.reopenedCount > 0;
  const answer = wasDone
    ? await tx.surveyAnswer.findFirst({ where: { ticketId }, orderBy: { answeredAt: 'desc' }, select: { score: true } })
    : null;
  const settled = await settledByResidents(step, [ticketId]);
  const limit = await nextLimit(step, ticketId);
  const waiting = ticket.offeredTo
    ? await tx.deadline.findFirst({
        where: { ticketId, kind: 'pass_unaccepted', settledAt: null },
        orderBy: { dueAt: 'desc' },
        select: { dueAt: true },
      })
    : null;
  return {
    ...viewOf(ticket),
    notes: await cardNotes(step, community, ticket, texts),
    offered: ticket.offeredTo && {
      to: ticket.offeredTo.name,
      acceptBy: waiting && texts.when(waiting.dueAt, step.now, community.timeZone),
    },
    requester: ticket.requester?.name ?? null,
    origin: ticket.origin,
    reporters,
    chased,
    photos,
    dueAt: limit ? texts.when(limit.dueAt, step.now, community.timeZone) : null,
    // "Closed, 5 of 5" stands there already.
    lastStep: last && !(answer && last.type === 'closed') ? describeStep(last, texts, step, community.timeZone) : null,
    score: answer?.score ?? null,
    settledByResident: settled.has(ticketId),
  };
}
