import type { TicketStatus } from '../../prisma/generated/enums.ts';
import { wallClock } from '../policy/time/wall-clock.ts';

/** Where a ticket is over for good, unless somebody opens it again. */
export const overStatuses: readonly TicketStatus[] = ['closed', 'merged', 'dismissed'];

/** What ended up to this instant has been kept for long enough (P4). */
export const keptUpTo = (keepMs: number, now: Date): Date => new Date(now.getTime() - keepMs);

/**
 * Whether a ticket has been over for as long as it must be kept (P4): at the very instant it is.
 * @param keepMs calendar time since it ended
 */
export function isRipe(
  { status, closedAt }: { status: TicketStatus; closedAt: Date | null },
  keepMs: number,
  now: Date,
): boolean {
  return overStatuses.includes(status) && closedAt !== null && closedAt <= keptUpTo(keepMs, now);
}

/** Hour of the wall from which on the long look is made. */
const LONG_LOOK_HOUR = 3;

/** Whether this is the first of the looks, one `everyMs`, since three in the morning on the estate's wall: once in a day at most. */
export function isLongLook(now: Date, everyMs: number, timeZone: string): boolean {
  const wall = wallClock(now, timeZone);
  const sinceMs = ((wall.hour - LONG_LOOK_HOUR) * 60 + wall.minute) * 60_000 + wall.second * 1000 + wall.millisecond;
  return sinceMs >= 0 && sinceMs < everyMs;
}
