import { wallClock } from '../policy/time/wall-clock.ts';

/** What is needed to say an instant in words, as seen on a wall in a time zone. */
export interface WallWords {
  /** How the day stands to today; null when it is farther away. */
  day: 'yesterday' | 'today' | 'tomorrow' | null;
  month: number;
  dayOfMonth: number;
  /** Null in the current year. */
  otherYear: number | null;
  /** "09:05", on 24 hours; midnight is the "00:00" of the day it begins. */
  clock: string;
}

/** Both instants are looked at in `timeZone`: today ends at its midnight, the year at its New Year. */
export function wallWords(at: Date, now: Date, timeZone: string): WallWords {
  const [then, here] = [wallClock(at, timeZone), wallClock(now, timeZone)];
  const daysAhead = here.toPlainDate().until(then.toPlainDate(), { largestUnit: 'day' }).days;
  const near = { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' } as const;
  return {
    day: near[String(daysAhead) as keyof typeof near] ?? null,
    month: then.month,
    dayOfMonth: then.day,
    otherYear: then.year === here.year ? null : then.year,
    clock: `${String(then.hour).padStart(2, '0')}:${String(then.minute).padStart(2, '0')}`,
  };
}

/**
 * A duration as it is said: whole days and hours from a day on, whole hours and minutes from an hour on, whole minutes
 * below, always rounded down. All are 0 under a minute and for negative durations.
 */
export function spokenDuration(ms: number): { days: number; hours: number; minutes: number } {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  const days = Math.floor(minutes / 1440);
  return { days, hours: Math.floor((minutes % 1440) / 60), minutes: days > 0 ? 0 : minutes % 60 };
}
