import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { ServiceCalendar } from '../policy/time/calendar.ts';
import { atWallTime, wallClock } from '../policy/time/wall-clock.ts';

/** HH:MM on the estate's wall. */
const at = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

const nth = (from: number, to: number) =>
  z
    .int()
    .min(from)
    .max(to)
    .refine((value) => value !== 0, 'days are counted from 1, or from -1');

/** Which day of a month: counted from its first, or, below zero, from its last. */
const dayOfMonth = z.discriminatedUnion('kind', [
  /** The 15th; -1 is the last. A day that a month does not have is its last. */
  z.object({ kind: z.literal('date'), nth: nth(-1, 31) }),
  /** The first working day, or with -1 the last. */
  z.object({ kind: z.literal('working'), nth: nth(-5, 10) }),
  /** The second Saturday, or with -1 the last; ISO weekdays, 1 is Monday. */
  z.object({ kind: z.literal('weekday'), nth: nth(-1, 4), weekday: z.int().min(1).max(7) }),
]);

/** When something is done again and again, on the estate's wall. */
export const repeatSchema = z.discriminatedUnion('every', [
  /** `working`: Monday to Friday without public holidays, with the days worked in exchange; `free`: all others. */
  z.object({ every: z.literal('day'), only: z.enum(['all', 'working', 'free']).default('all'), at }),
  z.object({ every: z.literal('week'), weekdays: z.array(z.int().min(1).max(7)).min(1), at }),
  /** In every month; of a quarter or a year in its first or, counted from the end, its last, or in the `month` that is named. */
  z.object({ every: z.literal('month'), on: dayOfMonth, at }),
  z.object({ every: z.literal('quarter'), on: dayOfMonth, at }),
  z.object({ every: z.literal('year'), month: z.int().min(1).max(12), on: dayOfMonth, at }),
]);
export type Repeat = z.output<typeof repeatSchema>;
export type DayOfMonth = z.output<typeof dayOfMonth>;

/** So far ahead is looked: over two leap years. */
const DAYS_AHEAD = 9 * 366;

/**
 * The first time after `after`, never `after` itself. A time that the clocks skip in spring is as much later; one that they show twice in
 * autumn is the first of the two. Of a year whose public holidays nobody knows yet, working days go by the week alone.
 *
 * @throws when there is no such day in nine years, which no {@link repeatSchema} can say
 */
export function nextTime(repeat: Repeat, after: Date, calendar: ServiceCalendar, timeZone: string): Date {
  const today = wallClock(after, timeZone).toPlainDate();
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead += 1) {
    const day = today.add({ days: ahead });
    if (!isOn(repeat, day, calendar)) continue;
    const time = atWallTime(day, repeat.at, timeZone);
    if (time > after) return time;
  }
  throw new Error(`nothing repeats by ${JSON.stringify(repeat)}`);
}

function isOn(repeat: Repeat, day: Temporal.PlainDate, calendar: ServiceCalendar): boolean {
  switch (repeat.every) {
    case 'day':
      return repeat.only === 'all' || isWorkingDay(day, calendar) === (repeat.only === 'working');
    case 'week':
      return repeat.weekdays.includes(day.dayOfWeek);
    case 'month':
      return dayIn(day, repeat.on, calendar)?.equals(day) ?? false;
    case 'quarter':
      // Counted from its end, a quarter is its last month.
      return day.month % 3 === (repeat.on.nth < 0 ? 0 : 1) && (dayIn(day, repeat.on, calendar)?.equals(day) ?? false);
    case 'year':
      return day.month === repeat.month && (dayIn(day, repeat.on, calendar)?.equals(day) ?? false);
  }
}

/** The day of the month of `month` that is meant; null where it has none. */
function dayIn(month: Temporal.PlainDate, on: DayOfMonth, calendar: ServiceCalendar): Temporal.PlainDate | null {
  const first = month.with({ day: 1 });
  const all = Array.from({ length: first.daysInMonth }, (_, index) => first.add({ days: index }));
  if (on.kind === 'date') return all[on.nth < 0 ? all.length - 1 : Math.min(on.nth, all.length) - 1] ?? null;
  const meant = all.filter((day) =>
    on.kind === 'working' ? isWorkingDay(day, calendar) : day.dayOfWeek === on.weekday,
  );
  return meant.at(on.nth < 0 ? on.nth : on.nth - 1) ?? null;
}

/** Monday to Friday, or worked on in exchange, and no public holiday; the community's own days as it says. An office may be open on others. */
export function isWorkingDay(day: Temporal.PlainDate, calendar: ServiceCalendar): boolean {
  const date = day.toString();
  switch (calendar.dayKind(date).kind) {
    case 'override':
      return calendar.windowsOn(date).length > 0;
    case 'make_up':
      return true;
    case 'holiday':
      return false;
    case 'week':
      return day.dayOfWeek <= 5;
  }
}
