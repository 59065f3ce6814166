import type { Purpose } from '../../prisma/generated/enums.ts';
import type { Choice, OutgoingContent } from '../channel/outgoing.ts';
import { say } from '../outbox/say.ts';
import type { CommunityInForce } from '../people/communities.ts';
import { directChat, staffOrManagers } from '../people/groups.ts';
import { wayToBot } from '../people/way-to-bot.ts';
import type { Step } from '../step.ts';
import { lines } from '../text/layout.ts';
import { textsFor } from '../text/texts-for.ts';
import type { Texts } from '../text/texts.ts';
import { othersThere } from './incidents/others-there.ts';
import { nameIn, type Together } from './incidents/together.ts';
import { safeForGroup } from './safe-for-group.ts';
import { tellDirectlyInstead } from './tell-directly.ts';
import { readTicket, type Ticket } from './ticket.ts';

export interface ResidentWord {
  purpose: Purpose;
  /** Given the texts, says it. */
  text: (texts: Texts) => string;
  /**
   * What of it may be said in a group when the matter is private: without what staff wrote. By default only that there is
   * an answer, and how to get it.
   */
  inPublic?: (texts: Texts) => string;
  choices?: (texts: Texts) => Choice[][];
  attachmentIds?: string[];
  /** Tells the occasion apart: part of the key that keeps it from being said twice. */
  occasion: string;
  /** The last instant at which it is worth saying; null: always. What its purpose says by default. */
  expiresAt?: Date | null;
  /** The message to reply to instead of the one that opened the ticket. */
  replyToExternalId?: string;
  /** It is said about all tickets of an incident: once in each conversation, naming nobody, whoever's ticket comes first. */
  together?: Together | undefined;
}

/**
 * Says something about a ticket to the resident, where they asked, as a reply to their message, and in their own language
 * (P9c). Who asked for the same in another group, and whose ticket was merged into this one, is told there. What is private
 * goes to the direct chat (P9b), and so does what is theirs alone for who wants to hear less (P9a). In a group, numbers, rooms and
 * people who are named are left out; the staff are told what, and the resident has the whole in the direct chat, where there is one.
 * Nothing is said, and false returned, when the matter did not come by chat, and of anything but answers in a group that is only listened to.
 */
export function tellResident(
  step: Step,
  community: CommunityInForce,
  ticket: Ticket,
  word: ResidentWord,
): Promise<boolean> {
  return tellAll(step, community, ticket, word, ticket);
}

/** `about`: the ticket that is worked on. What is private there is private for whose ticket was merged into it, too. */
async function tellAll(
  step: Step,
  community: CommunityInForce,
  ticket: Ticket,
  word: ResidentWord,
  about: Ticket,
): Promise<boolean> {
  const asPrivate = { ...ticket, sensitive: ticket.sensitive || about.sensitive };
  const told = await tellWhereAsked(step, community, asPrivate, word);
  if (word.purpose !== 'answer' && word.purpose !== 'rating') return told;
  const merged = await step.tx.ticket.findMany({
    where: { mergedIntoId: ticket.id, conversationId: { not: null } },
    select: { id: true, conversationId: true },
  });
  const { replyToExternalId: _, ...anew } = word;
  let toldElsewhere = false;
  for (const { id, conversationId } of merged) {
    if (conversationId === ticket.conversationId) continue;
    if (await tellAll(step, community, await readTicket(step, id), anew, about)) toldElsewhere = true;
  }
  return told || toldElsewhere;
}

async function tellWhereAsked(
  step: Step,
  community: CommunityInForce,
  ticket: Ticket,
  word: ResidentWord,
): Promise<boolean> {
  const home = ticket.conversation;
  if (!home) return false;
  // In a group that is only listened to, nothing is said but what staff do and say for the resident.
  if (home.kind === 'group' && home.hearing === 'shadow' && word.purpose !== 'answer') return false;
  const { together } = word;
  const forOne = together && home.kind === 'group' ? null : ticket.requester;
  const texts = textsFor(forOne?.locale ?? community.locale);
  const full: OutgoingContent = {
    text: word.text(texts),
    ...(word.choices ? { choices: word.choices(texts) } : {}),
    ...(word.attachmentIds?.length ? { attachmentIds: word.attachmentIds } : {}),
  };
  const asReply = { replyToExternalId: word.replyToExternalId ?? ticket.firstMessage?.externalId ?? null };
  if (home.kind === 'direct') {
    await put(home.id, full, word.occasion);
  } else if (ticket.sensitive && (word.purpose === 'answer' || word.purpose === 'rating')) {
    await putInPrivate(home);
  } else {
    const { occasion, purpose } = word;
    const expiring = word.expiresAt === undefined ? {} : { expiresAt: word.expiresAt };
    const ticketId = ticket.mergedIntoId ?? ticket.id;
    const directly = { purpose, ticketId, content: full, occasion: `${occasion}:${ticket.id}`, ...expiring };
    const forMany = together && (await othersThere(step, ticket, together));
    if (!forMany && (await tellDirectlyInstead(step, ticket, directly))) return true;
    await putForAll(home);
  }
  return true;

  /** Where everybody reads it: what is nobody else's business is left out, and said directly where that can be. */
  async function putForAll({ id, channel }: NonNullable<Ticket['conversation']>): Promise<void> {
    const safe = await safeForGroup(step, community, { text: full.text, requester: forOne });
    await put(id, { ...full, text: safe.text }, word.occasion);
    if (safe.hidden.length === 0) return;
    const direct = ticket.requesterId ? await directChat(step.tx, ticket.requesterId, channel) : null;
    if (direct) await put(direct.id, full, `${word.occasion}:direct`);
    await tellStaff(step, community, {
      ticketId: ticket.id,
      purpose: 'note',
      occasion: `hidden:${word.occasion}:${together?.id ?? ticket.id}`,
      text: (staffTexts) =>
        staffTexts.hiddenInGroup(nameIn(staffTexts, { ticket, together }), safe.hidden, direct !== null),
    });
  }

  async function putInPrivate({ id, channel, account }: NonNullable<Ticket['conversation']>): Promise<void> {
    const open = word.inPublic?.(texts) ?? null;
    // Nothing private in it: said once, where it was asked.
    if (open === full.text && !full.attachmentIds) return put(id, full, word.occasion);
    const direct = ticket.requesterId ? await directChat(step.tx, ticket.requesterId, channel) : null;
    if (direct) await put(direct.id, full, `${word.occasion}:direct`);
    if (direct && ticket.requester?.hearsLessAt) return undefined;
    if (direct) return put(id, { text: texts.privateAnswerSent(ticket.code) }, word.occasion);
    if (open === null) {
      const way = texts.wayToBot(await wayToBot(step.tx, { channel, account }));
      return put(id, { text: lines(texts.privateAnswer(ticket.code), way) }, word.occasion);
    }
    return put(id, { text: open, ...(full.choices ? { choices: full.choices } : {}) }, word.occasion);
  }

  async function put(conversationId: string, content: OutgoingContent, occasion: string): Promise<void> {
    await say(step, {
      conversationId,
      ticketId: ticket.mergedIntoId ?? ticket.id,
      purpose: word.purpose,
      content,
      ...(conversationId === home?.id ? asReply : {}),
      ...(word.expiresAt === undefined ? {} : { expiresAt: word.expiresAt }),
      ...(together ? { about: { subject: 'incident' as const, id: together.id } } : {}),
      dedupeKey: together ? `${occasion}:${together.id}:${conversationId}` : `${occasion}:${ticket.id}`,
    });
    step.rope.lane(conversationId);
  }
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
    await say(step, {
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
