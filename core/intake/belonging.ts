import { analyse } from './analysis.ts';
import { isSmallTalk } from './apart.ts';
import type { Hearing } from './features.ts';
import { sharedThings, shareGrams } from './in-common.ts';
import { elsewhere as elsewhereWords } from './lexicon/elsewhere.ts';
import { isReporter } from './reporters.ts';
import { tiedIn } from './tied.ts';
import type { GroupContext, HeardMessage, KnownMatter } from './understanding.ts';

const elsewhere = Object.keys(elsewhereWords) as (keyof typeof elsewhereWords)[];

/** So long after they have told of a matter, "打错了是3栋" is meant of it. */
const CORRECTED_MS = 10 * 60_000;

/** The matter of which a writer mends the place: the newest that they have opened themselves, of those whose thing they name ("打错了，灯是2栋的") where there are such. Null where nothing is mended, or nothing of theirs. */
export function correctedBy({ message, own, places }: Hearing, { matters, recent }: GroupContext): KnownMatter | null {
  if (!own.concepts.has('correction') || places.length === 0 || own.concepts.has('fault')) return null;
  const replied = recent.find(({ id }) => id === message.replyToId);
  if (message.senderId === null || (replied && replied.senderId !== message.senderId)) return null;
  const theirs = matters.filter(
    ({ reporterIds, openedAt, settledAt }) =>
      settledAt === null &&
      reporterIds[0] === message.senderId &&
      message.at.getTime() - openedAt.getTime() <= CORRECTED_MS,
  );
  const named = theirs.filter(({ summary }) => sharedThings(own, analyse(summary)) > 0);
  const meant = named.length > 0 ? named : theirs;
  return meant.toSorted((one, other) => other.openedAt.getTime() - one.openedAt.getTime())[0] ?? null;
}

/** So soon after the words before it a bare "me too" is meant of those. */
const ME_TOO_MS = 10 * 60_000;
/** So long after the last word of a matter "我也" of the same thing is of that matter. */
const SAME_MS = 60 * 60_000;
/** "+1", "我家也是", "same here": no more is said. */
const BARE = 8;
/** "2栋门禁我也刷不开" is short; more words may tell of more. */
const SHORT = 24;

/**
 * The open matter of others that a plain "me too" is of: nothing else is said, right after a word of that matter; or the thing is named, and of the matters
 * spoken of within the hour it is the only one of that thing, in no other building. Null of everything else.
 */
export function meantByMeToo(
  { message, own, places, danger }: Hearing,
  { matters, recent }: GroupContext,
): KnownMatter | null {
  if (!own.concepts.has('meToo') || danger !== null || message.replyToId !== null || own.size > SHORT) return null;
  if (elsewhere.some((name) => own.concepts.has(name))) return null;
  const isOpen = (one: KnownMatter): boolean => one.settledAt === null && !isReporter(message, one);
  const last = recent.at(-1);
  if (own.things.size === 0) {
    if (!last || last.fromStaff || own.size > BARE || message.at.getTime() - last.at.getTime() > ME_TOO_MS) return null;
    const matter = tiedIn(matters).get(last.id);
    return matter && isOpen(matter) ? matter : null;
  }
  const building = places[0]?.building ?? null;
  const [found, ...others] = matters.filter(
    (one) =>
      isOpen(one) &&
      message.at.getTime() - one.lastMessageAt.getTime() <= SAME_MS &&
      sharedThings(own, analyse(one.summary)) > 0,
  );
  if (!found || others.length > 0) return null;
  return building === null || found.place.building === null || building === found.place.building ? found : null;
}

/** The open matter of their own that somebody has told of lately in the very same words. */
export function repeatedIn({ message, own }: Hearing, { matters, recent }: GroupContext): KnownMatter | null {
  if (own.size === 0 || message.senderId === null) return null;
  const isSame = (one: HeardMessage): boolean =>
    one.senderId === message.senderId &&
    one.text === message.text &&
    message.at.getTime() - one.at.getTime() <= SAME_MS;
  const before = recent.findLast(isSame);
  const matter = before && tiedIn(matters).get(before.id);
  return matter?.settledAt === null && isReporter(message, matter) ? matter : null;
}

/** The matter of their own of which a reporter asks how it stands, where they name its thing, and only one of their open ones is of that. */
export function askedByName({ message, own }: Hearing, { matters }: GroupContext): KnownMatter | null {
  if (!own.concepts.has('chase') || own.things.size === 0) return null;
  const theirs = matters.filter((one) => one.settledAt === null && isReporter(message, one));
  const [found, ...others] = theirs.filter(({ summary }) => sharedThings(own, analyse(summary)) > 0);
  return found && theirs.length > 1 && others.length === 0 ? found : null;
}

/** What is strange to a matter belongs to it from so much belief on. */
export const STRANGE_FROM = 0.7;

/** Whether a message has neither a thing nor a word in common with a matter of somebody else, or is small talk: no reply, and no "me too". */
export function isStrangeTo({ own, message }: Hearing, matter: KnownMatter): boolean {
  if (own.size === 0 || own.concepts.has('meToo') || own.concepts.has('agree')) return false;
  if (isReporter(message, matter) && !isSmallTalk(own)) return false;
  if (message.replyToId !== null && matter.messages.includes(message.replyToId)) return false;
  const about = analyse(matter.summary);
  return sharedThings(own, about) === 0 && shareGrams(own, about, 1) === 0;
}

/** Whether danger that no word of the lexicon names is told by somebody else than the reporter, and of another thing: it is a matter of its own. */
export const isDangerOfItsOwn = ({ danger, own, message }: Hearing, matter: KnownMatter): boolean =>
  danger === null &&
  own.things.size > 0 &&
  !isReporter(message, matter) &&
  sharedThings(own, analyse(matter.summary)) === 0;
