import { homeOf } from './place/place-of.ts';
import { tiedIn } from './tied.ts';
import type { GroupContext, HeardMessage } from './understanding.ts';

const MINUTE = 60_000;
/** Of so many messages, what share must be replies to be usual, and of how many at most which share where they are rare. */
const USUAL = { of: 12, from: 0.08 };
const RARE = { of: 30, below: 0.02 };

/** What was going on when a message was said. */
export interface Around {
  lastByStaff: boolean;
  /** When the sender spoke before, and whether that belongs to a matter. */
  ownLast: string;
  /** It is the first word of the group, as far as anybody remembers. */
  isFirst: boolean;
  /** Whether people of this group usually reply to the very message that they mean, or rarely; null where too little was said to tell. */
  replies: 'usual' | 'rare' | null;
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
