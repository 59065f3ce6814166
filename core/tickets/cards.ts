import type { TicketStatus } from '../../prisma/generated/enums.ts';
import type { Choice } from '../channel/outgoing.ts';
import { choiceIds } from './choice-id.ts';
import type { TicketVerb } from '../desk/verb.ts';
import { say } from '../outbox/say.ts';
import type { CommunityInForce } from '../people/communities.ts';
import { staffOrManagers } from '../people/groups.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import type { CardView, Texts } from '../text/texts.ts';
import { describeStep } from './describe-step.ts';
import { briefFor } from './card-brief.ts';
import { nextLimit } from './limits.ts';
import { readTicket, viewOf } from './ticket.ts';

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

export function cardChoices(texts: Texts, status: TicketStatus, ticketId: string): Choice[][] {
  return verbsOnCard[status].map((row) =>
    row.map((verb) => ({ id: choiceIds.ticket(verb, ticketId), label: texts.verb(verb) })),
  );
}

/**
 * Shows the ticket as it stands in every staff group: the first time as a new card, later as a change of it. `anew` puts a
 * fresh card at the bottom instead, when the ticket wants attention again. Where a card cannot be changed, one line says what is
 * new ({@link briefFor}). Call it last in a step: it reads what was written.
 */
export async function showCard(
  step: Step,
  community: CommunityInForce,
  ticketId: string,
  options: { occasion: string; anew?: boolean; attachmentIds?: string[] },
): Promise<void> {
  const texts = textsFor(community.locale);
  const view = await cardView(step, community, ticketId, texts);
  const content = { text: texts.card(view), choices: cardChoices(texts, view.status, ticketId) };
  const briefIn = await briefFor(step, community, ticketId, view, texts);
  for (const group of await staffOrManagers(step.tx, community.id)) {
    const earlier = await step.tx.outboxMessage.findFirst({
      where: { ticketId, conversationId: group.id, purpose: { in: ['card', 'emergency'] }, replacesId: null },
      orderBy: { seq: 'desc' },
      select: { id: true },
    });
    const replacesId = options.anew ? null : (earlier?.id ?? null);
    const isFirst = replacesId === null;
    const brief = isFirst ? null : briefIn(group.id);
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
}

async function cardView(step: Step, community: CommunityInForce, ticketId: string, texts: Texts): Promise<CardView> {
  const ticket = await readTicket(step, ticketId);
  const { tx } = step;
  const reporters = await tx.ticketReporter.count({ where: { ticketId } });
  const chased = await tx.ticketMessage.count({ where: { ticketId, part: 'chase' } });
  const isPhoto = { OR: [{ kind: 'photo' }, { mimeType: { startsWith: 'image/' } }] };
  const photos = await tx.attachment.count({ where: { ...isPhoto, message: { tickets: { some: { ticketId } } } } });
  const last = await tx.ticketEvent.findFirst({
    where: { ticketId, type: { notIn: ['opened', 'assigned', 'reminded', 'breached'] } },
    orderBy: { id: 'desc' },
  });
  const answer = await tx.surveyAnswer.findFirst({
    where: { ticketId },
    orderBy: { answeredAt: 'desc' },
    select: { score: true },
  });
  const settled = await tx.ticketEvent.findFirst({
    where: { ticketId, type: { in: ['settled_by_resident', 'reopened'] } },
    orderBy: { id: 'desc' },
    select: { type: true },
  });
  const limit = await nextLimit(step, ticketId);
  return {
    ...viewOf(ticket),
    requester: ticket.requester?.name ?? null,
    origin: ticket.origin,
    reporters,
    chased,
    photos,
    dueAt: limit ? texts.when(limit.dueAt, step.now, community.timeZone) : null,
    // "Closed, 5 of 5" stands there already.
    lastStep: last && !(answer && last.type === 'closed') ? describeStep(last, texts, step, community.timeZone) : null,
    score: answer?.score ?? null,
    settledByResident:
      settled?.type === 'settled_by_resident' && ['open', 'accepted', 'waiting'].includes(ticket.status),
  };
}
