import type { ChannelAccount } from '../../prisma/generated/client.ts';
import type { Tx } from '../database.ts';
import type { AccountKey } from './account-key.ts';

/** The account as it stands, held by this transaction: nobody else changes how it stands until the commit. */
export async function holdAccount(tx: Tx, key: AccountKey): Promise<ChannelAccount> {
  await tx.channelAccount.createMany({ data: [key], skipDuplicates: true });
  await tx.$queryRaw`SELECT 1 FROM "ChannelAccount" WHERE channel = ${key.channel} AND account = ${key.account} FOR NO KEY UPDATE`;
  return tx.channelAccount.findUniqueOrThrow({ where: { channel_account: key } });
}
