import { z } from 'zod';
import { fieldRules } from './field-rules.ts';

const MINUTE_MS = 60_000;
const unitMs: Record<string, number> = {
  s: 1_000,
  min: MINUTE_MS,
  h: 60 * MINUTE_MS,
  d: 24 * 60 * MINUTE_MS,
  w: 7 * 24 * 60 * MINUTE_MS,
};

/** "5min", "48h", "7d", "1d 12h", "15s" in milliseconds; null for anything else. Never zero. */
export function readDuration(text: string): number | null {
  const parts = text.trim().split(/\s+/);
  let sum = 0;
  for (const part of parts) {
    const read = /^(\d{1,5})(s|min|h|d|w)$/.exec(part);
    if (!read) return null;
    sum += Number(read[1]) * (unitMs[read[2] ?? ''] ?? 0);
  }
  return sum > 0 ? sum : null;
}

/** How long, as people write it. Milliseconds once read. A `d` is 24 hours, in whichever kind of time is counted. */
export const duration = z.string().transform((text, context) => {
  const ms = readDuration(text);
  if (ms !== null) return ms;
  context.addIssue({ code: 'custom', message: fieldRules.duration });
  return z.NEVER;
});

/** HH:MM on a wall; 24:00 is the end of the day. */
export const clockTime = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, fieldRules.clockTime);

/** A calendar day. */
export const calendarDay = z.string().refine((text) => {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
  return isDay && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}, fieldRules.day);

/** MM-DD: a day of every year; 02-29 is the last of February in years that have none. */
export const dayOfYear = z.string().refine((text) => {
  const isDay = /^\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`2024-${text}T00:00:00Z`));
  return isDay && new Date(`2024-${text}T00:00:00Z`).toISOString().startsWith(`2024-${text}`);
}, fieldRules.dayOfYear);

/** From `opensAt` up to `closesAt`, on one day. */
export interface Window {
  opensAt: string;
  closesAt: string;
}

/** "08:30-12:00": a stretch of one day. */
export const window = z.string().transform((text, context): Window => {
  const [opensAt = '', closesAt = '', ...rest] = text.split('-').map((part) => part.trim());
  const isRight = rest.length === 0 && clockTime.safeParse(opensAt).success && clockTime.safeParse(closesAt).success;
  if (isRight && opensAt < closesAt) return { opensAt, closesAt };
  const message = isRight ? fieldRules.windowOrder : fieldRules.window;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

/** Several stretches of one day, in order and apart from each other; none: closed. */
export const windows = z
  .array(window)
  .refine((all) => all.every((one, i) => i === 0 || (all[i - 1]?.closesAt ?? '') < one.opensAt), fieldRules.windows);

/** "22:00-08:00", over midnight if need be; equal times: never. */
export const nightWindow = z.string().transform((text, context) => {
  const [startsAt = '', endsAt = '', ...rest] = text.split('-').map((part) => part.trim());
  if (rest.length === 0 && clockTime.safeParse(startsAt).success && clockTime.safeParse(endsAt).success)
    return { startsAt, endsAt };
  context.addIssue({ code: 'custom', message: fieldRules.night });
  return z.NEVER;
});

/** "25%": a share, as a number from 0 to 1. */
export const share = z.string().transform((text, context) => {
  const read = /^(\d{1,3}(?:\.\d{1,3})?)%$/.exec(text.trim());
  const value = read ? Number(read[1]) / 100 : Number.NaN;
  if (value >= 0 && value <= 1) return value;
  context.addIssue({ code: 'custom', message: fieldRules.share });
  return z.NEVER;
});
