import type { Area, Role } from '../../../prisma/generated/enums.ts';

/** A day as a sentence names it. */
export interface DayView {
  month: number;
  dayOfMonth: number;
  /** ISO: 1 is Monday, 7 is Sunday. */
  weekday: number;
}

/** When a shift begins and ends; HH:MM on the estate's wall. */
export interface HoursView {
  startsAt: string;
  endsAt: string;
  /** It ends on the day after. */
  nextDay: boolean;
  /** Null: for whatever comes. */
  role: Role | null;
}

/** One shift on one day. */
export type ShiftView = HoursView & { day: DayView };

/** A line of the weekly roster. */
export type WeeklyView = HoursView & { weekdays: readonly number[] };

/** One shift with who takes it, first called first. */
export interface DutyLine {
  shift: ShiftView;
  /** `name` is null where nobody takes it. `note`: they are away then; or they take it for somebody else that day. */
  people: { name: string | null; note: 'away' | 'stands_in' | null }[];
}

/** A part of the grid. */
export interface CellView {
  /** Label; null: every building. */
  building: string | null;
  area: Area | null;
}

/** When somebody is away. `hours`: the clock times, where it is not whole days. */
export interface AbsenceView {
  name: string;
  from: DayView;
  to: DayView;
  hours: { from: string; until: string } | null;
}

export interface SwapWords {
  from: string;
  to: string;
  give: ShiftView;
  /** Null: for nothing. */
  take: ShiftView | null;
}

/** The grid, the duty roster, swaps, absences; a part of `Texts`. */
export interface DutyTexts {
  // Nothing was changed.
  /** `said`: what could not be read; empty where something is missing. An example follows it. */
  notUnderstood(said: string): string;
  /** No colleague is called so, or several are; who there is. */
  noSuchColleague(said: string, names: string[]): string;
  dutyHow(): string;
  swapHow(): string;
  leaveHow(): string;
  gridHow(): string;
  deputyHow(): string;
  capacityHow(): string;
  noSuchBuildings(said: string[], known: string[]): string;
  /** `others`: what there is on that day. */
  noSuchShift(day: DayView, others: ShiftView[]): string;
  whichShift(shifts: ShiftView[]): string;
  shiftHasBegun(shift: ShiftView): string;
  /** To whoever wants to give away a shift that is not theirs. */
  noShiftThen(name: string, day: DayView): string;

  // The roster.
  dutyNow(now: DutyLine[], next: DutyLine[]): string;
  dutyWeek(from: DayView, to: DayView, lines: DutyLine[]): string;
  noRoster(): string;
  shiftsSet(line: WeeklyView, names: string[]): string;
  shiftsEnded(lines: number): string;
  /** `name` is null where nobody takes it. */
  dutyChanged(shift: ShiftView, name: string | null): string;
  changeDropped(shift: ShiftView, name: string): string;
  noChange(shift: ShiftView): string;

  // Swaps.
  swapAsked(swap: SwapWords): string;
  swapQuestion(swap: SwapWords): string;
  swapYes(): string;
  swapNo(): string;
  swapAgreed(swap: SwapWords): string;
  swapRefused(swap: SwapWords): string;
  swapLapsed(): string;

  // Absences.
  /** `standIn` hears their reminders meanwhile; null: nobody can be named. */
  absenceNoted(absence: AbsenceView, now: { shifts: ShiftView[]; tickets: number; standIn: string | null }): string;
  absenceOver(): string;
  absencesEnded(name: string, count: number): string;
  absences(all: AbsenceView[]): string;

  // Grid, deputies, capacity.
  gridSet(cells: CellView[], names: string[]): string;
  gridEnded(cells: CellView[], count: number): string;
  grid(lines: { cell: CellView; names: string[] }[]): string;
  deputySet(role: Role | null, name: string): string;
  deputyEnded(role: Role | null, count: number): string;
  deputies(lines: { role: Role | null; name: string }[]): string;
  capacitySet(name: string, capacity: number | null, open: number): string;
  capacities(lines: { name: string; open: number; capacity: number | null; away: boolean }[]): string;
}
