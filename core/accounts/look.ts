import type { Logger } from 'pino';
import type { ListeningGap } from '../../prisma/generated/client.ts';
import { moveUrgentWords } from '../people/reach.ts';
import type { Step } from '../step.ts';
import type { AccountKey } from './account-key.ts';
import { holdAccount } from './hold-account.ts';
import { notHearing, watchUntil } from './standing.ts';
import { isUnsteady, tellBack, tellDown } from './tell-outage.ts';
import { FAULT_MS, UNSTEADY_FAULT_MS, lookAt } from './watching.ts';

/**
 * Looks whether an account still hears: its process may have died without a word, or a fault last longer than a moment. Tells
 * what is due, and sets the next look. Returns what was found, for the record.
 */
export async function lookAtAccount(step: Step, key: AccountKey, deadlineId: string, log: Logger): Promise<string> {
  const account = await holdAccount(step.tx, key);
  const { channel, account: name } = key;
  const gaps = await step.tx.listeningGap.findMany({
    where: { channel, account: name, OR: [{ untilAt: null }, { endToldAt: null }] },
    orderBy: { fromAt: 'asc' },
  });
  const unsteady = await isUnsteady(step, key);
  const look = lookAt(account, gaps, step.now, unsteady ? UNSTEADY_FAULT_MS : FAULT_MS);
  const told: string[] = [];
  if (look.silent) {
    const how = { state: 'offline' as const, at: step.now, reason: 'its process does not answer' };
    const gap = await notHearing(step, account, how);
    log.error({ channel, account: name }, 'an account of ours has not been heard of; its process may be gone');
    if (gap && !unsteady) await tellOfDown(gap);
    if (gap && unsteady) await watchUntil(step, key, new Date(step.now.getTime() + UNSTEADY_FAULT_MS), deadlineId);
    told.push('silent');
  }
  for (const gap of gaps) {
    if (gap.id === look.tellDown) {
      await tellOfDown(gap);
      told.push('down');
    }
    if (look.tellBack.includes(gap.id)) {
      await tellBack(step, account, gap);
      told.push('back');
    }
  }
  if (look.silent || account.state !== 'online') await moveUrgentWords(step, key);
  // One of these falls due every minute or so, as long as the account lives: those that are done with are not kept.
  await step.tx.deadline.deleteMany({
    where: { kind: 'account_watch', channel, account: name, settledAt: { not: null } },
  });
  if (look.again) await watchUntil(step, key, look.again, deadlineId);
  return told.join(', ') || 'well';

  async function tellOfDown(gap: ListeningGap): Promise<void> {
    if ((await tellDown(step, account, gap)) > 0) return;
    log.error({ channel, account: name }, 'an account of ours is down, and there is nobody to be told by another one');
  }
}
