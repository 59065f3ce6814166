import type { Tx } from '../database.ts';
import type { WayToBot } from '../text/restraint/texts.ts';

/** What a link says for whoever opens the bot by it: show me what waits for me. */
export const WHAT_WAITS = 'status';

/**
 * How somebody who has never written to the bot alone opens a chat with it, on the account of a group: Telegram lets nobody be written
 * to who has not begun (https://core.telegram.org/bots/features#deep-linking); on WeChat one adds it as a friend by its name.
 */
export async function wayToBot(tx: Tx, { channel, account }: { channel: string; account: string }): Promise<WayToBot> {
  const row = await tx.channelAccount.findUnique({
    where: { channel_account: { channel, account } },
    select: { name: true },
  });
  const name = row?.name ?? null;
  const isLinkable = channel === 'telegram' && name !== null && /^\w+$/.test(name);
  return { channel, name, link: isLinkable ? `https://t.me/${name}?start=${WHAT_WAITS}` : null };
}
