import { createRequire } from 'node:module';

/** The festivals for which greetings are prepared. */
export const festivals = [
  'new_year',
  'spring',
  'lantern',
  'dragon_boat',
  'mid_autumn',
  'national',
  'double_ninth',
] as const;
export type Festival = (typeof festivals)[number];

const solar: Partial<Record<string, Festival>> = { '01-01': 'new_year', '10-01': 'national' };
/** By month and day of the Chinese calendar. A leap month has no festivals. */
const lunar: Partial<Record<string, Festival>> = {
  '1-1': 'spring',
  '1-15': 'lantern',
  '5-5': 'dragon_boat',
  '8-15': 'mid_autumn',
  '9-9': 'double_ninth',
};
/** A national day is kept where it is the country's. */
const onlyIn: Partial<Record<Festival, readonly string[]>> = { national: ['CN', 'HK', 'MO'] };

interface LunarDate {
  lunarMon: number;
  lunarDay: number;
  isLeap: boolean;
}

const require = createRequire(import.meta.url);

/**
 * The festival of a calendar day (`YYYY-MM-DD`); where two fall on one day, that of the Chinese calendar. The days of that calendar are
 * taken from published tables (`chinese-days`): a formula is a day off where the moon is new around midnight, as in 2027.
 *
 * @param country ISO 3166, as the policy names it; null: none in particular
 */
export function festivalOn(day: string, country: string | null): Festival | null {
  const { getLunarDate } = require('chinese-days') as { getLunarDate: (day: string) => LunarDate };
  const { lunarMon, lunarDay, isLeap } = getLunarDate(day);
  const found = (isLeap ? undefined : lunar[`${lunarMon}-${lunarDay}`]) ?? solar[day.slice(5)] ?? null;
  const kept = found && onlyIn[found];
  return kept && !kept.includes(country?.slice(0, 2) ?? '') ? null : found;
}
