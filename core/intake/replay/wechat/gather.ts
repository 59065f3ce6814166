import type { HeardMessage } from '../../understanding.ts';
import type { ExportedChat, SkipReason } from '../telegram-export.ts';
import { type ContentKind, readContent, systemKind } from './content.ts';
import type { WallTime } from './wall-time.ts';

/** One entry of a WeChat history as its file has it, whatever the shape. */
export interface Entry {
  /** The file's own id, where it has one. */
  id: string | null;
  /** Null when the file gives none that can be read. */
  time: WallTime | null;
  senderId: string | null;
  senderName: string;
  content: string;
  kind: ContentKind | null;
  /** The file's id of what it replies to, where it says. */
  replyToId?: string | null;
  /** What it replies to, in the words of a field of its own. */
  quote?: string | null;
}

/** How far back a quote is looked for. */
const QUOTED_WITHIN = 500;

/**
 * Makes a chat of the entries of a file. Lines of the system and messages that were taken back are counted and left out. Without ids of
 * their own (or when they repeat) messages are numbered by their place in the file, from 1. Quotes become replies where what they quote is found.
 */
export function gatherChat(chat: { id: string; name: string }, entries: readonly Entry[]): ExportedChat {
  const skipped = new Map<SkipReason, number>();
  const skip = (reason: SkipReason): void => void skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
  const senders: ExportedChat['senders'] = new Map();
  const messages: HeardMessage[] = [];
  const ownIds = new Set(entries.map(({ id }) => id));
  const keepsIds = ownIds.size === entries.length && !ownIds.has(null) && !ownIds.has('');
  let clockAheadMs: number | null = null;
  let last = Number.NEGATIVE_INFINITY;
  let inOrder = true;
  for (const [at, entry] of entries.entries()) {
    const system = systemOf(entry);
    const nobody = entry.senderId === null && entry.senderName === '';
    if (system === 'recalled') skip('recalled');
    else if (system === 'system' || (nobody && entry.kind === null)) skip('service');
    else if (!entry.time) skip('no_date');
    else {
      const message = messageFrom(entry, entry.time.at, keepsIds && entry.id !== null ? entry.id : String(at + 1));
      clockAheadMs ??= entry.time.aheadMs;
      inOrder &&= message.at.getTime() >= last;
      last = message.at.getTime();
      messages.push(message);
      if (message.senderId !== null) {
        const known = senders.get(message.senderId);
        senders.set(message.senderId, {
          name: message.senderName || (known?.name ?? ''),
          count: (known?.count ?? 0) + 1,
        });
      }
    }
  }
  // Some tools write the newest first. The order of equal times is that of the file.
  if (!inOrder) messages.sort((a, b) => a.at.getTime() - b.at.getTime());
  return { ...chat, messages: withReplies(messages), senders, clockAheadMs: clockAheadMs ?? 0, skipped };
}

/** What the file calls words was said by somebody, however it sounds. */
function systemOf({ kind, content }: Entry): 'system' | 'recalled' | null {
  if (kind === 'recalled') return kind;
  if (kind === 'system') return systemKind(content) ?? kind;
  return kind === null ? systemKind(content) : null;
}

function messageFrom(entry: Entry, at: Date, id: string): HeardMessage {
  const { text, quote, hasPhoto, hasVoice, forwarded } = readContent(entry.content, entry.kind);
  return {
    id,
    at,
    senderId: entry.senderId ?? (entry.senderName === '' ? null : `name:${entry.senderName}`),
    senderName: entry.senderName,
    fromStaff: false,
    flat: null,
    text,
    replyToId: entry.replyToId ?? null,
    quotedText: entry.quote ?? quote,
    hasPhoto,
    hasVoice,
    albumKey: null,
    forwarded,
  };
}

function withReplies(messages: readonly HeardMessage[]): HeardMessage[] {
  return messages.map((message, at) => {
    if (message.quotedText === null || message.replyToId !== null) return message;
    const before = messages.slice(Math.max(0, at - QUOTED_WITHIN), at);
    const quoted = before.findLast((earlier) => quotes(message.quotedText ?? '', earlier));
    return quoted ? { ...message, replyToId: quoted.id } : message;
  });
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Whether a quote is of that message: its name and the beginning of its words, since apps shorten them. */
function quotes(quote: string, { senderName, text, hasPhoto, hasVoice }: HeardMessage): boolean {
  const whole = plain(quote);
  const name = plain(senderName);
  const rest =
    name !== '' && whole.startsWith(name) ? /^\s*[:：]\s*([^]*)$/.exec(whole.slice(name.length))?.[1] : undefined;
  const words = (rest ?? whole).replace(/(?:…|\.\.\.)$/, '').trim();
  const said = plain(text);
  if (rest !== undefined && (words === '' || /^!?\[?(?:图片|语音|视频|photo|voice|video)/i.test(words)))
    return (hasPhoto || hasVoice) && said === '';
  if (said === '' || words.length < 2) return said !== '' && said === words;
  return said === words || (words.length >= 4 && said.startsWith(words));
}
