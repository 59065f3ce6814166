import type { Database } from '../database.ts';
import type { Finding } from '../doctor.ts';
import { SILENT_MS } from './watching.ts';

/** How the accounts of ours stand that somebody has to log in, and whether one was stopped. */
export async function checkAccounts(db: Database, now: Date): Promise<Finding> {
  const accounts = await db.channelAccount.findMany({
    where: { OR: [{ stateAt: { not: null } }, { stoppedAt: { not: null } }] },
    orderBy: [{ channel: 'asc' }, { account: 'asc' }],
  });
  if (accounts.length === 0) return { kind: 'unused', says: 'none that has to be logged in' };
  const ill = accounts.flatMap(({ channel, account, state, stateAt, aliveAt, stoppedAt }) => {
    const what: string[] = [];
    if (stateAt && state !== 'online') what.push(`${state} since ${stateAt.toISOString()}`);
    else if (aliveAt && now.getTime() - aliveAt.getTime() >= SILENT_MS) {
      what.push(`not heard of since ${aliveAt.toISOString()}`);
    }
    if (stoppedAt) what.push(`stopped since ${stoppedAt.toISOString()}`);
    return what.length > 0 ? [`${channel} ${account}: ${what.join(', ')}`] : [];
  });
  if (ill.length === 0) return { kind: 'well', says: `${accounts.length} online` };
  return {
    kind: 'ill',
    says: ill.join('; '),
    mend: 'Run “linli bots” for the account and scan its login code; a manager lifts a stop with “resume wechat”.',
  };
}
