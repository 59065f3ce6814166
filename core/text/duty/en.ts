import { lines, quoted } from '../layout.ts';
import { words } from '../words/en.ts';
import type { AbsenceView, CellView, DayView, DutyLine, DutyTexts, HoursView, ShiftView, SwapWords } from './texts.ts';

const weekdays = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months = ['', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const dayOf = ({ month, dayOfMonth, weekday }: DayView): string =>
  `${weekdays[weekday]} ${dayOfMonth} ${months[month]}`;
const hoursOf = ({ startsAt, endsAt, nextDay, role }: HoursView): string =>
  `${startsAt}–${endsAt}${nextDay ? ' the next day' : ''}${role ? `, ${words.role(role)}` : ''}`;
const shiftOf = (shift: ShiftView): string => `${dayOf(shift.day)} ${hoursOf(shift)}`;
const notes = { away: ' (away)', stands_in: ' (stands in)' };

const lineOf = ({ shift, people }: DutyLine): string =>
  `${shiftOf(shift)}: ${people.map(({ name, note }) => `${name ?? 'nobody'}${note ? notes[note] : ''}`).join(', ')}`;

const daysOf = (days: readonly number[]): string =>
  days.length === 7 ? 'Every day' : days.map((day) => weekdays[day]).join(', ');

const cellOf = ({ building, area }: CellView): string =>
  [building && `building ${building}`, area && words.area(area)].filter(Boolean).join(', ') || 'the whole estate';
const cellsOf = (cells: CellView[]): string => cells.map(cellOf).join('; ');
const roleOf = (role: Parameters<typeof words.role>[0] | null): string => (role ? words.role(role) : 'every role');

const exchange = ({ give, take }: SwapWords, giver: string, taker: string): string =>
  take
    ? `${giver}’s ${shiftOf(give)} for ${taker}’s ${shiftOf(take)}`
    : `${taker} takes ${giver}’s shift of ${shiftOf(give)}`;

function awayOf({ name, from, to, hours }: AbsenceView): string {
  const isOneDay = from.month === to.month && from.dayOfMonth === to.dayOfMonth;
  const days = isOneDay ? dayOf(from) : `${dayOf(from)} to ${dayOf(to)}`;
  return `${name}: ${days}${hours ? `, ${hours.from}–${hours.until}` : ''}`;
}

export const duty = {
  notUnderstood: (said) =>
    said === ''
      ? 'Something is missing; nothing was changed.'
      : `I could not read “${quoted(said, 30)}”; nothing was changed.`,
  noSuchColleague: (said, names) =>
    `${said === '' ? 'Please name a colleague.' : `No colleague is called “${quoted(said, 20)}”, or several are.`}${names.length > 0 ? ` It can be ${names.join(', ')}.` : ''} Nothing was changed.`,
  dutyHow: () =>
    lines(
      'To set shifts: duty mon-fri 08:30-18:00 maintenance @Li @Wang (called in this order; without a role, for whatever comes)',
      'One day: duty 1 Dec 08:30 @Wang · To end: duty cancel mon-fri 08:30-18:00 maintenance',
      'To see: duty · duty this week',
    ),
  swapHow: () => 'For example: swap 30 Nov @Wang (they stand in), or: swap 30 Nov for 2 Dec @Wang (both change).',
  leaveHow: () =>
    'For example: absent today, absent 25 Nov to 27 Nov, absent tomorrow afternoon. To take it back: absent cancel.',
  gridHow: () =>
    'For example: grid building 3 @Li, grid building 3 facilities @Li, grid environment @Chen, grid cancel building 3. Topics: facilities, environment, security, parking, neighbours, fees, service, community, other.',
  deputyHow: () => 'For example: deputy @Wang (every role), deputy maintenance @Wang, deputy cancel maintenance.',
  capacityHow: () => 'For example: capacity @Li 8, capacity @Li unlimited.',
  noSuchBuildings: (said, known) =>
    `There is no building ${said.join(', ')}; nothing was changed.${known.length > 0 ? ` There are ${known.join(', ')}.` : ''}`,
  noSuchShift: (day, others) =>
    `There is no such shift on ${dayOf(day)}; nothing was changed. ${others.length > 0 ? `That day has ${others.map(hoursOf).join('; ')}.` : 'That day has none.'}`,
  whichShift: (shifts) =>
    `There are several shifts on that day: ${shifts.map(hoursOf).join('; ')}. Please add when it begins, or the role. Nothing was changed.`,
  shiftHasBegun: (shift) => `The shift of ${shiftOf(shift)} has begun; nothing was changed.`,
  noShiftThen: (name, day) =>
    `${name} has no shift on ${dayOf(day)}; nothing was changed. “duty this week” shows the roster.`,

  dutyNow: (now, next) =>
    lines(
      now.length > 0 ? 'On duty now:' : 'Nobody is on duty now.',
      ...now.map(lineOf),
      next.length > 0 && 'In the next 24 hours:',
      ...next.map(lineOf),
    ),
  dutyWeek: (from, to, all) =>
    lines(`On duty from ${dayOf(from)} to ${dayOf(to)}:`, ...all.map(lineOf), all.length === 0 && 'No shifts.'),
  noRoster: () => 'There is no roster yet. A manager can write: duty mon-fri 08:30-18:00 maintenance @Li @Wang',
  shiftsSet: (line, names) => `Done. ${daysOf(line.weekdays)} ${hoursOf(line)}: ${names.join(', ')}.`,
  shiftsEnded: (count) =>
    count > 0
      ? `Ended ${count} ${count === 1 ? 'line' : 'lines'} of the roster.`
      : 'There is no such line; nothing was changed.',
  dutyChanged: (shift, name) => `Done. ${shiftOf(shift)}: ${name ?? 'nobody'}.`,
  changeDropped: (shift, name) => `${shiftOf(shift)} is as the roster has it again: ${name}.`,
  noChange: (shift) => `${shiftOf(shift)} is as the roster has it; nothing was changed.`,

  swapAsked: (swap) =>
    `I have asked ${swap.to}: ${exchange(swap, swap.from, swap.to)}. It holds once they agree, before the shift begins.`,
  swapQuestion: (swap) =>
    lines(
      `${swap.to}, ${swap.from} would like to swap:`,
      `${exchange(swap, swap.from, swap.to)}.`,
      'Is that all right? It holds if you agree before the shift begins.',
    ),
  swapYes: () => 'Yes',
  swapNo: () => 'No',
  swapAgreed: (swap) => `The swap is settled: ${exchange(swap, swap.from, swap.to)}.`,
  swapRefused: (swap) => `No swap: ${swap.to} cannot. ${swap.from} stays on duty on ${shiftOf(swap.give)}.`,
  swapLapsed: () => 'This swap has lapsed: the shift has begun, or the roster was changed. Nothing was changed.',

  absenceNoted: (absence, { shifts, tickets, standIn }) =>
    lines(
      `Noted. Away, ${awayOf(absence)}. No new tickets meanwhile.`,
      tickets > 0 &&
        `${absence.name} stays in charge of ${tickets} open ${tickets === 1 ? 'ticket' : 'tickets'}; reminders go out ${standIn ? `to ${standIn} as well` : 'as usual'}. To hand one over: pass.`,
      shifts.length > 0 && `Shifts in that time: ${shifts.map(shiftOf).join('; ')}. Please find somebody with “swap”.`,
    ),
  absenceOver: () => 'That time is over; nothing was changed.',
  absencesEnded: (name, count) =>
    count > 0 ? `${name} is not away any more.` : `${name} is not away; nothing was changed.`,
  absences: (all) => (all.length > 0 ? lines('Away:', ...all.map(awayOf)) : 'Nobody is away, nor will be.'),

  gridSet: (cells, names) => `Noted: ${names.join(', ')} for ${cellsOf(cells)}.`,
  gridEnded: (cells, count) =>
    count > 0
      ? `Nobody is named for ${cellsOf(cells)} any more.`
      : `Nobody is named for ${cellsOf(cells)}; nothing was changed.`,
  grid: (all) =>
    all.length > 0
      ? lines('Named persons:', ...all.map(({ cell, names }) => `${cellOf(cell)}: ${names.join(', ')}`))
      : 'Nobody is named for any part yet. A manager can write: grid building 3 @Li',
  deputySet: (role, name) => `Noted: ${name} stands in for ${roleOf(role)} when nobody is on duty.`,
  deputyEnded: (role, count) =>
    count > 0
      ? `No deputy for ${roleOf(role)} any more.`
      : `There is no deputy for ${roleOf(role)}; nothing was changed.`,
  deputies: (all) =>
    all.length > 0
      ? lines('Deputies:', ...all.map(({ role, name }) => `${roleOf(role)}: ${name}`))
      : 'There is no deputy yet. A manager can write: deputy @Wang',
  capacitySet: (name, capacity, open) =>
    capacity === null
      ? `${name} has no limit, and ${open} open now.`
      : `${name} has at most ${capacity}, and ${open} open now. Beyond that others are chosen, but for emergencies.`,
  capacities: (all) =>
    lines(
      'Open tickets:',
      ...all.map(
        ({ name, open, capacity, away }) =>
          `${name}: ${open}${capacity === null ? '' : ` of at most ${capacity}`}${away ? ' (away)' : ''}`,
      ),
    ),
} satisfies DutyTexts;
