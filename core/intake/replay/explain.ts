import type { Understand } from '../understanding.ts';
import { loadChats, type LoadOptions } from './load-chats.ts';
import { explainDigest } from './explain-digest.ts';
import { type Explained, explainMessage, nearestIds } from './explain-message.ts';
import { explainWordsFor } from './explain-words.ts';
import { idInJson, type ReplayIo } from './replay-io.ts';
import { printedLocale, wordsFor } from './words.ts';

export interface ExplainOptions extends LoadOptions {
  /** The id of the message, as the file has it. */
  message?: string;
  /** One JSON object on stdout; everything else goes to stderr. */
  json: boolean;
}

/**
 * Says what linli makes of one message of an exported chat, and why: also of one of which it makes nothing. Needs no database and no
 * token. Returns the exit code: 0, or 2 when there is no such file or message; then the nearest ids are named. `understands` stands
 * in for the understanding.
 */
export async function explain(
  file: string,
  options: ExplainOptions,
  io: ReplayIo,
  understands?: Understand,
): Promise<number> {
  const locale = printedLocale(options.locale ?? 'en');
  const words = explainWordsFor(locale);
  const id = options.message?.replace(/^#/, '').trim() ?? '';
  if (id === '') {
    io.err(words.needsId);
    return 2;
  }
  const loaded = await loadChats(file, options, wordsFor(locale));
  if (loaded.kind === 'refused') {
    io.err(loaded.said);
    return 2;
  }
  const all = loaded.chats.flatMap(({ messages }) => messages);
  const found = loaded.chats.flatMap((one) => {
    const explained = explainMessage(one.messages, one.setting, id, understands);
    return explained ? [{ one, explained }] : [];
  });
  if (found.length === 0) {
    io.err(all.length === 0 ? words.noMessages(file) : words.noSuchId(id, file, nearestIds(all, id)));
    return 2;
  }
  if (found.length > 1)
    io.err(
      words.severalChats(
        id,
        found.map(({ one }) => one.name),
      ),
    );
  for (const { one, explained } of found) {
    if (options.json) io.out(JSON.stringify(asJson(one.name, explained)));
    else for (const line of explainDigest(explained, locale, one.chat.clockAheadMs)) io.out(line);
  }
  return 0;
}

function asJson(chat: string, explained: Explained): object {
  const { message, acts, believed, thresholds, reasons, around, place, danger, ties } = explained;
  return {
    chat,
    message: idInJson(message.id),
    at: message.at.toISOString(),
    fromStaff: message.fromStaff,
    acts: acts.map((act) =>
      act.kind === 'addition' || act.kind === 'answer'
        ? { ...act, opener: idInJson(ties.find(({ id }) => id === act.matterId)?.messages[0] ?? '') }
        : act,
    ),
    believed,
    thresholds,
    reasons,
    around: around.map(({ as, message: near }) => ({ as, message: idInJson(near.id) })),
    place,
    danger,
  };
}
