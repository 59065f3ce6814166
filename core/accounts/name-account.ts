import type { Channel } from '../channel/channel.ts';
import type { Database } from '../database.ts';

/** Keeps the name by which people find an account of ours on its platform: its mention is known by it, and the way to its direct chat. */
export async function nameAccount(
  db: Database,
  { name: channel, account }: Pick<Channel, 'name' | 'account'>,
  name: string,
): Promise<void> {
  await db.channelAccount.upsert({
    where: { channel_account: { channel, account } },
    create: { channel, account, name },
    update: { name },
  });
}
