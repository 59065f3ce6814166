import type { Purpose } from '../../prisma/generated/enums.ts';
import type { Choice, OutgoingContent } from '../channel/outgoing.ts';
import { say } from '../outbox/say.ts';
import type { CommunityInForce } from '../people/communities.ts';
import { directChat, staffOrManagers } from '../people/groups.ts';
import type { Step } from '../step.ts';
import { redactHeard } from '../text/redact.ts';
import { textsFor } from '../text/texts-for.ts';
import type { Texts } from '../text/texts.ts';
import type { Ticket } from './ticket.ts';

export interface ResidentWord {
  purpose: Purpose;
  /** Given the texts, says it. */
  text: (texts: Texts) => string;
  choices?: (texts: Texts) => Choice[][];
  attachmentIds?: string[];
  /** Tells the occasion apart: part of the key that keeps it from being said twice. */
  occasion: string;
  /** The message to reply to instead of the one that opened the ticket. */
  replyToExternalId?: string;
}

/**
 * Says something about a ticket to the resident, where they asked, as a reply to their message. What is private goes to
 * their direct chat, and the group only hears that there is something; without a direct chat the group is told how to get
 * it (P9b). It is said in the requester's own language (P9c). In a group, phone and identity numbers that residents wrote are not repeated.
 * Nothing is said, and false returned, when the matter did not come by chat.
 */
export async function tellResident(
  step: Step,
  community: CommunityInForce,
  ticket: Ticket,
  word: ResidentWord,
): Promise<boolean> {
  const home = ticket.conversation;
  if (!home) return false;
  const texts = textsFor(ticket.requester?.locale ?? community.locale);
  const replyTo = word.replyToExternalId ?? ticket.firstMessage?.externalId ?? null;
  const plain = word.text(texts);
  const safe = home.kind === 'group' ? redactHeard(plain, await wordsOf(step, ticket.id)) : plain;
  const content = (inGroup: boolean): OutgoingContent => ({
    text: inGroup ? safe : plain,
    ...(word.choices ? { choices: word.choices(texts) } : {}),
    ...(word.attachmentIds?.length ? { attachmentIds: word.attachmentIds } : {}),
  });
  const inGroup = home.kind === 'group';
  const isPrivate = inGroup && ticket.sensitive && word.purpose === 'answer';
  const direct = isPrivate && ticket.requesterId ? await directChat(step.tx, ticket.requesterId, home.channel) : null;
  const common = { ticketId: ticket.id, purpose: word.purpose };
  if (direct) {
    const dedupeKey = `${word.occasion}:${ticket.id}:direct`;
    await say(step.tx, { ...common, conversationId: direct.id, content: content(false), dedupeKey });
    step.rope.lane(direct.id);
  }
  const said: OutgoingContent = isPrivate ? { text: texts.privateAnswer(ticket.code) } : content(inGroup);
  await say(step.tx, {
    ...common,
    conversationId: home.id,
    content: said,
    replyToExternalId: replyTo,
    dedupeKey: `${word.occasion}:${ticket.id}`,
  });
  step.rope.lane(home.id);
  return true;
}

async function wordsOf(step: Step, ticketId: string): Promise<string[]> {
  const messages = await step.tx.message.findMany({
    where: { tickets: { some: { ticketId, part: { not: 'answer' } } } },
    select: { text: true },
  });
  return messages.map(({ text }) => text);
}

/** Says something in every staff group of the community, under the ticket's card where that was sent. */
export async function tellStaff(
  step: Step,
  community: CommunityInForce,
  word: {
    ticketId: string | null;
    purpose: Purpose;
    occasion: string;
    text: (texts: Texts) => string;
    choices?: (texts: Texts) => Choice[][];
    attachmentIds?: string[];
  },
): Promise<void> {
  const texts = textsFor(community.locale);
  for (const group of await staffOrManagers(step.tx, community.id)) {
    await say(step.tx, {
      conversationId: group.id,
      ticketId: word.ticketId,
      purpose: word.purpose,
      content: {
        text: word.text(texts),
        ...(word.choices ? { choices: word.choices(texts) } : {}),
        ...(word.attachmentIds?.length ? { attachmentIds: word.attachmentIds } : {}),
      },
      replyToExternalId: word.ticketId ? await cardMessage(step, word.ticketId, group.id) : null,
      dedupeKey: `${word.occasion}:${group.id}`,
    });
    step.rope.lane(group.id);
  }
}

/** The platform's id of the ticket's card in a staff group; null while it is still on its way. */
export async function cardMessage(step: Step, ticketId: string, conversationId: string): Promise<string | null> {
  const sent = await step.tx.sentMessage.findFirst({
    where: { conversationId, outbox: { ticketId, purpose: { in: ['card', 'emergency'] } } },
    orderBy: { outbox: { seq: 'desc' } },
    select: { externalId: true },
  });
  return sent?.externalId ?? null;
}
