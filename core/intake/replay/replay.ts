import { resolve } from 'node:path';
import { textsFor } from '../../text/texts-for.ts';
import { digestOf } from './digest.ts';
import { loadChats, type LoadedChat, type LoadOptions } from './load-chats.ts';
import { replayChat } from './replay-chat.ts';
import { idInJson, type ReplayIo } from './replay-io.ts';
import { writeReview } from './review/write-review.ts';
import { printedLocale, type ReplayWords, wordsFor } from './words.ts';
import type { RememberedMatter } from '../memory.ts';
import type { Understand } from '../understanding.ts';

export interface ReplayOptions extends LoadOptions {
  /** One JSON object per ticket and line on stdout; everything else goes to stderr. */
  json: boolean;
  /** Instead of printing, write a page for each chat on which its tickets can be looked through and put right. */
  review?: boolean;
  /** Where that page goes; without it `NAME.review.html` beside the file. */
  out?: string;
}

/**
 * Reads chat histories as Telegram Desktop and tools for WeChat export them and says what linli would have made of them. Needs no database
 * and no token. Returns the exit code: 0, or 2 when a file (or its labels) is not what it should be; the other files are
 * replayed nevertheless. `understands` stands in for the understanding.
 */
export async function replay(
  files: readonly string[],
  options: ReplayOptions,
  io: ReplayIo,
  understands?: Understand,
): Promise<number> {
  const words = wordsFor(options.locale ?? 'en');
  if (files.length === 0) {
    io.err(words.noFiles);
    return 2;
  }
  if (options.out !== undefined && !options.review) {
    io.err(words.outWithoutReview);
    return 2;
  }
  if (options.out !== undefined && files.length > 1) {
    io.err(words.outForOne);
    return 2;
  }
  if (options.out !== undefined && files.some((file) => resolve(file) === resolve(options.out ?? ''))) {
    io.err(words.outIsTheChat);
    return 2;
  }
  let code = 0;
  for (const file of files) if (!(await replayFile(file, options, words, io, understands))) code = 2;
  return code;
}

async function replayFile(
  file: string,
  options: ReplayOptions,
  words: ReplayWords,
  io: ReplayIo,
  understands: Understand | undefined,
): Promise<boolean> {
  const loaded = await loadChats(file, options, words);
  if (loaded.kind === 'refused') {
    io.err(loaded.said);
    return false;
  }
  for (const note of loaded.notes) io[options.json ? 'err' : 'out'](note);
  if (options.review) return writeReview(file, loaded.chats, options, words, io);
  for (const chat of loaded.chats) say(chat, replayChat(chat.messages, chat.setting, understands), options, words, io);
  return true;
}

function say(
  { name, messages, notes, chat, nameOf }: LoadedChat,
  tickets: readonly RememberedMatter[],
  options: ReplayOptions,
  words: ReplayWords,
  io: ReplayIo,
): void {
  if (options.json) {
    for (const note of notes) io.err(`${name}:${note}`);
    for (const ticket of tickets) io.out(JSON.stringify(asJson(name, ticket)));
    return;
  }
  const doubts = tickets.filter(({ doubtful }) => doubtful).length;
  io.out(words.header(name, messages.length, tickets.length - doubts, doubts));
  for (const note of notes) io.out(note);
  const texts = textsFor(printedLocale(options.locale ?? 'en'));
  const reason = (what: string): string => texts.reason(what);
  const byId = new Map(messages.map((message) => [message.id, message]));
  for (const ticket of tickets) {
    io.out('');
    for (const line of digestOf(ticket, byId, nameOf, words, reason, chat.clockAheadMs)) io.out(line);
  }
  io.out('');
}

/** The form that measurements read. */
function asJson(chat: string, { told, kind, area, urgency, place, reporterIds, doubtful }: RememberedMatter): object {
  return { chat, messages: told.map(idInJson), kind, area, urgency, place, reporters: reporterIds, doubtful };
}
