import type { Policy } from '../policy.ts';

/**
 * The year whose public holidays nobody knows although they are about to be needed: the present one, or from 1 December on the
 * one that follows. Null where they are known, or where the policy keeps none, or names days of that year itself.
 * @param day `YYYY-MM-DD` on the wall of the community
 */
export function unknownYearAhead(
  { holidays, days }: Pick<Policy['calendar'], 'holidays' | 'days'>,
  knowsHolidaysOf: (year: number) => boolean,
  day: string,
): number | null {
  if (holidays === null) return null;
  const present = Number(day.slice(0, 4));
  const needed = day.slice(5, 7) === '12' ? [present, present + 1] : [present];
  const isNamed = (year: number): boolean => Object.keys(days).some((one) => one.startsWith(`${year}-`));
  return needed.find((year) => !knowsHolidaysOf(year) && !isNamed(year)) ?? null;
}
