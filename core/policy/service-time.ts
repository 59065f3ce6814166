import type { Temporal } from 'temporal-polyfill';
import type { ServiceHours } from './policy.ts';
import { atWallTime, wallClock } from './wall-clock.ts';

/**
 * The instant at which `ms` of service time have passed since `from`. Time outside of the service hours does not count;
 * exactly at closing, the last of it has just passed, so a limit may fall due at closing but never at opening. With
 * `ms` 0, `from` itself if it is in service hours, otherwise the next opening. Hours that the clocks skip or repeat
 * count as they pass.
 */
export function addServiceTime(from: Date, ms: number, hours: ServiceHours, timeZone: string): Date {
  let leftMs = ms;
  for (const shift of shiftsFrom(from, hours, timeZone)) {
    const lengthMs = shift.closesAt - shift.opensAt;
    if (leftMs <= lengthMs) return new Date(shift.opensAt + leftMs);
    leftMs -= lengthMs;
  }
  return from;
}

/** How much service time lies between two instants, in milliseconds; 0 if `to` is not after `from`. */
export function serviceTimeBetween(from: Date, to: Date, hours: ServiceHours, timeZone: string): number {
  let sumMs = 0;
  for (const shift of shiftsFrom(from, hours, timeZone)) {
    if (shift.opensAt >= to.getTime()) break;
    sumMs += Math.min(shift.closesAt, to.getTime()) - shift.opensAt;
  }
  return sumMs;
}

/** What is left of the service hours from an instant on, day after day, without end. */
function* shiftsFrom(
  from: Date,
  hours: ServiceHours,
  timeZone: string,
): Generator<{ opensAt: number; closesAt: number }> {
  let date: Temporal.PlainDate = wallClock(from, timeZone).toPlainDate();
  for (;;) {
    if (hours.weekdays.includes(date.dayOfWeek)) {
      const opensAt = Math.max(atWallTime(date, hours.opensAt, timeZone).getTime(), from.getTime());
      const closesAt = atWallTime(date, hours.closesAt, timeZone).getTime();
      if (opensAt < closesAt) yield { opensAt, closesAt };
    }
    date = date.add({ days: 1 });
  }
}
