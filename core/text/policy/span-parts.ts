const MINUTE_MS = 60_000;

/** A length of time as limits are spoken of: hours below three days, whole days from there on. */
export function spanParts(ms: number): { days: number; hours: number; minutes: number } {
  const all = Math.max(1, Math.round(ms / MINUTE_MS));
  const days = all >= 3 * 1440 ? Math.floor(all / 1440) : 0;
  const left = all - days * 1440;
  return { days, hours: Math.floor(left / 60), minutes: left % 60 };
}
