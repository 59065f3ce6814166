import { Temporal } from 'temporal-polyfill';
import { publicHolidays } from './holidays.ts';
import type { Counts, Policy } from '../policy.ts';
import { createServiceLine, type Stretch } from './service-line.ts';
import type { Window } from '../document/units.ts';
import { wallTimes } from './wall-clock.ts';

/** Why a day has the service hours that it has. */
export interface DayKind {
  /** `override`: a day of the community's own; `week`: an ordinary one. */
  kind: 'override' | 'make_up' | 'holiday' | 'week';
  /** The reason that the community gave, or the holiday as the country calls it; null for ordinary days. */
  name: string | null;
}

/** The time of a community as its policy counts it: when the office is open, and when nobody is disturbed. */
export interface ServiceCalendar {
  readonly timeZone: string;
  /**
   * The instant at which `ms` have passed since `from`. In service time, what lies outside of the service hours does not count:
   * exactly at closing the last of it has just passed, so that a limit may fall due at closing but never at opening. With `ms` 0,
   * `from` itself if the office is open then, otherwise the next opening. Where the ordinary week has no service hours at all,
   * service time is calendar time.
   */
  add(from: Date, ms: number, counts: Counts): Date;
  /** How much time lies between two instants, in milliseconds; 0 if `to` is not after `from`. */
  between(from: Date, to: Date, counts: Counts): number;
  /** When the office is open on a day of the wall (`YYYY-MM-DD`); none: closed. */
  windowsOn(day: string): readonly Window[];
  /** By which rule: the community's own days come first, then make-up working days, then public holidays, then the week. */
  dayKind(day: string): DayKind;
  /** Whether the office is open. At closing it is not. */
  isOpen(at: Date): boolean;
  /** Whether public holidays of a year are known, or wanted at all; a year that nobody knows goes by the week alone. */
  knowsHolidaysOf(year: number): boolean;
  /** The same instant, or the end of the quiet hours it falls into (P9a). At the very end they are over. */
  civil(at: Date): Date;
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Policies are never edited, so that each is laid out once for a time zone. */
const calendars = new WeakMap<Policy, Map<string, ServiceCalendar>>();

/** The calendar of a policy in a time zone. */
export function serviceCalendar(policy: Policy, timeZone: string): ServiceCalendar {
  const ofPolicy = calendars.get(policy) ?? new Map<string, ServiceCalendar>();
  calendars.set(policy, ofPolicy);
  const calendar = ofPolicy.get(timeZone) ?? createCalendar(policy, timeZone);
  ofPolicy.set(timeZone, calendar);
  return calendar;
}

function createCalendar({ calendar }: Policy, timeZone: string): ServiceCalendar {
  const { week, days, onHolidays, onMakeUpDays, quietHours } = calendar;
  const holidays = calendar.holidays === null ? null : publicHolidays(calendar.holidays);
  const neverOpens = Object.values(week).every((windows) => windows.length === 0);

  const kindOf = (day: string): DayKind => {
    const own = days[day];
    if (own) return { kind: 'override', name: own.because };
    // Of a year that is known in part, nothing is taken: half of an exchange would be wrong.
    const special = holidays?.knows(Number(day.slice(0, 4))) ? holidays.on(day) : null;
    return special ?? { kind: 'week', name: null };
  };
  const windowsOn = (date: Temporal.PlainDate): readonly Window[] => {
    const day = date.toString();
    switch (kindOf(day).kind) {
      case 'override':
        return days[day]?.open ?? [];
      case 'make_up':
        return onMakeUpDays ?? week.mon ?? [];
      case 'holiday':
        return onHolidays;
      case 'week':
        return week[weekdays[date.dayOfWeek - 1] ?? 'mon'] ?? [];
    }
  };

  const open = createServiceLine(timeZone, (year) =>
    daysOf(year).flatMap((date): Stretch[] => {
      const windows = windowsOn(date);
      const times = windows.flatMap(({ opensAt, closesAt }) => [opensAt, closesAt]);
      const walls = windows.length > 0 ? wallTimes(date, times, timeZone) : [];
      return windows.map((_, index) => ({ startsAt: walls[2 * index] ?? 0, endsAt: walls[2 * index + 1] ?? 0 }));
    }),
  );

  const isOverMidnight = quietHours.endsAt < quietHours.startsAt;
  const nights = createServiceLine(timeZone, (year) =>
    // A night belongs to the day on which it begins: the first of a year begins on the last day of the year before.
    [new Temporal.PlainDate(year - 1, 12, 31), ...daysOf(year)].map((evening) => {
      const [startsAt = 0] = wallTimes(evening, [quietHours.startsAt], timeZone);
      const morning = isOverMidnight ? evening.add({ days: 1 }) : evening;
      const [endsAt = 0] = wallTimes(morning, [quietHours.endsAt], timeZone);
      return { startsAt, endsAt };
    }),
  );

  return {
    timeZone,
    add(from, ms, counts) {
      if (counts === 'calendar' || neverOpens) return new Date(from.getTime() + ms);
      return new Date(open.add(from.getTime(), ms));
    },
    between(from, to, counts) {
      if (counts === 'calendar' || neverOpens) return Math.max(0, to.getTime() - from.getTime());
      return open.between(from.getTime(), to.getTime());
    },
    windowsOn: (day) => windowsOn(Temporal.PlainDate.from(day)),
    dayKind: kindOf,
    isOpen: (at) => open.around(at.getTime()) !== null,
    knowsHolidaysOf: (year) => holidays?.knows(year) ?? true,
    civil(at) {
      const night = nights.around(at.getTime());
      return night ? new Date(night.endsAt) : at;
    },
  };
}

/** Every day of a calendar year. */
function daysOf(year: number): Temporal.PlainDate[] {
  const first = new Temporal.PlainDate(year, 1, 1);
  return Array.from({ length: first.daysInYear }, (_, index) => first.add({ days: index }));
}
