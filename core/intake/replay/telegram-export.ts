import type { HeardMessage } from '../understanding.ts';

/** One chat of an export. Messages are in the order of the file, which is that of time. */
export interface ExportedChat {
  id: string;
  name: string;
  messages: HeardMessage[];
  /** Who sent how much, by id, with the name last seen. */
  senders: Map<string, { name: string; count: number }>;
  /** What the exporting computer's clock was ahead of UTC, in milliseconds; 0 where the file does not tell. */
  clockAheadMs: number;
  /** How many entries were left out, by reason. */
  skipped: Map<SkipReason, number>;
}

/** `recalled`: taken back by who wrote it. `loose`: lines of a text file that belong to no message. */
export type SkipReason = 'service' | 'unsupported' | 'no_date' | 'not_a_message' | 'recalled' | 'loose';

type Json = Record<string, unknown>;
const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOr = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

/** Ids are numbers in exports; text is taken as well. */
const idOr = (value: unknown, otherwise: string): string =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : otherwise;

/**
 * The chats of what Telegram Desktop wrote: one chat (`messages`), or a whole account (`chats.list[]`, and `left_chats.list[]`).
 * Null when the value is neither.
 */
export function chatsIn(value: unknown): ExportedChat[] | null {
  if (!isRecord(value)) return null;
  if (Array.isArray(value.messages)) return [readChat(value, value.messages)];
  const lists = [value.chats, value.left_chats].filter(isRecord).map(({ list }) => list);
  if (!lists.some((list) => Array.isArray(list))) return null;
  return lists
    .flatMap((list): unknown[] => (Array.isArray(list) ? list : []))
    .filter(isRecord)
    .filter((chat) => Array.isArray(chat.messages))
    .map((chat) => readChat(chat, Array.isArray(chat.messages) ? chat.messages : []));
}

function readChat(chat: Json, entries: readonly unknown[]): ExportedChat {
  const read: ExportedChat = {
    id: idOr(chat.id, ''),
    name: textOr(chat.name, ''),
    messages: [],
    senders: new Map(),
    clockAheadMs: clockAhead(entries),
    skipped: new Map(),
  };
  const skip = (reason: SkipReason): void => void read.skipped.set(reason, (read.skipped.get(reason) ?? 0) + 1);
  for (const entry of entries) {
    if (!isRecord(entry) || (typeof entry.id !== 'number' && typeof entry.id !== 'string')) skip('not_a_message');
    else if (entry.type === 'service') skip('service');
    else if (entry.type === 'unsupported' || (entry.type === undefined && entry.text === undefined))
      skip('unsupported');
    else {
      const at = timeOf(entry);
      if (!at) skip('no_date');
      else {
        const message = readMessage(entry, at);
        read.messages.push(message);
        if (message.senderId !== null) {
          const known = read.senders.get(message.senderId);
          read.senders.set(message.senderId, {
            name: message.senderName || (known?.name ?? ''),
            count: (known?.count ?? 0) + 1,
          });
        }
      }
    }
  }
  return read;
}

/** `date` is written by the local clock, `date_unixtime` is not: their distance is the zone. */
function clockAhead(entries: readonly unknown[]): number {
  const entry = entries
    .slice(0, 1000)
    .filter(isRecord)
    .find(({ date, date_unixtime: seconds }) => typeof date === 'string' && seconds !== undefined);
  const ahead = entry ? Date.parse(`${textOr(entry.date, '')}Z`) - Number(entry.date_unixtime) * 1000 : 0;
  return Math.abs(ahead) <= 15 * 60 * 60_000 ? ahead : 0;
}

/** `date_unixtime` where there is one; `date` of old files has no zone and is taken for UTC, which keeps distances right. */
function timeOf(entry: Json): Date | null {
  const seconds = Number(entry.date_unixtime);
  if (entry.date_unixtime !== undefined && Number.isFinite(seconds) && seconds > 0) return new Date(seconds * 1000);
  if (typeof entry.date !== 'string') return null;
  const at = new Date(/(?:Z|[+-]\d\d:?\d\d)$/.test(entry.date) ? entry.date : `${entry.date}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}

function readMessage(entry: Json, at: Date): HeardMessage {
  const media = textOr(entry.media_type, '');
  const sender = textOr(entry.from_id, '');
  const mime = textOr(entry.mime_type, '');
  return {
    id: String(entry.id),
    at,
    senderId: sender || (typeof entry.from === 'string' && entry.from ? `name:${entry.from}` : null),
    senderName: textOr(entry.from, ''),
    fromStaff: false,
    flat: null,
    text: textOf(entry.text),
    replyToId: idOr(entry.reply_to_message_id, '') || null,
    quotedText: null,
    hasPhoto: entry.photo !== undefined || media === 'video_file' || (media === '' && mime.startsWith('image/')),
    hasVoice: media === 'voice_message' || media === 'video_message',
    albumKey: null,
    forwarded:
      typeof entry.forwarded_from === 'string' ||
      entry.forwarded_from_id !== undefined ||
      entry.saved_from !== undefined,
  };
}

/** `text` is a string, or an array of strings and marked pieces. */
function textOf(text: unknown): string {
  if (typeof text === 'string') return text;
  if (!Array.isArray(text)) return '';
  return text
    .map((piece: unknown) => (typeof piece === 'string' ? piece : isRecord(piece) ? textOr(piece.text, '') : ''))
    .join('');
}
