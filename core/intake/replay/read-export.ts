import { readFile } from 'node:fs/promises';
import { parseUntidyJson, NotJsonError } from './repair-json.ts';
import { chatsIn, type ExportedChat } from './telegram-export.ts';

/** A file as replay sees it. `why` says in a word what is wrong with what is no export. */
export type ReadExport =
  | { kind: 'export'; chats: ExportedChat[]; repaired: number }
  | { kind: 'no_export'; why: 'unreadable' | 'archive' | 'not_json' | 'other_json' | 'too_large' };

/** JavaScript strings end here; Telegram Desktop splits nothing, so larger exports must be made by chat. */
const LARGEST = 500 * 1024 * 1024;

/** How zip, gzip, 7z and rar files begin. */
const archives = [Buffer.from('PK'), Buffer.from([0x1f, 0x8b]), Buffer.from('7z'), Buffer.from('Ra')];

/** Reads a Telegram Desktop export: `result.json` of one chat, or of the whole account. */
export async function readExport(file: string): Promise<ReadExport> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch {
    return { kind: 'no_export', why: 'unreadable' };
  }
  if (bytes.length > LARGEST) return { kind: 'no_export', why: 'too_large' };

  if (archives.some((mark) => bytes.subarray(0, 2).equals(mark))) return { kind: 'no_export', why: 'archive' };
  try {
    const { value, repaired } = parseUntidyJson(bytes.toString('utf8'));
    const chats = chatsIn(value);
    return chats ? { kind: 'export', chats, repaired } : { kind: 'no_export', why: 'other_json' };
  } catch (error) {
    if (error instanceof NotJsonError) return { kind: 'no_export', why: 'not_json' };
    throw error;
  }
}
