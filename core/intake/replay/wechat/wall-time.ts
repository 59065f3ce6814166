/** A time as a file has it. `aheadMs` is what the clock that wrote it was ahead of UTC; null where the file does not say. */
export interface WallTime {
  at: Date;
  aheadMs: number | null;
}

const written =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+|\s*)(上午|下午|凌晨|早上|中午|晚上|AM|PM)?\s*(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(AM|PM)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * A time as export tools write it: `2026-03-02 09:01:00`, `2026/3/2 9:01`, `2026年3月2日 下午 3:20`, ISO 8601 with its zone, or seconds or
 * milliseconds since 1970. One without a zone is taken for UTC, which keeps distances, and is shown as it was written. Null for what is
 * no time.
 */
export function wallTime(value: string): WallTime | null {
  const text = value.trim();
  if (/^\d{9,10}$/.test(text)) return { at: new Date(Number(text) * 1000), aheadMs: null };
  if (/^\d{12,13}$/.test(text)) return { at: new Date(Number(text)), aheadMs: null };
  const found = written.exec(text);
  if (!found) return null;
  const [, year, month, day, before, hour, minute, second = '0', after, zone] = found;
  const hours = hourOf(Number(hour), before ?? after ?? '');
  const wall = wallDate([Number(year), Number(month), Number(day), hours, Number(minute), Number(second)]);
  if (!wall) return null;
  if (zone === undefined) return { at: wall, aheadMs: null };
  const aheadMs = zoneMs(zone);
  return { at: new Date(wall.getTime() - aheadMs), aheadMs };
}

/** An instant by its figures, taken for UTC. Null when there is no such time: a 31st of February, 25 o'clock. */
export function wallDate(figures: readonly [number, number, number, number, number, number]): Date | null {
  const [year, month, day, hour, minute, second] = figures;
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return null;
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  return at.getUTCDate() === day && at.getUTCMonth() === month - 1 ? at : null;
}

function hourOf(hour: number, half: string): number {
  if (/下午|晚上|pm/i.test(half)) return hour < 12 ? hour + 12 : hour;
  if (/中午/.test(half)) return hour < 3 ? hour + 12 : hour;
  return /上午|凌晨|早上|am/i.test(half) && hour === 12 ? 0 : hour;
}

function zoneMs(zone: string): number {
  if (/^z$/i.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
