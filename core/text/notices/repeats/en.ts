import type { DayOfMonth, Repeat } from '../../../notices/repeat.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = 'January February March April May June July August September October November December'.split(' ');
const nth = (n: number): string => {
  if (n < 0) return n === -1 ? 'last' : `${nth(-n)} last`;
  const ending = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${ending}`;
};
const dayOf = (on: DayOfMonth): string => {
  if (on.kind === 'date') return on.nth < 0 ? 'last day' : nth(on.nth);
  return `${nth(on.nth)} ${on.kind === 'working' ? 'working day' : (weekdays[on.weekday - 1] ?? '')}`;
};
const everyDay = { all: 'every day', working: 'every working day', free: 'every day off' };

/** How often something comes again, in words. */
export function repeats(repeat: Repeat): string {
  switch (repeat.every) {
    case 'day':
      return `${everyDay[repeat.only]} ${repeat.at}`;
    case 'week':
      return `every ${repeat.weekdays.map((day) => weekdays[day - 1] ?? '').join(', ')} ${repeat.at}`;
    case 'month':
      return `the ${dayOf(repeat.on)} of every month ${repeat.at}`;
    case 'quarter':
      return `the ${dayOf(repeat.on)} of every quarter ${repeat.at}`;
    case 'year':
      return `every year on the ${dayOf(repeat.on)} of ${months[repeat.month - 1] ?? ''} ${repeat.at}`;
  }
}
