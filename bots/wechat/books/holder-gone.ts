import type { AccountState } from '../../../prisma/generated/enums.ts';

/** What the desk knows of the account that holds a group. */
export interface HolderStanding {
  state: AccountState;
  stateAt: Date | null;
  aliveAt: Date | null;
  createdAt: Date;
}

/** Its process says every ten seconds that it hears. */
const SILENT_MS = 60_000;
/** A session that ended sometimes comes back at once. */
const LOGGED_OUT_MS = 20_000;

/**
 * Whether an account does not hear its groups any more, so that another must: it has been logged out for more than 20 seconds,
 * or has not said for more than 60 that it hears. A stop that a manager ordered is no such thing: it hears.
 */
export function holderGone(holder: HolderStanding | null, now: Date): boolean {
  if (!holder) return true;
  const since = (then: Date): number => now.getTime() - then.getTime();
  if (since(lastSignOf(holder)) > SILENT_MS) return true;
  const isOut = holder.state === 'login_needed' || holder.state === 'offline';
  return isOut && since(holder.stateAt ?? holder.createdAt) > LOGGED_OUT_MS;
}

/** When it was last known to hear, or to have begun. */
export const lastSignOf = ({ aliveAt, stateAt, createdAt }: HolderStanding): Date => aliveAt ?? stateAt ?? createdAt;
