import { Temporal } from 'temporal-polyfill';
import { atWallTime, wallClock } from '../policy/time/wall-clock.ts';

/** A time found in a text: where it stands, and which instant it means. */
export interface FoundTime {
  start: number;
  end: number;
  at: Date;
}

/** When work ends, and with it a day that was promised without a time. */
export const END_OF_WORK = 18;

/** Today, as seen on a wall. */
export const todayAt = (now: Date, timeZone: string): Temporal.PlainDate => wallClock(now, timeZone).toPlainDate();

/** The instant of a clock time on a day; hour 24 and more is the next day. Null if there is no such time. */
export function onDay(date: Temporal.PlainDate, hour: number, minute: number, timeZone: string): Date | null {
  if (hour > 29 || minute > 59 || (hour === 24 && minute > 0)) return null;
  const day = hour >= 24 ? date.add({ days: 1 }) : date;
  return atWallTime(day, `${hour % 24}:${minute}`, timeZone);
}

/** The end of work on a day; of today, once that has passed, the last minute. */
export function endOfDay(date: Temporal.PlainDate, now: Date, timeZone: string): Date {
  const closing = atWallTime(date, `${END_OF_WORK}:00`, timeZone);
  return closing > now || !date.equals(todayAt(now, timeZone)) ? closing : atWallTime(date, '23:59', timeZone);
}

/** The date, or null if the calendar has none such (30 February). */
export function dateOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The next day with this month and day, today included; null if the calendar has none in these years. */
export function nextDate(month: number, day: number, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const thisYear = dateOf(today.year, month, day);
  if (thisYear && Temporal.PlainDate.compare(thisYear, today) >= 0) return thisYear;
  return dateOf(today.year + 1, month, day);
}

/** Monday of the ISO week that is `ahead` weeks from the week of `today`. */
export const mondayOf = (today: Temporal.PlainDate, ahead: number): Temporal.PlainDate =>
  today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks: ahead });

/** The last day of the month that is `ahead` months from the month of `today`. */
export function lastOfMonth(today: Temporal.PlainDate, ahead: number): Temporal.PlainDate {
  const month = today.with({ day: 1 }).add({ months: ahead });
  return month.with({ day: month.daysInMonth });
}
