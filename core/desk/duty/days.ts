import type { Temporal } from 'temporal-polyfill';
import { wallClock, atWallTime } from '../../policy/time/wall-clock.ts';
import { simplify } from '../../text/simplify.ts';
import { DAY, dayFrom } from '../chinese-day.ts';
import { chineseNumber } from '../chinese-number.ts';
import { englishTime } from '../english-time.ts';
import { fold } from '../fold.ts';

/** Folded and in Simplified characters, so that a day is read whichever way it was written. */
export const plain = (text: string): string => simplify(fold(text)).replaceAll(/\s+/g, ' ').trim();

export interface DayTaken {
  date: Temporal.PlainDate;
  /** What follows the day, trimmed. */
  rest: string;
}

const englishDay =
  /^(?:on )?(?:today|tomorrow|(?:(?:next|this) )?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2})(?:st|nd|rd|th)?\b/;

/** The day that a plain text begins with, the next such day from `today` on; null if it begins with none. */
export function takeDay(text: string, today: Temporal.PlainDate): DayTaken | null {
  const chinese = new RegExp(`^(?:${DAY})`).exec(text);
  if (chinese?.groups) {
    const date = dayFrom(chinese.groups, today, () => true);
    return date === 'none' || date === null ? null : { date, rest: text.slice(chinese[0].length).trim() };
  }
  const english = englishDay.exec(text)?.[0];
  if (english === undefined) return null;
  const morning = atWallTime(today, '00:00', 'UTC');
  const found = englishTime(english.replace(/^on /, ''), morning, 'UTC');
  return found && { date: wallClock(found.at, 'UTC').toPlainDate(), rest: text.slice(english.length).trim() };
}

/** Days on which somebody is away: `from` the first, `to` the last; `part` where it is half of a day. */
export interface Span {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  part: 'morning' | 'afternoon' | null;
}

/** A date whose year is not said is the next one: an end that lies nearly a year ahead was meant to lie before the beginning. */
const longestDays = 180;

const parts: [RegExp, Span['part']][] = [
  [/^(?:上午|morning)$/, 'morning'],
  [/^(?:下午|afternoon)$/, 'afternoon'],
];

/**
 * `今天`, `11月25日 到 27日`, `明天起3天`, `3天`, `明天 下午`, `25 Nov to 27 Nov`; null for anything else, and for an end before
 * the beginning.
 */
export function readSpan(said: string, today: Temporal.PlainDate): Span | null {
  const text = plain(said).replace(/^(?:从|自|from) ?/, '');
  const count = /^(?:(.*?) ?(?:起|开始|for)?,? ?)?(\d{1,2}|[一二两三四五六七八九十]{1,3}) ?(?:天|days?)$/.exec(text);
  if (count) {
    const first = count[1] ? takeDay(count[1], today) : { date: today, rest: '' };
    const days = chineseNumber(count[2] ?? '') ?? 0;
    if (!first || first.rest !== '' || days < 1) return null;
    return { from: first.date, to: first.date.add({ days: days - 1 }), part: null };
  }
  const first = takeDay(text, today);
  if (!first) return null;
  const rest = first.rest.replace(/(?:全天|一天|整天|all day)$/, '').trim();
  if (rest === '') return { from: first.date, to: first.date, part: null };
  const part = parts.find(([pattern]) => pattern.test(rest))?.[1];
  if (part) return { from: first.date, to: first.date, part };
  const until = /^(?:到|至|-|–|—|~|to|until|till|through) ?(.*)$/.exec(rest)?.[1];
  const last = until === undefined ? null : lastDay(until, first.date, today);
  if (!last || last.rest !== '') return null;
  const days = first.date.until(last.date, { largestUnit: 'days' }).days;
  if (days < 0 || days > longestDays) return null;
  return { from: first.date, to: last.date, part: null };
}

/** The end is counted from today, as people say it (明天到后天), or from the first day where it would lie before that (28日到3日). */
function lastDay(said: string, first: Temporal.PlainDate, today: Temporal.PlainDate): DayTaken | null {
  const last = takeDay(said, today);
  const isBefore = last !== null && first.until(last.date).sign < 0;
  return isBefore && !/^(?:[今明][天日]|大?后天|today|tomorrow)/.test(said) ? takeDay(said, first) : last;
}

/** From when to when that is: whole days from midnight to midnight, a morning up to noon, an afternoon from noon on. */
export function instantsOf({ from, to, part }: Span, timeZone: string): { fromAt: Date; untilAt: Date } {
  return {
    fromAt: atWallTime(from, part === 'afternoon' ? '12:00' : '00:00', timeZone),
    untilAt: atWallTime(to, part === 'morning' ? '12:00' : '24:00', timeZone),
  };
}
