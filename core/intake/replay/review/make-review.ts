import { Area, Kind, Urgency } from '../../../../prisma/generated/enums.ts';
import { nearestLocale, textsFor } from '../../../text/texts-for.ts';
import type { RememberedMatter } from '../../memory.ts';
import type { HeardMessage, Understand } from '../../understanding.ts';
import { clock } from '../digest.ts';
import type { LoadedChat } from '../load-chats.ts';
import { replayChat } from '../replay-chat.ts';
import type { ReviewData, ReviewLine, ReviewTicket } from './review-data.ts';
import { reviewWordsFor } from './words/words-for.ts';

const REASONS_SHOWN = 6;

/** Everything that a review page of a chat holds: its lines, and what linli would have made of them. Pure. */
export function makeReview(loaded: LoadedChat, tag: string, understands?: Understand): ReviewData {
  const { chat, messages, setting, community, staff } = loaded;
  const texts = textsFor(tag);
  const reason = (what: string): string => texts.reason(what);
  return {
    name: loaded.name,
    chat: chat.name || loaded.name,
    locale: nearestLocale(tag),
    words: reviewWordsFor(tag),
    community: {
      name: community?.name ?? chat.name,
      buildings: [...setting.buildings],
      staff: [...staff],
      locale: setting.locale,
    },
    kinds: Object.values(Kind),
    areas: Object.values(Area),
    urgencies: Object.values(Urgency),
    lines: messages.map((message) => lineOf(message, chat.clockAheadMs)),
    tickets: replayChat(messages, setting, understands).map((matter, at) => ticketOf(matter, `t${at + 1}`, reason)),
  };
}

function lineOf(message: HeardMessage, clockAheadMs: number): ReviewLine {
  const [day = '', time = ''] = clock(message.at, clockAheadMs).split(' ');
  const { id, senderId, senderName, fromStaff, text, hasPhoto, hasVoice, forwarded, replyToId } = message;
  return {
    id,
    day,
    time,
    senderId,
    name: senderName,
    staff: fromStaff,
    text,
    photo: hasPhoto,
    voice: hasVoice,
    forwarded,
    replyTo: replyToId,
  };
}

function ticketOf(matter: RememberedMatter, key: string, reason: (what: string) => string): ReviewTicket {
  const { kind, area, urgency, place, sensitive, doubtful, told, summary, answeredBy, settledBy } = matter;
  return {
    key,
    messages: [...told],
    kind,
    area,
    urgency,
    place: { ...place },
    sensitive,
    answeredBy,
    solvedBy: settledBy,
    summary,
    doubtful,
    why: matter.reasons
      .slice(0, REASONS_SHOWN)
      .map(({ what, weight }) => `${reason(what)} ${weight > 0 ? '+' : ''}${weight}`),
  };
}
