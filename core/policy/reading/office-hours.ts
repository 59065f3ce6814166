import type { Policy } from '../policy.ts';
import type { Window } from '../document/units.ts';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** Weekdays with the same service hours; no windows: closed. */
export interface DayHours {
  days: Weekday[];
  windows: readonly Window[];
}

/** The service hours of a week, days with the same hours together, in the order of the week. */
export function hoursOfWeek({ calendar }: Policy): DayHours[] {
  const groups: DayHours[] = [];
  for (const day of weekdays) {
    const windows = calendar.week[day] ?? [];
    const same = groups.find((group) => sameWindows(group.windows, windows));
    if (same) same.days.push(day);
    else groups.push({ days: [day], windows });
  }
  return groups;
}

export const sameWindows = (a: readonly Window[], b: readonly Window[]): boolean =>
  a.length === b.length &&
  a.every(({ opensAt, closesAt }, i) => opensAt === b[i]?.opensAt && closesAt === b[i]?.closesAt);

/** The service hours on public holidays: null when no holidays are kept, or they are as any day. */
export function holidayHours(policy: Policy): readonly Window[] | null {
  const { holidays, onHolidays, week } = policy.calendar;
  const isAsEver = weekdays.every((day) => sameWindows(week[day] ?? [], onHolidays));
  return holidays === null || isAsEver ? null : onHolidays;
}
