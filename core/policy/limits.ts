import type { Kind, Urgency } from '../../prisma/generated/enums.ts';
import { type Allowance, countsOf, type Policy, type QuietHours } from './policy.ts';
import { addServiceTime, serviceTimeBetween } from './service-time.ts';
import { atWallTime, wallClock } from './wall-clock.ts';

/** A limit as a clause sets it. */
export interface SetLimit {
  clause: string;
  dueAt: Date;
}

/** By when a person must have answered first (P5a–P5e). Null if the policy asks for no answer. */
export function firstResponseLimit(
  policy: Policy,
  matter: { kind: Kind; urgency: Urgency },
  openedAt: Date,
  timeZone: string,
): SetLimit | null {
  const allowance = allowanceFor(policy, matter);
  return allowance && setLimit(policy, allowance, openedAt, timeZone);
}

function allowanceFor(policy: Policy, { kind, urgency }: { kind: Kind; urgency: Urgency }): Allowance | null {
  if (urgency === 'emergency') return policy.firstResponse.emergency;
  if (urgency === 'high' && kind === 'repair') return policy.firstResponse.highRepair;
  return policy.firstResponse[kind];
}

/** By when the resident must hear again of a ticket that is still open (P5f), counted from the last word at `from`. */
export function progressLimit(policy: Policy, from: Date, timeZone: string): SetLimit {
  return setLimit(policy, policy.progress, from, timeZone);
}

/** A promised time is itself a limit (P5g). */
export function promiseLimit(policy: Policy, promisedAt: Date): SetLimit {
  return { clause: policy.promiseClause, dueAt: promisedAt };
}

function setLimit(
  policy: Policy,
  { clause, withinMinutes, counts }: Allowance,
  from: Date,
  timeZone: string,
): SetLimit {
  const ms = withinMinutes * 60_000;
  const dueAt =
    counts === 'service' ? addServiceTime(from, ms, policy.serviceHours, timeZone) : new Date(from.getTime() + ms);
  return { clause, dueAt };
}

/**
 * When the assignee is reminded of a limit (P6c), earliest first, always after `startedAt` and before `dueAt`. Shares are
 * measured in the kind of time in which the clause counts: nobody is reminded at night of a limit in service hours.
 */
export function reminderTimes(policy: Policy, clause: string, startedAt: Date, dueAt: Date, timeZone: string): Date[] {
  const hours = policy.serviceHours;
  const counts = countsOf(policy, clause);
  const at = (share: number): Date => {
    if (counts === 'calendar') return new Date(startedAt.getTime() + share * (dueAt.getTime() - startedAt.getTime()));
    return addServiceTime(startedAt, share * serviceTimeBetween(startedAt, dueAt, hours, timeZone), hours, timeZone);
  };
  const times = policy.remindAtShares.map((share) => Math.round(at(share).getTime()));
  return [...new Set(times)]
    .filter((time) => time > startedAt.getTime() && time < dueAt.getTime())
    .sort((a, b) => a - b)
    .map((time) => new Date(time));
}

/** The same instant, or the end of the quiet hours it falls into (P9a). At the very end they are over. */
export function civilTime(at: Date, quiet: QuietHours, timeZone: string): Date {
  const date = wallClock(at, timeZone).toPlainDate();
  // A night belongs to the day on which it begins: look at last night and at the coming one.
  for (const evening of [date.subtract({ days: 1 }), date]) {
    const startsAt = atWallTime(evening, quiet.startsAt, timeZone);
    const isOverMidnight = quiet.endsAt < quiet.startsAt;
    const endsAt = atWallTime(isOverMidnight ? evening.add({ days: 1 }) : evening, quiet.endsAt, timeZone);
    if (at >= startsAt && at < endsAt) return endsAt;
  }
  return at;
}
