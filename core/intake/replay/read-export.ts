import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { NotJsonError, parseUntidyJson } from './repair-json.ts';
import { chatsIn, type ExportedChat } from './telegram-export.ts';
import { readCsv, separatorOf } from './wechat/csv.ts';
import { decodeText } from './wechat/decode.ts';
import { namesIn, tableInJson } from './wechat/json-table.ts';
import { chatsInTable, isTable } from './wechat/table.ts';
import { chatInText } from './wechat/text-chat.ts';

/** A file as replay sees it. `why` says in a word what is wrong with what is no export. */
export type ReadExport =
  | {
      kind: 'export';
      chats: ExportedChat[];
      /** Control characters that were taken for spaces. */
      repaired: number;
      /** What the file was written in, where that is not UTF-8. */
      encoding: string | null;
      /** Signs that could not be read. */
      unreadable: number;
    }
  | { kind: 'no_export'; why: 'unreadable' | 'archive' | 'not_json' | 'other_json' | 'other_text' | 'too_large' };

/** JavaScript strings end here; Telegram Desktop splits nothing, so larger exports must be made by chat. */
const LARGEST = 500 * 1024 * 1024;

/** How zip, gzip, 7z and rar files begin. */
const archives = [Buffer.from('PK'), Buffer.from([0x1f, 0x8b]), Buffer.from('7z'), Buffer.from('Ra')];

/**
 * Reads a chat history: what Telegram Desktop exports (`result.json` of one chat, or of the whole account), or what tools for WeChat write as
 * CSV, JSON or text (docs/replay.md says which). What it is, is told by what it holds, not by its name.
 */
export async function readExport(file: string): Promise<ReadExport> {
  let bytes: Buffer;
  let writtenAt: Date;
  try {
    bytes = await readFile(file);
    writtenAt = (await stat(file)).mtime;
  } catch {
    return { kind: 'no_export', why: 'unreadable' };
  }
  if (bytes.length > LARGEST) return { kind: 'no_export', why: 'too_large' };
  if (archives.some((mark) => bytes.subarray(0, 2).equals(mark))) return { kind: 'no_export', why: 'archive' };
  return readHistory(bytes, writtenAt, await neighbouringNames(file));
}

/** The same of bytes. `writtenAt` stands in for years and days that a text leaves out. Pure, and never throws. */
export function readHistory(
  bytes: Uint8Array,
  writtenAt: Date,
  names: ReadonlyMap<string, string> = new Map(),
): ReadExport {
  const { text, encoding, unreadable } = decodeText(bytes);
  const read = (chats: ExportedChat[], repaired = 0): ReadExport => ({
    kind: 'export',
    chats,
    repaired,
    encoding: encoding === 'UTF-8' ? null : encoding,
    unreadable,
  });
  const isJson = /^\s*[[{]/.test(text.slice(0, 1000));
  if (isJson) {
    try {
      const { value, repaired } = parseUntidyJson(text);
      const chats = chatsInJson(value, names);
      return chats ? read(chats, repaired) : { kind: 'no_export', why: 'other_json' };
    } catch (error) {
      if (!(error instanceof NotJsonError)) throw error;
      // "[2026-04-01 10:10] 老王: …" is a text.
    }
  }
  const table = isTable(readCsv(text.slice(0, 8000), separatorOf(text))) ? chatsInTable(readCsv(text), names) : null;
  if (table) return read(table);
  const chat = chatInText(text, writtenAt);
  if (chat) return read([chat]);
  return { kind: 'no_export', why: isJson || /^\s*</.test(text) ? 'not_json' : 'other_text' };
}

/** Both kinds of exports may keep their messages under that name; what holds none for Telegram is looked at as a table. */
function chatsInJson(value: unknown, names: ReadonlyMap<string, string>): ExportedChat[] | null {
  const chats = chatsIn(value);
  if (chats?.some(({ messages }) => messages.length > 0)) return chats;
  const table = tableInJson(value);
  return (table && chatsInTable(table, names)) ?? chats;
}

/** PyWxDump writes the names of people into a file of its own, beside the history. */
async function neighbouringNames(file: string): Promise<Map<string, string>> {
  try {
    return namesIn(JSON.parse(await readFile(join(dirname(file), 'users.json'), 'utf8')));
  } catch {
    return new Map();
  }
}
