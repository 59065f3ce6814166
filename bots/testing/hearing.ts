import type { BotApiServer } from '../telegram/testing/bot-api-server.ts';
import type { BotMessage } from '../telegram/testing/bot-message.ts';

/** Resolves to the first message of the bot in a chat that has all these words, now or later; edits count. */
export type Heard = (chat: { id: number }, ...words: string[]) => Promise<BotMessage>;

export const hearing =
  (server: BotApiServer): Heard =>
  (chat, ...words) =>
    server.waitFor(({ chatId, text }) => chatId === chat.id && words.every((word) => text.includes(word)));

/** The code of the ticket that a message is about. @throws when it names none */
export function codeIn(text: string): string {
  const [code] = /(?<![A-Z\d])[A-Z]\d[A-Z]\d(?![A-Z\d])/.exec(text) ?? [];
  if (code === undefined) throw new Error(`there is no code in: ${text}`);
  return code;
}
