import type { SaidChoice } from '../outbox/numbered.ts';
import { stoodThere, UNREAD_MS } from './last-meant.ts';
import { readChoice } from './read-choice.ts';

/** A word of ours that showed choices in words. */
export interface Offer {
  ticketId: string | null;
  /** What it is about, where that is no ticket. */
  subjectId?: string | null;
  choices: readonly SaidChoice[];
  sentAt: Date;
  /** It answered the writer, or somebody else; null where it was said to all. */
  to: 'writer' | 'somebody_else' | null;
}

/** `which`: any of these may be meant; nothing is to be done but to ask. */
export type BareChoice<T extends Offer> =
  | { kind: 'one'; offer: T; choice: SaidChoice }
  | { kind: 'which'; offers: { offer: T; choice: SaidChoice }[] }
  | { kind: 'none' };

/** A number so shortly after a colleague's words may well be said to the colleague. */
const TALK_MS = 120_000;

/**
 * What a number or a label alone is the answer to, in a conversation where people also talk with one another: the last of our
 * words with choices, unless it was for somebody else. A question of ours to the writer goes first. It is asked about when
 * the last one came within 20 seconds and another stands before it, when a colleague was asked something since, or when one
 * spoke less than two minutes ago. A label counts only where nobody has spoken since; a number that was not offered is talk.
 *
 * @param offers newest first
 * @param talkedAt when somebody else last said something that was not for the desk
 */
export function bareChoice<T extends Offer>(
  text: string,
  offers: readonly T[],
  at: Date,
  talkedAt: Date | null,
): BareChoice<T> {
  const isNumber = /^\s*[\d\uFE0F\u20E3\s.。、,，!！)）]+$/u.test(text.normalize('NFKC'));
  const read = offers
    .filter(({ to, sentAt }) => to !== 'somebody_else' && stoodThere(sentAt, at))
    .map((offer) => ({ offer, read: readChoice(text, offer.choices) }));
  const isUnread = ({ sentAt }: Offer): boolean => at.getTime() - sentAt.getTime() < UNREAD_MS;
  const asked = read.find(({ offer }) => offer.to === 'writer' || !isUnread(offer));
  const last = asked?.offer.to === 'writer' ? asked : read[0];
  if (!last || last.read.kind !== 'chosen' || last.read.rest !== '') return { kind: 'none' };
  if (!isNumber && /^[一二三四五六七八九十]$/u.test(text.trim())) return { kind: 'none' };
  const meant = { offer: last.offer, choice: last.read.choice };
  if (last.offer.to === 'writer') return { kind: 'one', ...meant };
  const isTalk = talkedAt !== null && talkedAt > last.offer.sentAt && talkedAt <= at;
  if (isTalk && !isNumber) return { kind: 'none' };
  const rival = isUnread(last.offer)
    ? read.find(({ offer }) => offer !== last.offer && !isAboutTheSame(offer, last.offer))
    : undefined;
  const rivals =
    rival?.read.kind === 'chosen' && rival.read.rest === '' ? [{ offer: rival.offer, choice: rival.read.choice }] : [];
  const { sentAt } = last.offer;
  // Under the menu that a colleague was shown, a number may be advice to the colleague.
  const isAdvice = offers.some(
    (offer) => offer.to === 'somebody_else' && offer.sentAt > sentAt && stoodThere(offer.sentAt, at),
  );
  const isDoubtful = isAdvice || rivals.length > 0 || (isTalk && at.getTime() - talkedAt.getTime() < TALK_MS);
  return isDoubtful ? { kind: 'which', offers: [meant, ...rivals] } : { kind: 'one', ...meant };
}

/** Questions about one thing follow each other: the last is meant. */
function isAboutTheSame(one: Offer, other: Offer): boolean {
  if (one.ticketId !== null) return one.ticketId === other.ticketId;
  return other.ticketId === null && one.subjectId != null && one.subjectId === other.subjectId;
}
