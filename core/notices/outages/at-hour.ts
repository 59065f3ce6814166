import type { Temporal } from 'temporal-polyfill';
import { atWallTime } from '../../policy/time/wall-clock.ts';

/** The instant of an hour of a day on the wall; 30.5 is half past six of the next day. */
export function atHour(date: Temporal.PlainDate, hour: number, timeZone: string): Date {
  const minutes = Math.round(hour * 60);
  const days = Math.floor(minutes / 1440);
  const rest = minutes - days * 1440;
  return atWallTime(date.add({ days }), `${Math.floor(rest / 60)}:${rest % 60}`, timeZone);
}
