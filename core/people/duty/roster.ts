import { Temporal } from 'temporal-polyfill';
import type { Role } from '../../../prisma/generated/enums.ts';
import { atWallTime, wallClock } from '../../policy/time/wall-clock.ts';

/** One line of the weekly roster: a person's shift on some days of the week. */
export interface Shift {
  id: string;
  personId: string;
  /** Null: for whatever comes. */
  role: Role | null;
  /** ISO: 1 is Monday, 7 is Sunday; the days on which the shift begins. */
  weekdays: readonly number[];
  /** HH:MM on the wall. A shift that ends no later than it starts ends on the next day. */
  startsAt: string;
  endsAt: string;
  /** 0 is called first, 1 next. */
  position: number;
}

/** Who takes a shift on one day instead; null: nobody does. */
export interface Change {
  shiftId: string;
  /** The day on which the shift begins: YYYY-MM-DD. */
  day: string;
  personId: string | null;
}

export interface Roster {
  shifts: readonly Shift[];
  changes: readonly Change[];
}

/** One shift on one day. */
export interface Stretch {
  shiftId: string;
  /** The day of the wall on which it begins: YYYY-MM-DD. */
  day: string;
  /** Null where a change leaves it without anybody. */
  personId: string | null;
  role: Role | null;
  position: number;
  from: Date;
  /** The first instant after it, which belongs to the next shift. */
  until: Date;
}

export type MannedStretch = Stretch & { personId: string };

/**
 * Who is on duty at an instant (P6a): the weekly pattern, with changes and swaps of single days in it. Those called first come
 * first. The instant at which a shift ends belongs to the next one.
 */
export function onDuty(roster: Roster, at: Date, timeZone: string): MannedStretch[] {
  return dutyBetween(roster, at, new Date(at.getTime() + 1), timeZone)
    .filter(isManned)
    .sort(byPosition);
}

/**
 * Every shift of which something lies between two instants, in the order in which they begin; also those that nobody takes.
 * Shifts follow the wall: in the night when the clocks change they are an hour shorter or longer.
 */
export function dutyBetween(roster: Roster, from: Date, until: Date, timeZone: string): Stretch[] {
  const first = wallClock(from, timeZone).toPlainDate().subtract({ days: 1 });
  const last = wallClock(until, timeZone).toPlainDate();
  const changes = new Map(roster.changes.map((change) => [`${change.shiftId} ${change.day}`, change.personId]));
  const found: Stretch[] = [];
  for (let date = first; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    for (const shift of roster.shifts) {
      if (!shift.weekdays.includes(date.dayOfWeek)) continue;
      const stretch = stretchOf(shift, date, changes, timeZone);
      if (stretch.from < until && stretch.until > from && stretch.from < stretch.until) found.push(stretch);
    }
  }
  return found.sort((a, b) => a.from.getTime() - b.from.getTime() || byPosition(a, b));
}

export const isManned = (stretch: Stretch): stretch is MannedStretch => stretch.personId !== null;

function stretchOf(
  shift: Shift,
  date: Temporal.PlainDate,
  changes: ReadonlyMap<string, string | null>,
  timeZone: string,
): Stretch {
  const day = date.toString();
  const changed = changes.get(`${shift.id} ${day}`);
  const isOverMidnight = shift.endsAt <= shift.startsAt;
  return {
    shiftId: shift.id,
    day,
    personId: changed === undefined ? shift.personId : changed,
    role: shift.role,
    position: shift.position,
    from: atWallTime(date, shift.startsAt, timeZone),
    until: atWallTime(isOverMidnight ? date.add({ days: 1 }) : date, shift.endsAt, timeZone),
  };
}

function byPosition(a: Stretch, b: Stretch): number {
  return a.position - b.position || (a.shiftId < b.shiftId ? -1 : 1);
}
