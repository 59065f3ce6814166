import type { ServiceCalendar } from '../policy/time/calendar.ts';
import { atWallTime, wallClock } from '../policy/time/wall-clock.ts';

/**
 * The instant that a button of the promise menu stands for: some minutes from now, the end of today's service hours (or an
 * hour from now, when those are nearly over), noon of tomorrow. Null for a button that is none of ours.
 */
export function promisedAt(when: string, now: Date, calendar: ServiceCalendar): Date | null {
  const { timeZone } = calendar;
  const inMinutes = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
  const today = wallClock(now, timeZone).toPlainDate();
  switch (when) {
    case '30':
    case '60':
    case '120':
      return inMinutes(Number(when));
    case 'today': {
      const last = calendar.windowsOn(today.toString()).at(-1);
      const soonest = inMinutes(60);
      const closing = last ? atWallTime(today, last.closesAt, timeZone) : soonest;
      return closing > soonest ? closing : soonest;
    }
    case 'tomorrow':
      return atWallTime(today.add({ days: 1 }), '12:00', timeZone);
    default:
      return null;
  }
}
