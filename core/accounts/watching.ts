import type { AccountState } from '../../prisma/generated/enums.ts';

/** An account that has not been heard of for so long does not hear: its process, or the machine under it, is gone. */
export const SILENT_MS = 45_000;
/**
 * Not to be online for so long is an outage; what is shorter is nobody's business. Together with the time in which a fault is
 * noticed it stays under a minute.
 */
export const FAULT_MS = 30_000;
/** An account that so many outages were told of lately is unsteady: until it is well for a while, only long ones are told. */
export const UNSTEADY_FROM = 3;
export const LATELY_MS = 6 * 3_600_000;
/** How long an outage of an unsteady account must last to be told. */
export const UNSTEADY_FAULT_MS = 10 * 60_000;
/** After it hears again, what was missed is waited for so long before it is told without. */
export const FETCH_PATIENCE_MS = 60_000;
/** An outage that was not told while it lasted is told afterwards from this length on. */
export const WORTH_TELLING_MS = 60_000;

export interface WatchedAccount {
  state: AccountState;
  stateAt: Date | null;
  aliveAt: Date | null;
}

export interface WatchedGap {
  id: string;
  untilAt: Date | null;
  toldAt: Date | null;
  endToldAt: Date | null;
}

/** What is to be done about an account now, and when to look again; null when nothing needs looking at. */
export interface Look {
  /** Nothing was heard of its process for too long: it is down. */
  silent: boolean;
  /** The outage that is to be told. */
  tellDown: string | null;
  /** Outages whose end is to be told. */
  tellBack: string[];
  again: Date | null;
}

/**
 * Says what a look at an account finds. The very instant at which a patience ends counts as its end.
 * @param gaps those of the account that are open, or whose end was not told
 * @param faultMs how long it may be away before that is an outage
 */
export function lookAt(account: WatchedAccount, gaps: readonly WatchedGap[], now: Date, faultMs = FAULT_MS): Look {
  const look: Look = { silent: false, tellDown: null, tellBack: [], again: null };
  const later = (from: Date, ms: number): boolean => {
    const at = new Date(from.getTime() + ms);
    if (at <= now) return false;
    if (!look.again || at < look.again) look.again = at;
    return true;
  };
  if (account.state === 'online') {
    // Without a sign of life ever, nobody has to log it in.
    if (account.aliveAt && !later(account.aliveAt, SILENT_MS)) look.silent = true;
  } else {
    const open = gaps.find((gap) => gap.untilAt === null && gap.toldAt === null);
    if (open && !later(account.stateAt ?? now, faultMs)) look.tellDown = open.id;
  }
  for (const gap of gaps) {
    if (gap.untilAt && !gap.endToldAt && !later(gap.untilAt, FETCH_PATIENCE_MS)) look.tellBack.push(gap.id);
  }
  return look;
}

/** Whether managers are told that an outage is over: when they heard of it, or it was long. */
export function isWorthTelling(
  gap: { fromAt: Date; untilAt: Date; toldAt: Date | null },
  { unsteady }: { unsteady: boolean },
): boolean {
  const longMs = unsteady ? UNSTEADY_FAULT_MS : WORTH_TELLING_MS;
  return gap.toldAt !== null || gap.untilAt.getTime() - gap.fromAt.getTime() >= longMs;
}
