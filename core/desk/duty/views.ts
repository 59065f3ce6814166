import type { Temporal } from 'temporal-polyfill';
import { isAbsent, type Absence } from '../../people/duty/absence.ts';
import type { Roster, Stretch } from '../../people/duty/roster.ts';
import { wallClock } from '../../policy/time/wall-clock.ts';
import type { AbsenceView, DayView, DutyLine, ShiftView } from '../../text/duty/texts.ts';

export const dayView = ({ month, day, dayOfWeek }: Temporal.PlainDate | Temporal.ZonedDateTime): DayView => ({
  month,
  dayOfMonth: day,
  weekday: dayOfWeek,
});

const clock = (at: Temporal.ZonedDateTime): string => at.toPlainTime().toString({ smallestUnit: 'minute' });

export function shiftView({ from, until, role }: Stretch, timeZone: string): ShiftView {
  const [begins, ends] = [wallClock(from, timeZone), wallClock(until, timeZone)];
  const nextDay = !begins.toPlainDate().equals(ends.toPlainDate());
  return { day: dayView(begins), startsAt: clock(begins), endsAt: clock(ends), nextDay, role };
}

/** Shifts of the same times and role as one line, those called first before the others. */
export function dutyLines(
  stretches: readonly Stretch[],
  known: { roster: Roster; absences: readonly Absence[]; names: ReadonlyMap<string, string>; timeZone: string },
): DutyLine[] {
  const lines = new Map<string, DutyLine>();
  for (const stretch of stretches) {
    const { personId, from, until, role, shiftId } = stretch;
    const key = `${from.getTime()} ${until.getTime()} ${role ?? ''}`;
    const line = lines.get(key) ?? { shift: shiftView(stretch, known.timeZone), people: [] };
    lines.set(key, line);
    const name = personId === null ? null : (known.names.get(personId) ?? null);
    const isRegular = known.roster.shifts.some((shift) => shift.id === shiftId && shift.personId === personId);
    const isAway = personId !== null && name !== null && isAbsent(known.absences, personId, from);
    line.people.push({ name, note: isAway ? 'away' : isRegular || name === null ? null : 'stands_in' });
  }
  return [...lines.values()];
}

export function absenceView(
  name: string,
  { fromAt, untilAt }: Omit<Absence, 'personId'>,
  timeZone: string,
): AbsenceView {
  const [from, until] = [wallClock(fromAt, timeZone), wallClock(untilAt, timeZone)];
  const isWhole = clock(from) === '00:00' && clock(until) === '00:00';
  // The midnight at which they are back belongs to the last day away.
  const to = clock(until) === '00:00' ? until.subtract({ days: 1 }) : until;
  const hours = { from: clock(from), until: clock(until) === '00:00' ? '24:00' : clock(until) };
  return { name, from: dayView(from), to: dayView(to), hours: isWhole ? null : hours };
}
