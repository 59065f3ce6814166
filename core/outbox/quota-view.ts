import type { Channel, Window } from '../channel/channel.ts';
import type { Tx } from '../database.ts';
import { lanesOf } from './account-lanes.ts';
import { accountOpensAt } from './quota.ts';
import { saidBy } from './spoken.ts';

/** How an account stands with what the desk allows itself there. */
export interface QuotaView {
  /** Since when nothing is sent because somebody stopped it; null when nobody did. */
  stoppedAt: Date | null;
  /** For every window of the account: how many messages were said in it, of how many. Empty without a quota. */
  windows: (Window & { used: number })[];
  /** Words that are due and not sent yet, in all conversations of the account. */
  waiting: number;
  /** When the account allows the first of them; `now` when it does already. Null when nothing waits, or it is stopped. */
  nextAt: Date | null;
}

/** What managers and operators see of an account: what was said, what waits, and until when. */
export async function quotaView(
  tx: Tx,
  channel: Pick<Channel, 'name' | 'account' | 'quota'>,
  now: Date,
): Promise<QuotaView> {
  const { name, account, quota } = channel;
  const row = await tx.channelAccount.findUnique({
    where: { channel_account: { channel: name, account } },
    select: { stoppedAt: true },
  });
  const stoppedAt = row?.stoppedAt ?? null;
  const windows = quota?.perAccount ?? [];
  const said = await saidBy(tx, channel, windows, now);
  const waiting = await tx.outboxMessage.count({
    where: {
      state: 'pending',
      conversation: { channel: name, account },
      AND: [
        { OR: [{ notBefore: null }, { notBefore: { lte: now } }] },
        { OR: [{ expiresAt: null }, { expiresAt: { gte: now } }] },
      ],
    },
  });
  const [first] = await lanesOf(tx, channel, now, { atMost: 1 });
  const wish = { priority: first?.priority ?? 0, messages: 1 };
  const opensAt = quota ? accountOpensAt(quota, said, wish, now) : now;
  return {
    stoppedAt,
    windows: windows.map((window) => ({ ...window, used: usedIn(window, said, now) })),
    waiting,
    nextAt: first && !stoppedAt ? opensAt : null,
  };
}

const usedIn = ({ windowMs }: Window, said: readonly Date[], now: Date): number =>
  said.filter((at) => at.getTime() > now.getTime() - windowMs).length;
