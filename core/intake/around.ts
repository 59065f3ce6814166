import { homeOf } from './place/place-of.ts';
import { tiedIn } from './tied.ts';
import type { GroupContext, HeardMessage, KnownMatter } from './understanding.ts';

const MINUTE = 60_000;
/** Of so many messages, what share must be replies to be usual, and of how many at most which share where they are rare. */
const USUAL = { of: 12, from: 0.08 };
const RARE = { of: 30, below: 0.02 };
/** Of so many words of residents, what share is usually of matters; a smaller share than the least counts as that, so that no group is ever thought silent. */
const OF_MATTERS = { of: 20, usual: 0.15, least: 0.03 };

/** What was going on when a message was said. */
export interface Around {
  lastByStaff: boolean;
  /** When the sender spoke before, and whether that belongs to a matter. */
  ownLast: string;
  /** It is the first word of the group, as far as anybody remembers. */
  isFirst: boolean;
  /** Whether people of this group usually reply to the very message that they mean, or rarely; null where too little was said to tell. */
  replies: 'usual' | 'rare' | null;
  /** How much of what residents said lately belongs to matters, beside what is usual: 0 where it is as usual, or too little was said to tell. */
  ofMatters: number;
  /** The sender's flat is on record, or their name tells it. */
  hasHome: boolean;
}

/** How a message stands among those before it. */
export function aroundOf(message: HeardMessage, { matters, recent, setting }: GroupContext): Around {
  const { senderId } = message;
  const last = recent.at(-1);
  const own = senderId === null ? undefined : recent.findLast((earlier) => earlier.senderId === senderId);
  return {
    lastByStaff: last?.fromStaff ?? false,
    ownLast: own ? `${ago(message, own)}${tiedIn(matters).has(own.id) ? ', of a matter' : ''}` : 'long ago',
    isFirst: last === undefined,
    replies: repliesIn(recent),
    ofMatters: ofMattersIn(recent, tiedIn(matters)),
    hasHome: homeOf(message, setting) !== null,
  };
}

function ago(message: HeardMessage, earlier: HeardMessage): string {
  const minutes = (message.at.getTime() - earlier.at.getTime()) / MINUTE;
  return minutes <= 2 ? 'within 2 min' : minutes <= 10 ? 'within 10 min' : 'before';
}

/** Whether a message replies to another, by its id or by quoting its words. */
export const isReply = ({ replyToId, quotedText }: Pick<HeardMessage, 'replyToId' | 'quotedText'>): boolean =>
  replyToId !== null || quotedText !== null;

/** Whether replies are usual among these messages. */
function repliesIn(recent: readonly HeardMessage[]): Around['replies'] {
  let count = 0;
  for (const message of recent) if (isReply(message)) count++;
  if (recent.length >= USUAL.of && count >= USUAL.from * recent.length) return 'usual';
  return recent.length >= RARE.of && count < RARE.below * recent.length ? 'rare' : null;
}

/** Negative where less of what residents said is of matters than usual: the logarithm of how much less. */
function ofMattersIn(recent: readonly HeardMessage[], tied: ReadonlyMap<string, KnownMatter>): number {
  let said = 0;
  let count = 0;
  for (const { id, fromStaff } of recent) {
    if (fromStaff) continue;
    said++;
    if (tied.has(id)) count++;
  }
  return said < OF_MATTERS.of ? 0 : Math.log(Math.max(OF_MATTERS.least, count / said) / OF_MATTERS.usual);
}
