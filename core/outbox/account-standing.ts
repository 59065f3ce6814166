import type { Channel } from '../channel/channel.ts';
import type { Tx } from '../database.ts';

/** What is on record of the account that would speak. */
export interface AccountStanding {
  /** Somebody stopped it: nothing goes out until that is lifted. */
  isStopped: boolean;
  /** Since when it is logged in; null when it is not, or nobody ever said so. */
  loggedInAt: Date | null;
}

export async function accountStanding(tx: Tx, { name, account }: Channel): Promise<AccountStanding> {
  const row = await tx.channelAccount.findUnique({
    where: { channel_account: { channel: name, account } },
    select: { stoppedAt: true, state: true, stateAt: true },
  });
  return { isStopped: row?.stoppedAt != null, loggedInAt: row?.state === 'online' ? row.stateAt : null };
}
