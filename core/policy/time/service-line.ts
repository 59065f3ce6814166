import { Temporal } from 'temporal-polyfill';

/** A stretch of time in epoch milliseconds, from `startsAt` up to `endsAt`. */
export interface Stretch {
  startsAt: number;
  endsAt: number;
}

/**
 * Stretches of time in their order, without end in both directions: the hours in which an office is open, or the nights.
 * Laid out year by year when somebody asks, and looked up by halving, so that a question costs less than a microsecond.
 */
export interface ServiceLine {
  /** The instant at which `ms` within stretches have passed since `from`; with 0, the first that lies within one. */
  add(from: number, ms: number): number;
  /** How much of the time between two instants lies within stretches; 0 if `to` is not after `from`. */
  between(from: number, to: number): number;
  /** The stretch in which an instant lies. The end of one is not in it. */
  around(at: number): Stretch | null;
}

interface Year extends Stretch {
  stretches: readonly Stretch[];
  /** How much time lies in stretches of this year before each of them; the whole sum at the end. */
  sums: readonly number[];
}

/** @param stretchesOf those that touch a calendar year, in any order. They must not all be empty for two years on end. */
export function createServiceLine(timeZone: string, stretchesOf: (year: number) => readonly Stretch[]): ServiceLine {
  const years = new Map<number, Year>();

  function yearOf(number: number): Year {
    const known = years.get(number);
    if (known) return known;
    const stretches = unite(stretchesOf(number));
    const sums = [0];
    for (const { startsAt, endsAt } of stretches) sums.push((sums.at(-1) ?? 0) + endsAt - startsAt);
    const year = { startsAt: newYear(number, timeZone), endsAt: newYear(number + 1, timeZone), stretches, sums };
    years.set(number, year);
    return year;
  }

  /** The number of the year that a wall shows. Questions come in bunches about one year. */
  let lately: { number: number; year: Year } | null = null;
  function numberAt(at: number): number {
    if (lately && at >= lately.year.startsAt && at < lately.year.endsAt) return lately.number;
    const guess = new Date(at).getUTCFullYear();
    const { startsAt, endsAt } = yearOf(guess);
    const number = at < startsAt ? guess - 1 : at >= endsAt ? guess + 1 : guess;
    lately = { number, year: yearOf(number) };
    return number;
  }

  return {
    add(from, ms) {
      let number = numberAt(from);
      let year = yearOf(number);
      let wanted = passedOf(year, from) + ms;
      for (;;) {
        const index = ms === 0 ? firstAfter(year.stretches, from) : firstReaching(year.sums, wanted);
        const stretch = year.stretches[index];
        if (stretch && ms === 0) return Math.max(stretch.startsAt, from);
        if (stretch) return stretch.startsAt + wanted - (year.sums[index] ?? 0);
        wanted -= year.sums.at(-1) ?? 0;
        number += 1;
        year = yearOf(number);
      }
    },
    between(from, to) {
      if (to <= from) return 0;
      const last = numberAt(to);
      let sum = passedOf(yearOf(last), to);
      for (let number = numberAt(from); number < last; number += 1) sum += yearOf(number).sums.at(-1) ?? 0;
      return sum - passedOf(yearOf(numberAt(from)), from);
    },
    around(at) {
      const { stretches } = yearOf(numberAt(at));
      const stretch = stretches[firstAfter(stretches, at)];
      return stretch && stretch.startsAt <= at ? stretch : null;
    },
  };
}

/** How much time of a year's stretches lies before an instant. */
function passedOf({ stretches, sums }: Year, at: number): number {
  const index = firstAfter(stretches, at);
  const stretch = stretches[index];
  return (sums[index] ?? 0) + (stretch ? Math.max(0, at - stretch.startsAt) : 0);
}

/** The first stretch that ends after an instant; their number if none does. */
function firstAfter(stretches: readonly Stretch[], at: number): number {
  return firstWhere(stretches.length, (index) => (stretches[index]?.endsAt ?? 0) > at);
}

/** The first stretch at whose end this much time has passed. */
function firstReaching(sums: readonly number[], wanted: number): number {
  return firstWhere(sums.length - 1, (index) => (sums[index + 1] ?? 0) >= wanted);
}

/** The least of the numbers from 0 for which `holds`, which holds for all after it, too; `count` if for none. */
function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** In order, and what overlaps as one: clocks that are put forward move the end of one over the start of the next. */
function unite(stretches: readonly Stretch[]): Stretch[] {
  const united: Stretch[] = [];
  for (const { startsAt, endsAt } of stretches.toSorted((a, b) => a.startsAt - b.startsAt)) {
    const last = united.at(-1);
    if (endsAt <= startsAt) continue;
    if (last && startsAt < last.endsAt) last.endsAt = Math.max(last.endsAt, endsAt);
    else united.push({ startsAt, endsAt });
  }
  return united;
}

const newYear = (year: number, timeZone: string): number =>
  new Temporal.PlainDate(year, 1, 1).toZonedDateTime(timeZone).epochMilliseconds;
