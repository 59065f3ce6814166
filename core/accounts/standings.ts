import type { AccountState } from '../../prisma/generated/enums.ts';
import type { Tx } from '../database.ts';

/** How one account of ours stands, with what it missed lately. */
export interface AccountStanding {
  channel: string;
  account: string;
  name: string | null;
  state: AccountState;
  /** Since when; null when that was never reported. */
  stateAt: Date | null;
  stateReason: string | null;
  stoppedAt: Date | null;
  /** Whether the community hears and speaks through it. */
  used: boolean;
  /** Stretches that reach into the time asked about, oldest first. */
  gaps: { fromAt: Date; untilAt: Date | null; fetched: number; complete: boolean }[];
}

/**
 * How the accounts stand through which a community hears and speaks, and those that are down whosever they are; with their gaps
 * since `since`. Null stands for all accounts.
 */
export async function accountStandings(tx: Tx, communityId: string | null, since: Date): Promise<AccountStanding[]> {
  const used = await tx.conversation.findMany({
    where: { state: 'active', ...(communityId === null ? {} : { communityId }) },
    distinct: ['channel', 'account'],
    orderBy: [{ channel: 'asc' }, { account: 'asc' }],
    select: { channel: true, account: true },
  });
  const rows = await tx.channelAccount.findMany({
    include: {
      gaps: {
        where: { OR: [{ untilAt: null }, { untilAt: { gt: since } }] },
        orderBy: { fromAt: 'asc' },
        select: { fromAt: true, untilAt: true, fetched: true, complete: true },
      },
    },
    orderBy: [{ channel: 'asc' }, { account: 'asc' }],
  });
  const isUsed = (row: { channel: string; account: string }): boolean =>
    used.some((one) => one.channel === row.channel && one.account === row.account);
  const known = rows
    .filter((row) => isUsed(row) || row.state !== 'online')
    .map(({ channel, account, name, state, stateAt, stateReason, stoppedAt, gaps }) => ({
      channel,
      account,
      used: isUsed({ channel, account }),
      name,
      state,
      stateAt,
      stateReason,
      stoppedAt,
      gaps,
    }));
  const unreported = used
    .filter((one) => !rows.some((row) => row.channel === one.channel && row.account === one.account))
    .map((one) => ({
      ...one,
      used: true,
      name: null,
      state: 'online' as const,
      stateAt: null,
      stateReason: null,
      stoppedAt: null,
      gaps: [],
    }));
  return [...known, ...unreported];
}
