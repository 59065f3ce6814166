import { audit } from '../people/audit.ts';
import type { Step } from '../step.ts';
import { lanesOf } from './account-lanes.ts';
import { priorityOf } from './priority.ts';

/** So many lanes are rung when an account may speak again; the sweep rings the others. */
const MOST_RUNG = 500;

type Speaking = Pick<Step, 'tx' | 'now' | 'rope'>;

export interface StopOrder {
  channel: string;
  account: string;
  /** Who orders it, and for which community; on record (P9b). */
  by: { communityId: string | null; personId: string | null };
}

/**
 * Emergency stop: from the commit on nothing more is sent from the account, whatever is pending, until
 * {@link resumeAccount}. What is in the air at that moment lands. Returns whether it was not stopped already.
 */
export async function stopAccount({ tx, now }: Speaking, { channel, account, by }: StopOrder): Promise<boolean> {
  const key = { channel, account };
  await tx.channelAccount.upsert({
    where: { channel_account: key },
    create: key,
    update: {},
    select: { channel: true },
  });
  const { count } = await tx.channelAccount.updateMany({
    where: { ...key, stoppedAt: null },
    data: { stoppedAt: now, stoppedById: by.personId },
  });
  if (count === 0) return false;
  await audit(tx, { ...actorOf(by), action: 'stop_account', subject: `account:${channel}:${account}` });
  return true;
}

/**
 * Lifts the stop. What waited goes out, what matters most first, as pace and quota allow; what is worth nothing any more is
 * dropped. Returns whether it was stopped.
 */
export async function resumeAccount(
  { tx, now, rope }: Speaking,
  { channel, account, by }: StopOrder,
): Promise<boolean> {
  const { count } = await tx.channelAccount.updateMany({
    where: { channel, account, stoppedAt: { not: null } },
    data: { stoppedAt: null, stoppedById: null },
  });
  if (count === 0) return false;
  await audit(tx, { ...actorOf(by), action: 'resume_account', subject: `account:${channel}:${account}` });
  for (const lane of await lanesOf(tx, { name: channel, account }, now, { atMost: MOST_RUNG })) {
    if (lane.priority < priorityOf('notice')) rope.lane(lane.conversationId);
    else rope.lanes([lane.conversationId], 'many');
  }
  return true;
}

const actorOf = ({
  communityId,
  personId,
}: StopOrder['by']): { communityId: string | null; actorId: string | null } => ({
  communityId,
  actorId: personId,
});
