import type { ChannelAccount, ListeningGap } from '../../prisma/generated/client.ts';
import type { AccountState } from '../../prisma/generated/enums.ts';
import type { Step } from '../step.ts';
import { setDeadline } from '../tickets/deadlines.ts';
import type { AccountKey } from './account-key.ts';
import { FETCH_PATIENCE_MS, SILENT_MS } from './watching.ts';

const gapOf = ({ channel, account }: AccountKey) => ({ channel, account });

/** The stretch in which the account does not hear, while that lasts. */
export function openGap(step: Step, key: AccountKey): Promise<ListeningGap | null> {
  return step.tx.listeningGap.findFirst({ where: { ...gapOf(key), untilAt: null }, orderBy: { fromAt: 'desc' } });
}

/**
 * The account does not hear, and why. Returns the gap in which that is so: it begins when the account was last known to hear.
 * Null for an account that never heard.
 */
export async function notHearing(
  step: Step,
  account: ChannelAccount,
  how: { state: Exclude<AccountState, 'online'>; at: Date; reason: string | null },
): Promise<ListeningGap | null> {
  const { state, at, reason } = how;
  const known = await openGap(step, account);
  const heard = account.state === 'online' && account.aliveAt ? account.aliveAt : null;
  await step.tx.channelAccount.update({
    where: { channel_account: gapOf(account) },
    // Whatever it goes through on its way back: since when it is not online.
    data: { state, stateReason: reason, ...(account.state === 'online' ? { stateAt: at } : {}) },
    select: { channel: true },
  });
  if (known || !heard) return known;
  const fromAt = heard < at ? heard : at;
  return step.tx.listeningGap.create({ data: { ...gapOf(account), fromAt } });
}

/** The account hears. What it missed is told when that is known, or after a while without. */
export async function hearsAgain(step: Step, account: ChannelAccount, at: Date, name: string | null): Promise<void> {
  await step.tx.channelAccount.update({
    where: { channel_account: gapOf(account) },
    data: {
      state: 'online',
      stateReason: null,
      aliveAt: at,
      ...(name === null ? {} : { name }),
      ...(account.state === 'online' && account.stateAt ? {} : { stateAt: at }),
    },
    select: { channel: true },
  });
  const ended = await step.tx.listeningGap.updateMany({
    where: { ...gapOf(account), untilAt: null },
    data: { untilAt: at },
  });
  await dropLoginCodes(step, account);
  await watchUntil(step, account, new Date(at.getTime() + SILENT_MS));
  if (ended.count > 0) await watchUntil(step, account, new Date(at.getTime() + FETCH_PATIENCE_MS));
}

/** Makes sure that somebody looks at the account at `dueAt` or before. */
export async function watchUntil(step: Step, key: AccountKey, dueAt: Date, besides?: string): Promise<void> {
  const watch = { kind: 'account_watch' as const, ...gapOf(key) };
  const set = await step.tx.deadline.findFirst({
    where: { ...watch, settledAt: null, dueAt: { lte: dueAt }, ...(besides ? { id: { not: besides } } : {}) },
    select: { id: true },
  });
  if (!set) await setDeadline(step, { ...watch, dueAt });
}

export const codeKey = ({ channel, account }: AccountKey): string => `login-code:${channel}:${account}:`;

/** Codes that were not sent yet are worth nothing any more; what they say is not kept. */
export async function dropLoginCodes(step: Step, key: AccountKey): Promise<void> {
  await step.tx.$executeRaw`
    UPDATE "OutboxMessage" SET state = 'dropped', "settledAt" = ${step.now}, failure = 'superseded', content = content - 'qr'
    WHERE state = 'pending' AND starts_with("dedupeKey", ${codeKey(key)})`;
}
