import type { SaidByBot } from '../wechat/testing/world.ts';
import type { WechatWorld } from '../wechat/testing/wechat-world.ts';

/** Longer than a busy machine and the pace of a group need together. */
const PATIENCE_MS = 30_000;

/**
 * Resolves to the latest word of the bot in a conversation that has all these words, now or later.
 * @throws with all that was said there, when nothing like it comes
 */
export type HeardInWechat = (conversationId: string, ...words: string[]) => Promise<SaidByBot>;

export const wechatHearing =
  (world: WechatWorld): HeardInWechat =>
  async (conversationId, ...words) => {
    const find = (): SaidByBot | undefined =>
      world.said(conversationId).findLast(({ text }) => words.every((word) => text.includes(word)));
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        const texts = world.said(conversationId).map(({ text }) => text);
        reject(new Error(`nobody said ${words.join(' … ')} in WeChat; what was said:\n${texts.join('\n--\n')}`));
      }, PATIENCE_MS);
    });
    const told = world.until(() => find() !== undefined).then(() => find()!);
    return Promise.race([told, silence]).finally(() => clearTimeout(timer));
  };
