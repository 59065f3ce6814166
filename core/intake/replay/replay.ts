import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { NotJsonError } from './repair-json.ts';
import { ZodError } from 'zod';
import { digestOf } from './digest.ts';
import { guessStaff } from './guess-staff.ts';
import { type Community, markStaff, readCommunity, settingOf } from './labels.ts';
import { readExport } from './read-export.ts';
import { replayChat } from './replay-chat.ts';
import type { ExportedChat } from './telegram-export.ts';
import { type ReplayWords, wordsFor } from './words.ts';
import type { RememberedMatter } from '../memory.ts';

export interface ReplayOptions {
  /** One JSON object per ticket and line on stdout; everything else goes to stderr. */
  json: boolean;
  /** Ids of staff accounts. Without them, and without labels, names that look like an office are taken. */
  staff?: string[];
  /** Take community and staff from the neighbouring `NAME.labels.json`. */
  labels?: boolean;
  /** In which language the digest is written; English without. */
  locale?: string;
}

/** Where replay speaks: `out` is stdout, `err` is stderr; a line at a time, without its end. */
export interface ReplayIo {
  out(line: string): void;
  err(line: string): void;
}

/**
 * Reads chat histories as Telegram Desktop exports them and says what linli would have made of them. Needs no database
 * and no token. Returns the exit code: 0, or 2 when a file (or its labels) is not what it should be; the other files are
 * replayed nevertheless.
 */
export async function replay(files: readonly string[], options: ReplayOptions, io: ReplayIo): Promise<number> {
  const words = wordsFor(options.locale ?? 'en');
  if (files.length === 0) {
    io.err(words.noFiles);
    return 2;
  }
  let code = 0;
  for (const file of files) if (!(await replayFile(file, options, words, io))) code = 2;
  return code;
}

async function replayFile(file: string, options: ReplayOptions, words: ReplayWords, io: ReplayIo): Promise<boolean> {
  const read = await readExport(file);
  if (read.kind === 'no_export') {
    io.err(words.noExport[read.why](file));
    return false;
  }
  let community: Community | null = null;
  if (options.labels) {
    const labels = file.replace(/(?:\.json)?$/i, '.labels.json');
    community = await communityFrom(labels);
    if (!community) {
      io.err(words.badLabels(labels));
      return false;
    }
  }
  if (read.repaired > 0) io[options.json ? 'err' : 'out'](words.repaired(read.repaired));
  const fileName = basename(file).replace(/\.json$/i, '');
  for (const chat of read.chats) {
    const name = read.chats.length === 1 ? fileName : chat.name || chat.id;
    say(chat, name, community, options, words, io);
  }
  return true;
}

async function communityFrom(file: string): Promise<Community | null> {
  try {
    return readCommunity(await readFile(file, 'utf8'));
  } catch (error) {
    const expected =
      error instanceof ZodError || error instanceof NotJsonError || (error instanceof Error && 'code' in error);
    if (!expected) throw error;
    return null;
  }
}

function say(
  chat: ExportedChat,
  name: string,
  community: Community | null,
  options: ReplayOptions,
  words: ReplayWords,
  io: ReplayIo,
): void {
  const told = options.staff ?? community?.staff;
  const staff = told ?? guessStaff(chat);
  const messages = markStaff(chat, new Set(staff));
  const setting = community
    ? settingOf(community)
    : { buildings: [], groupBuildings: [], locale: options.locale ?? 'zh-CN' };
  const tickets = replayChat(messages, setting);
  const nameOf = (id: string): string => chat.senders.get(id)?.name || id;
  const notes = notesOn(chat, staff.map(nameOf), told === undefined, words);
  if (options.json) {
    for (const note of notes) io.err(`${name}:${note}`);
    for (const ticket of tickets) io.out(JSON.stringify(asJson(name, ticket)));
    return;
  }
  const doubts = tickets.filter(({ doubtful }) => doubtful).length;
  io.out(words.header(name, messages.length, tickets.length - doubts, doubts));
  for (const note of notes) io.out(note);
  const byId = new Map(messages.map((message) => [message.id, message]));
  for (const ticket of tickets) {
    io.out('');
    for (const line of digestOf(ticket, byId, nameOf, words, chat.clockAheadMs)) io.out(line);
  }
  io.out('');
}

function notesOn(chat: ExportedChat, staff: readonly string[], guessed: boolean, words: ReplayWords): string[] {
  const notes: string[] = [];
  const skipped = [...chat.skipped].map(([reason, count]) => `${count} ${words.skipped[reason]}`);
  if (skipped.length > 0) notes.push(words.skippedLine(skipped.join(', ')));
  if (guessed) notes.push(staff.length > 0 ? words.staff(staff.join(', ')) : words.noStaff);
  return notes;
}

/** The form that measurements read. Message ids are numbers, as the export has them. */
function asJson(chat: string, { told, kind, area, urgency, place, reporterIds, doubtful }: RememberedMatter): object {
  const messages = told.map((id) => (/^-?\d+$/.test(id) ? Number(id) : id));
  return { chat, messages, kind, area, urgency, place, reporters: reporterIds, doubtful };
}
