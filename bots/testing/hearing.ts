import type { BotApiServer } from '../telegram/testing/bot-api-server.ts';
import type { BotMessage } from '../telegram/testing/bot-message.ts';

/** Longer than a busy machine and the pace of a group need together. */
const PATIENCE_MS = 45_000;

/**
 * Resolves to the first message of the bot in a chat that has all these words, now or later; edits count.
 * @throws with all that was said there, when nothing like it comes
 */
export type Heard = (chat: { id: number }, ...words: string[]) => Promise<BotMessage>;

export const hearing =
  (server: BotApiServer): Heard =>
  async (chat, ...words) => {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        const said = server.said(chat).map(({ text }) => text);
        reject(new Error(`nobody said ${words.join(' … ')}; what was said:\n${said.join('\n--\n')}`));
      }, PATIENCE_MS);
    });
    const told = server.waitFor(({ chatId, text }) => chatId === chat.id && words.every((word) => text.includes(word)));
    return Promise.race([told, silence]).finally(() => clearTimeout(timer));
  };

/** What the bot has said more than once in one chat, as it can be read there now. */
export function saidTwice(server: BotApiServer): string[] {
  const said = server.said().map(({ chatId, text }) => `${chatId} ${text}`);
  return said.filter((one, index) => said.indexOf(one) !== index);
}

/** The code of the ticket that a message is about. @throws when it names none */
export function codeIn(text: string): string {
  const [code] = /(?<![A-Z\d])[A-Z]\d[A-Z]\d(?![A-Z\d])/.exec(text) ?? [];
  if (code === undefined) throw new Error(`there is no code in: ${text}`);
  return code;
}
