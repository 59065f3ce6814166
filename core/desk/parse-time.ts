import { chineseTime } from './chinese-time.ts';
import { englishTime } from './english-time.ts';
import { fold } from './fold.ts';
import type { FoundTime } from './said-day.ts';

export interface SaidTime {
  at: Date;
  /** The text without the time, trimmed. */
  rest: string;
}

/**
 * The time that a promise names, in Chinese or English: `明天上午10点`, `两小时后`, `本周五下午`, `by Friday noon`. A promise is
 * kept by its end: of "3点到5点" that is five o'clock, a day without a time ends with the work at 18:00, a morning at
 * 12:00, an afternoon at 18:00, an evening at 21:00. Hours from 1 to 6 without a part of the day are in the afternoon.
 *
 * A clock time without a day is today's, even if it has passed: whether that can be promised is for the caller to say. A
 * weekday or a date without its year is the next one. Null if no time is named.
 */
export function parseTime(text: string, now: Date, timeZone: string): SaidTime | null {
  const said = fold(text);
  const readers =
    /[a-z]/.test(said) && !/\p{Script=Han}/u.test(said) ? [englishTime, chineseTime] : [chineseTime, englishTime];
  const found = readers.reduce<FoundTime | null>((already, read) => already ?? read(said, now, timeZone), null);
  if (!found) return null;
  const around = [text.slice(0, found.start), text.slice(found.end)].map(trimStops);
  return { at: found.at, rest: around.filter((part) => !/^[到来來去前]?$/.test(part)).join(' ') };
}

const trimStops = (text: string): string => text.replaceAll(/^[\s,，。.;；、:：]+|[\s,，。;；、:：]+$/g, '');
