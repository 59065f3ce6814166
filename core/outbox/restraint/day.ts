import type { ServiceCalendar } from '../../policy/time/calendar.ts';
import { wallClock, wallTimes } from '../../policy/time/wall-clock.ts';

/** The day on the wall of the estate into which an instant falls: its first instant, and that of the next day. */
export function dayOf(now: Date, timeZone: string): { from: Date; to: Date } {
  const from = wallClock(now, timeZone).startOfDay();
  return { from: new Date(from.epochMilliseconds), to: new Date(from.add({ days: 1 }).startOfDay().epochMilliseconds) };
}

/** When one may speak first on the next day: at its beginning, or when its quiet hours end. */
export const nextDayAt = (calendar: ServiceCalendar, now: Date): Date =>
  calendar.civil(dayOf(now, calendar.timeZone).to);

/**
 * The next hour at which a digest comes, after `now` and not at that very instant. One that lies in the quiet hours comes when
 * they end. @param digestAt times of the wall, in any order
 */
export function nextDigestAt(digestAt: readonly string[], calendar: ServiceCalendar, now: Date): Date {
  const today = wallClock(now, calendar.timeZone).toPlainDate();
  const hours = [0, 1].flatMap((days) => wallTimes(today.add({ days }), digestAt, calendar.timeZone));
  const next = hours.filter((at) => at > now.getTime()).sort((a, b) => a - b)[0];
  return next === undefined ? nextDayAt(calendar, now) : calendar.civil(new Date(next));
}
