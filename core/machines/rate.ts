const MINUTE_MS = 60_000;

/**
 * How long a source must wait before its next report is taken; 0: not at all. At most so many are taken in any minute.
 * @param earliest when the report came that is as many reports back as a minute allows; null where there were fewer
 */
export function waitMs(earliest: Date | null, now: Date): number {
  return earliest === null ? 0 : Math.max(0, earliest.getTime() + MINUTE_MS - now.getTime());
}
