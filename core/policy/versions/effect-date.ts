import { Temporal } from 'temporal-polyfill';
import { UsageError } from '../../usage-error.ts';
import { atWallTime, wallClock } from '../time/wall-clock.ts';

/**
 * The instant that is written `now`, `2026-12-01` (the start of that day on the wall of the community; today is now),
 * `2026-12-01T08:30` (on that wall) or `2026-12-01T08:30+08:00`.
 * @throws {UsageError} for anything else
 */
export function readInstant(text: string, now: Date, timeZone: string): Date {
  const said = text.trim();
  if (said === 'now') return now;
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(said)) {
      const date = Temporal.PlainDate.from(said);
      return date.equals(wallClock(now, timeZone).toPlainDate()) ? now : atWallTime(date, '00:00', timeZone);
    }
    const wall = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})$/.exec(said);
    if (wall) return atWallTime(Temporal.PlainDate.from(wall[1] ?? ''), wall[2] ?? '', timeZone);
    return new Date(Temporal.Instant.from(said).epochMilliseconds);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(`"${text}" is no date: write now, 2026-12-01 or 2026-12-01T08:30.`);
  }
}
