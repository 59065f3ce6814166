import type { Temporal } from 'temporal-polyfill';
import type { Counts, Policy } from './policy.ts';
import type { Window } from './units.ts';
import { atWallTime, wallClock } from './wall-clock.ts';

/** The time of a community as its policy counts it: when the office is open, and when nobody is disturbed. */
export interface ServiceCalendar {
  readonly timeZone: string;
  /**
   * The instant at which `ms` have passed since `from`. In service time, what lies outside of the service hours does not count:
   * exactly at closing the last of it has just passed, so that a limit may fall due at closing but never at opening. With `ms` 0,
   * `from` itself if the office is open then, otherwise the next opening.
   */
  add(from: Date, ms: number, counts: Counts): Date;
  /** How much time lies between two instants, in milliseconds; 0 if `to` is not after `from`. */
  between(from: Date, to: Date, counts: Counts): number;
  /** When the office is open on a day of the wall (`YYYY-MM-DD`); none: closed. */
  windowsOn(day: string): readonly Window[];
  /** The same instant, or the end of the quiet hours it falls into (P9a). At the very end they are over. */
  civil(at: Date): Date;
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The calendar of a policy in a time zone. */
export function serviceCalendar(policy: Policy, timeZone: string): ServiceCalendar {
  const { week, days, quietHours } = policy.calendar;
  const onDate = (date: Temporal.PlainDate): readonly Window[] =>
    days[date.toString()]?.open ?? week[weekdays[date.dayOfWeek - 1] ?? 'mon'] ?? [];

  /** What is left of the service hours from an instant on, day after day, without end. */
  function* shiftsFrom(from: Date): Generator<{ opensAt: number; closesAt: number }> {
    let date = wallClock(from, timeZone).toPlainDate();
    for (;;) {
      for (const window of onDate(date)) {
        const opensAt = Math.max(atWallTime(date, window.opensAt, timeZone).getTime(), from.getTime());
        const closesAt = atWallTime(date, window.closesAt, timeZone).getTime();
        if (opensAt < closesAt) yield { opensAt, closesAt };
      }
      date = date.add({ days: 1 });
    }
  }

  return {
    timeZone,
    add(from, ms, counts) {
      if (counts === 'calendar') return new Date(from.getTime() + ms);
      let leftMs = ms;
      for (const { opensAt, closesAt } of shiftsFrom(from)) {
        if (leftMs <= closesAt - opensAt) return new Date(opensAt + leftMs);
        leftMs -= closesAt - opensAt;
      }
      return from;
    },
    between(from, to, counts) {
      if (counts === 'calendar') return Math.max(0, to.getTime() - from.getTime());
      let sumMs = 0;
      for (const { opensAt, closesAt } of shiftsFrom(from)) {
        if (opensAt >= to.getTime()) break;
        sumMs += Math.min(closesAt, to.getTime()) - opensAt;
      }
      return sumMs;
    },
    windowsOn: (day) => onDate(wallClock(new Date(`${day}T12:00:00Z`), 'UTC').toPlainDate()),
    civil(at) {
      const date = wallClock(at, timeZone).toPlainDate();
      // A night belongs to the day on which it begins: look at last night and at the coming one.
      for (const evening of [date.subtract({ days: 1 }), date]) {
        const startsAt = atWallTime(evening, quietHours.startsAt, timeZone);
        const isOverMidnight = quietHours.endsAt < quietHours.startsAt;
        const endsAt = atWallTime(isOverMidnight ? evening.add({ days: 1 }) : evening, quietHours.endsAt, timeZone);
        if (at >= startsAt && at < endsAt) return endsAt;
      }
      return at;
    },
  };
}
