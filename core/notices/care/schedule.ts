import { atWallTime, wallClock } from '../../policy/time/wall-clock.ts';

/** When somebody wants to be asked how they are. */
export interface CareSchedule {
  /** ISO: 1 is Monday, 7 is Sunday; at least one. */
  weekdays: readonly number[];
  /** HH:MM on the estate's wall. */
  askAt: string;
}

/** The first time of asking after an instant: at the very instant itself it is the next one. */
export function nextAsk({ weekdays, askAt }: CareSchedule, after: Date, timeZone: string): Date {
  const today = wallClock(after, timeZone).toPlainDate();
  for (let days = 0; days <= 7; days += 1) {
    const date = today.add({ days });
    if (!weekdays.includes(date.dayOfWeek)) continue;
    const at = atWallTime(date, askAt, timeZone);
    if (at > after) return at;
  }
  throw new Error('a schedule of care has no weekday');
}
