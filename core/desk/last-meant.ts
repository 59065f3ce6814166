import type { TicketStatus } from '../../prisma/generated/enums.ts';
import type { TicketVerb } from './verb.ts';

/** A word of ours about a ticket, as it stands in a conversation: a card, a question, a note, a reminder. */
export interface WordAbout {
  ticketId: string;
  code: string;
  summary: string;
  /** How the ticket stands now. */
  status: TicketStatus;
  /** Who speaks has taken it, and it is not done. */
  inHand: boolean;
  /** Who speaks was asked to take it over. */
  offered: boolean;
  sentAt: Date;
}

/** `which`: any of these may be meant, up to three, the likeliest first. */
export type Meant = { kind: 'one'; word: WordAbout } | { kind: 'which'; words: WordAbout[] } | { kind: 'none' };

const hours = 3_600_000;
/** A card older than this is not what a bare word is about. */
export const MEANT_FOR_MS = 12 * hours;
/** Whether something of ours stood there when a message was written: platforms tell its time in whole seconds. */
export function stoodThere(sentAt: Date, at: Date): boolean {
  const age = at.getTime() - sentAt.getTime();
  return age > -1000 && age <= MEANT_FOR_MS;
}

/** What came so shortly before a word cannot have been read by whoever wrote it. */
export const UNREAD_MS = 20_000;
const offeredAtMost = 3;

/** What a verb can be said of; the others are refused, so that they are hardly meant. */
const fitting: Record<TicketVerb, readonly TicketStatus[]> = {
  take: ['open'],
  reopen: ['done', 'closed', 'dismissed'],
  show: ['open', 'accepted', 'waiting', 'done', 'closed', 'merged', 'dismissed'],
  decline: ['open', 'accepted', 'waiting'],
  postpone: ['open', 'accepted', 'waiting'],
  follow_up: ['closed'],
  adopt: ['open', 'accepted', 'waiting', 'done', 'closed'],
  turn_down: ['open', 'accepted', 'waiting', 'done', 'closed'],
  ...forWork(['answer', 'ask', 'promise', 'progress', 'pass', 'merge', 'dismiss', 'done']),
};

function forWork<Verb extends TicketVerb>(verbs: readonly Verb[]): Record<Verb, readonly TicketStatus[]> {
  const work: readonly TicketStatus[] = ['open', 'accepted', 'waiting'];
  return Object.fromEntries(verbs.map((verb) => [verb, work])) as Record<Verb, readonly TicketStatus[]>;
}

/**
 * Which ticket a verb alone is about: that of our last word in the conversation. It is asked about, and nothing done, when
 * the word came in the last 20 seconds and another ticket's stands before it; when the verb cannot be said of the last one
 * and can of another; and when the writer has another one in hand and has not taken this one. With `firm` false the verb is
 * an everyday word, and it is always asked.
 *
 * @param words newest first
 * @param at the platform's time of the message: what came later, or more than 12 hours before, counts for nothing
 */
export function lastMeant(verb: TicketVerb, firm: boolean, words: readonly WordAbout[], at: Date): Meant {
  const heard = words.filter(({ sentAt }) => stoodThere(sentAt, at));
  const [last, ...others] = eachTicketOnce(heard);
  if (!last) return { kind: 'none' };
  const fits = (word: WordAbout): boolean => canBeSaidOf(verb, word);
  const unread = at.getTime() - last.sentAt.getTime() < UNREAD_MS;
  const rivals = others.filter(
    (word) => fits(word) && (!firm || unread || !fits(last) || isNearerAtHand(word, last, verb)),
  );
  if (firm && rivals.length === 0) return { kind: 'one', word: last };
  const asked = fits(last) ? [last, ...rivals] : rivals;
  return asked.length === 0 ? { kind: 'none' } : { kind: 'which', words: asked.slice(0, offeredAtMost) };
}

/** Who was asked to take something over may take it, whoever has it in hand; what was not offered cannot be declined. */
function canBeSaidOf(verb: TicketVerb, { status, offered }: WordAbout): boolean {
  const inWork = status === 'accepted' || status === 'waiting';
  if (verb === 'take' && offered && inWork) return true;
  return fitting[verb].includes(status) && (verb !== 'decline' || offered);
}

const isNearerAtHand = (word: WordAbout, last: WordAbout, verb: TicketVerb): boolean =>
  word.inHand && !last.inHand && verb !== 'show';

/** By the newest word about each. */
function eachTicketOnce(words: readonly WordAbout[]): WordAbout[] {
  const seen = new Set<string>();
  return words.filter(({ ticketId }) => !seen.has(ticketId) && seen.add(ticketId));
}
