import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type LoadedChat, type LoadOptions, nameOfFile } from '../load-chats.ts';
import type { ReplayIo } from '../replay-io.ts';
import type { ReplayWords } from '../words.ts';
import { makeReview } from './make-review.ts';
import { reviewPage } from './review-page.ts';

/**
 * Writes a review page for each chat of a file: `NAME.review.html` beside it (`NAME.CHAT.review.html` where it has several), or where `out`
 * says. Only its owner may read it. Returns false when one cannot be written.
 */
export async function writeReview(
  file: string,
  chats: readonly LoadedChat[],
  options: LoadOptions & { out?: string },
  words: ReplayWords,
  io: ReplayIo,
): Promise<boolean> {
  if (options.out !== undefined && chats.length !== 1) {
    io.err(words.outForOne);
    return false;
  }
  const taken = new Set<string>();
  let all = true;
  for (const chat of chats) {
    const name = chats.length === 1 ? nameOfFile(file) : `${nameOfFile(file)}.${unique(fileSafe(chat.name), taken)}`;
    const page = options.out ?? join(dirname(file), `${name}.review.html`);
    const data = makeReview({ ...chat, name }, options.locale ?? 'en');
    try {
      await writeForOwner(page, reviewPage(data));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      io.err(words.cannotWrite(page));
      all = false;
      continue;
    }
    for (const note of chat.notes) io.out(note);
    io.out(words.reviewWritten(page, data.lines.length, data.tickets.length));
  }
  return all;
}

/** A file that was there already keeps its mode when it is written, so that it is set before anything stands in it. */
async function writeForOwner(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.chmod(0o600);
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
}

/** A chat's name may hold anything; in the name of a file it may not. */
const fileSafe = (name: string): string =>
  name
    .replace(/[^\p{Letter}\p{Number}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .toWellFormed() || 'chat';

function unique(name: string, taken: Set<string>): string {
  let chosen = name;
  for (let more = 2; taken.has(chosen); more++) chosen = `${name}-${more}`;
  taken.add(chosen);
  return chosen;
}
