/** What a single field must be, as the schema says it. */
export const fieldRules = {
  duration: 'must be a duration such as 5min, 48h, 7d or "1d 12h"',
  clockTime: 'must be a time such as 08:30, at most 24:00',
  day: 'must be a day such as 2026-12-24',
  dayOfYear: 'must be a day of every year such as 01-10',
  window: 'must be a stretch of one day such as 08:30-18:00',
  windowOrder: 'must open before it closes, on the same day',
  windows: 'must be in order, each after the one before it has closed',
  night: 'must be a stretch such as 22:00-08:00',
  share: 'must be a share such as 25%',
  rungTime: 'must be one of: 50%, start, "start + 1min", limit, "limit + 2h"',
  clause: 'must be the code of a clause, such as P5d',
  name: 'must be a short name of small letters, digits and -, such as repair-first',
  country: 'must be the code of a country such as CN, or null',
} as const;
export type FieldRule = keyof typeof fieldRules;

/** Which rule a sentence of the schema states; null where it states none of them. */
export function ruleSaidBy(sentence: string): FieldRule | null {
  const found = Object.entries(fieldRules).find(([, said]) => said === sentence);
  return found ? (found[0] as FieldRule) : null;
}
