import { createRequire } from 'node:module';

/** A day that a country has taken out of the ordinary week: free, or worked on in exchange for a free one (调休). */
export interface SpecialDay {
  kind: 'holiday' | 'make_up';
  /** As the country calls it. */
  name: string;
}

/** What is known of a country's public holidays. */
export interface PublicHolidays {
  /** False for a year that the kept calendars say nothing of, or not the whole. */
  knows(year: number): boolean;
  /** Null for a day of the ordinary week. @param day `YYYY-MM-DD` */
  on(day: string): SpecialDay | null;
}

const require = createRequire(import.meta.url);
const kept = new Map<string, PublicHolidays>();

/**
 * The public holidays of a country or of a part of it (`CN`, `HK`, `DE-BY`), from calendars that are kept as npm packages:
 * `chinese-days` with the make-up working days of China, `date-holidays` for other countries, without make-up days. Holidays
 * of half a day do not count. Of a country that nobody knows, no year is known.
 */
export function publicHolidays(country: string): PublicHolidays {
  const known = kept.get(country) ?? (/^CN\b/.test(country) ? ofChina() : ofCountry(country));
  kept.set(country, known);
  return known;
}

/** What `chinese-days` publishes: day → "National Day,国庆节,3". */
interface ChineseDays {
  holidays: Record<string, string>;
  workdays: Record<string, string>;
}

function ofChina(): PublicHolidays {
  const { holidays, workdays } = require('chinese-days/dist/chinese-days.json') as ChineseDays;
  const nameOf = (said: string): string => said.split(',')[1] ?? said;
  return {
    // The arrangement of one year may reach into the first days of the next, of which nothing else is known yet.
    knows: (year) => Object.hasOwn(holidays, `${year}-10-01`),
    on(day) {
      const free = holidays[day];
      if (free !== undefined) return { kind: 'holiday', name: nameOf(free) };
      const worked = workdays[day];
      return worked === undefined ? null : { kind: 'make_up', name: nameOf(worked) };
    },
  };
}

/** The part of `date-holidays` that is used here. */
interface Almanac {
  getHolidays(year: number): { date: string; start: Date; end: Date; name: string }[];
}
type AlmanacOf = new (country: string, options: { types: 'public'[] }) => Almanac;

const DAY_MS = 24 * 3_600_000;

function ofCountry(country: string): PublicHolidays {
  // Large, and slow to load: only when a policy names such a country.
  const almanac = new (require('date-holidays') as AlmanacOf)(country, { types: ['public'] });
  const years = new Map<number, Map<string, string>>();
  const daysOf = (year: number): Map<string, string> => {
    const read = years.get(year) ?? readYear(almanac, year);
    years.set(year, read);
    return read;
  };
  return {
    knows: (year) => daysOf(year).size > 0,
    on(day) {
      const name = daysOf(Number(day.slice(0, 4))).get(day);
      return name === undefined ? null : { kind: 'holiday', name };
    },
  };
}

function readYear(almanac: Almanac, year: number): Map<string, string> {
  const days = new Map<string, string>();
  // Those that begin on the last days of a year reach into the next.
  for (const { date, start, end, name } of [...almanac.getHolidays(year - 1), ...almanac.getHolidays(year)]) {
    // Some last from sunset to sunset, and are named after the day; those of half a day are shorter than any day.
    const count = Math.round((end.getTime() - start.getTime()) / DAY_MS - 0.1);
    for (let index = 0; index < count; index += 1) {
      const day = new Date(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) + index * DAY_MS).toISOString().slice(0, 10);
      if (Number(day.slice(0, 4)) === year && !days.has(day)) days.set(day, name);
    }
  }
  return days;
}
