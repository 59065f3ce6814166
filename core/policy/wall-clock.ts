import { Temporal } from 'temporal-polyfill';

/** The calendar day and clock that a wall in `timeZone` shows at an instant. */
export function wallClock(at: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
}

/**
 * The instant at which a wall in `timeZone` shows `hhmm` on `date`; `24:00` is the start of the next day. A time that the
 * clocks skip in spring is taken as much later; one that they show twice in autumn is the first.
 */
export function atWallTime(date: Temporal.PlainDate, hhmm: string, timeZone: string): Date {
  const [hour = 0, minute = 0] = hhmm.split(':').map(Number);
  const day = hour === 24 ? date.add({ days: 1 }) : date;
  const zoned = day
    .toPlainDateTime({ hour: hour % 24, minute })
    .toZonedDateTime(timeZone, { disambiguation: 'compatible' });
  return new Date(zoned.epochMilliseconds);
}
