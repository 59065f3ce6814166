import { Temporal } from 'temporal-polyfill';

const DAY_MS = 24 * 3_600_000;

/** The calendar day and clock that a wall in `timeZone` shows at an instant. */
export function wallClock(at: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
}

/**
 * The instant at which a wall in `timeZone` shows `hhmm` on `date`; `24:00` is the start of the next day. A time that the
 * clocks skip in spring is taken as much later; one that they show twice in autumn is the first.
 */
export function atWallTime(date: Temporal.PlainDate, hhmm: string, timeZone: string): Date {
  const [hour, minute] = readTime(hhmm);
  const day = hour === 24 ? date.add({ days: 1 }) : date;
  const zoned = day
    .toPlainDateTime({ hour: hour % 24, minute })
    .toZonedDateTime(timeZone, { disambiguation: 'compatible' });
  return new Date(zoned.epochMilliseconds);
}

/** The same for several times of one day, in epoch milliseconds: quick, because on most days no clock changes. */
export function wallTimes(date: Temporal.PlainDate, times: readonly string[], timeZone: string): number[] {
  const startsAt = date.toZonedDateTime(timeZone).epochMilliseconds;
  const endsAt = date.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
  if (endsAt - startsAt !== DAY_MS) return times.map((hhmm) => atWallTime(date, hhmm, timeZone).getTime());
  return times.map((hhmm) => {
    const [hour, minute] = readTime(hhmm);
    return startsAt + (60 * hour + minute) * 60_000;
  });
}

function readTime(hhmm: string): [hour: number, minute: number] {
  const [hour = 0, minute = 0] = hhmm.split(':').map(Number);
  return [hour, minute];
}
