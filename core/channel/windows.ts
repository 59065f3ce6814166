import type { Window } from './channel.ts';

const units: Record<string, number> = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};
const spellings: [RegExp, keyof typeof units][] = [
  [/^(?:s|sec|seconds?)$/, 'second'],
  [/^(?:m|min|minutes?)$/, 'minute'],
  [/^(?:h|hours?)$/, 'hour'],
  [/^(?:d|days?)$/, 'day'],
];

/**
 * Reads sliding windows as operators write them: `5/min 40/hour 150/day`, parted by spaces or commas, in any order. Null when
 * anything in it is not a whole number from 1 on and a unit (second, minute, hour, day), or a unit is named twice.
 */
export function readWindows(text: string): Window[] | null {
  const windows: Window[] = [];
  for (const part of text.trim().split(/[\s,;，；]+/)) {
    const [, digits = '', word = ''] = /^(\d{1,6})\/([a-z]+)$/i.exec(part) ?? [];
    const unit = spellings.find(([spelling]) => spelling.test(word.toLowerCase()))?.[1];
    const count = Number(digits);
    const windowMs = unit === undefined ? undefined : units[unit];
    if (windowMs === undefined || count < 1 || windows.some((window) => window.windowMs === windowMs)) return null;
    windows.push({ count, windowMs });
  }
  return windows.toSorted((a, b) => a.windowMs - b.windowMs);
}
