import { normalise } from '../../intake/normalise.ts';
import type { Heard } from '../../intake/heard.ts';
import type { HeardMessage } from '../../intake/understanding.ts';
import { missedIn } from './missed.ts';
import { joinsIn } from './signs.ts';

/** What somebody joins in who says no more than "me too" or "is it back?". */
export interface Joined {
  /** Who told of it before. */
  senderId: string;
  /** What they told, and what is added now. */
  text: string;
}

/** "Me too" is said to one of the last words, and soon after them. */
const LAST_WORDS = 6;
const SOON_MS = 30 * 60_000;

/**
 * The words about an outage that a short word is said to: those it replies to; to ask whether it is back also what its writer told
 * before, however long ago. Null where it is no such word, or the talk is about something else.
 *
 * @param text the short word, normalised
 */
export function joinedIn(
  { replyToId, speaker, event }: Pick<Heard, 'replyToId' | 'speaker' | 'event'>,
  text: string,
  recent: readonly HeardMessage[],
): Joined | null {
  const as = joinsIn(text);
  if (as === null || missedIn(text).length > 0) return null;
  const at = new Date(event.at).getTime();
  const tells = ({ senderId, fromStaff, text: said }: HeardMessage): boolean =>
    senderId !== null && !fromStaff && missedIn(normalise(said)).length > 0;
  const last = recent.slice(-LAST_WORDS).filter((one) => at - one.at.getTime() <= SOON_MS);
  const own = as === 'chase' ? recent.filter(({ senderId }) => senderId === speaker?.personId) : [];
  const replied = replyToId === null ? null : recent.filter(({ id }) => id === replyToId);
  const found = (replied ?? [...own, ...last]).findLast(tells);
  return found && found.senderId !== null
    ? { senderId: found.senderId, text: `${normalise(found.text)} ${text}` }
    : null;
}
