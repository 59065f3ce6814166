import { analyse } from './analysis.ts';
import { isSmallTalk } from './apart.ts';
import type { Hearing } from './features.ts';
import { sharedThings, shareGrams } from './in-common.ts';
import { isReporter } from './reporters.ts';
import type { GroupContext, KnownMatter } from './understanding.ts';

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
