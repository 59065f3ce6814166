import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { ZodError } from 'zod';
import type { GroupSetting, HeardMessage } from '../understanding.ts';
import { guessStaff } from './guess-staff.ts';
import { type Community, markStaff, readCommunity, settingOf } from './labels.ts';
import { readExport } from './read-export.ts';
import { NotJsonError } from './repair-json.ts';
import type { ExportedChat } from './telegram-export.ts';
import type { ReplayWords } from './words.ts';

export interface LoadOptions {
  /** Ids of staff accounts. Without them, and without labels, names that look like an office are taken. */
  staff?: string[];
  /** Take community and staff from the neighbouring `NAME.labels.json`. */
  labels?: boolean;
  /** In which language people are told; also that of a group of which nothing is known. */
  locale?: string;
}

/** A chat of a file, ready to be understood. */
export interface LoadedChat {
  /** By which it is called in what is printed: the file's name, or the chat's where a file has several. */
  name: string;
  chat: ExportedChat;
  /** With the staff's marked. */
  messages: HeardMessage[];
  setting: GroupSetting;
  community: Community | null;
  staff: readonly string[];
  nameOf: (senderId: string) => string;
  /** What was left out or guessed, a sentence each. */
  notes: string[];
}

export type Loaded =
  /** `notes` are of the whole file. */
  | { kind: 'chats'; chats: LoadedChat[]; notes: string[] }
  /** The file or its labels are not what they should be; `said` names the mistake and the mend. */
  | { kind: 'refused'; said: string };

/** The name of a file without its folder and its ending. */
export const nameOfFile = (file: string): string => basename(file).replace(/\.(?:json|csv|tsv|txt|md)$/i, '');

const labelsBeside = (file: string): string => file.replace(/(?:\.(?:json|csv|tsv|txt|md))?$/i, '.labels.json');

/** Reads the chats of a file and marks who works for the office. */
export async function loadChats(file: string, options: LoadOptions, words: ReplayWords): Promise<Loaded> {
  const read = await readExport(file);
  if (read.kind === 'no_export') return { kind: 'refused', said: words.noExport[read.why](file) };
  let community: Community | null = null;
  if (options.labels) {
    const labels = labelsBeside(file);
    community = await communityFrom(labels);
    if (!community) return { kind: 'refused', said: words.badLabels(labels) };
  }
  const notes = [
    ...(read.encoding === null ? [] : [words.encoding(read.encoding)]),
    ...(read.repaired > 0 ? [words.repaired(read.repaired)] : []),
    ...(read.unreadable > 0 ? [words.unreadable(read.unreadable)] : []),
  ];
  const chats = read.chats.map((chat) =>
    loadedChat(chat, read.chats.length === 1 ? nameOfFile(file) : chat.name || chat.id, community, options, words),
  );
  return { kind: 'chats', chats, notes };
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

function loadedChat(
  chat: ExportedChat,
  name: string,
  community: Community | null,
  options: LoadOptions,
  words: ReplayWords,
): LoadedChat {
  const told = options.staff ?? community?.staff;
  const staff = told ?? guessStaff(chat);
  const nameOf = (id: string): string => chat.senders.get(id)?.name || id;
  const skipped = [...chat.skipped].map(([reason, count]) => `${count} ${words.skipped[reason]}`);
  return {
    name,
    chat,
    messages: markStaff(chat, new Set(staff)),
    setting: community
      ? settingOf(community)
      : { buildings: [], groupBuildings: [], locale: options.locale ?? 'zh-CN' },
    community,
    staff,
    nameOf,
    notes: [
      ...(skipped.length > 0 ? [words.skippedLine(skipped.join(', '))] : []),
      ...(told === undefined ? [staff.length > 0 ? words.staff(staff.map(nameOf).join(', ')) : words.noStaff] : []),
      ...(chat.messages.length === 0 ? [words.noMessages] : []),
    ],
  };
}
