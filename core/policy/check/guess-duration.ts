import { readDuration } from '../document/units.ts';

const units: [RegExp, string][] = [
  [/^(?:m|mins?|minutes?|分|分钟|分鐘)$/, 'min'],
  [/^(?:h|hrs?|hours?|小时|小時|个小时|個小時)$/, 'h'],
  [/^(?:d|days?|天|日)$/, 'd'],
  [/^(?:w|wks?|weeks?|周|週|星期)$/, 'w'],
];

/** How a duration that somebody wrote in another way is written in a policy: "48 hours" is 48h. Null when it cannot be told. */
export function guessDuration(said: unknown): string | null {
  if (typeof said !== 'string') return null;
  const read = /^(\d{1,5})\s*(\p{L}+)$/u.exec(said.trim().toLowerCase());
  const unit = units.find(([pattern]) => pattern.test(read?.[2] ?? ''))?.[1];
  const written = `${Number(read?.[1])}${unit}`;
  return read && unit && readDuration(written) !== null ? written : null;
}
