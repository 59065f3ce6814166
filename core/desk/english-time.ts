import * as en from 'chrono-node/en';
import type { ParsedComponents, ParsedResult } from 'chrono-node';
import { Temporal } from 'temporal-polyfill';
import { wallClock } from '../policy/time/wall-clock.ts';
import type { FoundTime } from './said-day.ts';
import { END_OF_WORK, endOfDay, onDay, todayAt } from './said-day.ts';

const numbers: Record<string, number> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, half: 0.5 };
const duration =
  /\b(?:(?:with)?in\s+|for\s+)?(?:about\s+)?(\d+(?:\.\d+)?|half(?: an?)?|an?|one|two|three|four|five)\s*(?:an?\s+)?(min(?:ute)?s?|h(?:ou)?rs?|h|days?|weeks?)\b(?:\s+from now)?/;
const endOfWork =
  /\b(?:(?:by|before|at)\s+)?(?:the\s+)?(?:end of (?:the )?(?:day|work|business)|eod|cob)\b(?:\s+today)?/;

/** The first time in an English text, lower case. Durations and the end of work by own rules, the rest by chrono. */
export function englishTime(said: string, now: Date, timeZone: string): FoundTime | null {
  return inAWhile(said, now, timeZone) ?? byEndOfWork(said, now, timeZone) ?? byChrono(said, now, timeZone);
}

function inAWhile(said: string, now: Date, timeZone: string): FoundTime | null {
  const match = duration.exec(said);
  const [amount, unit] = [match?.[1]?.split(' ')[0], match?.[2]];
  if (!match || amount === undefined || unit === undefined) return null;
  const count = numbers[amount] ?? Number(amount);
  const place = { start: match.index, end: match.index + match[0].length };
  if (/^[mh]/.test(unit)) {
    return { ...place, at: new Date(now.getTime() + count * (unit.startsWith('m') ? 1 : 60) * 60_000) };
  }
  const days = Math.ceil(count) * (unit.startsWith('w') ? 7 : 1);
  return { ...place, at: endOfDay(todayAt(now, timeZone).add({ days }), now, timeZone) };
}

function byEndOfWork(said: string, now: Date, timeZone: string): FoundTime | null {
  const match = endOfWork.exec(said);
  const at = onDay(todayAt(now, timeZone), END_OF_WORK, 0, timeZone);
  return match && at && { start: match.index, end: match.index + match[0].length, at };
}

/** Chrono finds the words; which instant they mean is worked out here, by the wall and not by an offset. */
function byChrono(said: string, now: Date, timeZone: string): FoundTime | null {
  const instant = { instant: now, timezone: wallClock(now, timeZone).offsetNanoseconds / 60e9 };
  // "by 5" is not in chrono's words, "at 5" is, and it is as long.
  const text = said.replaceAll(/\bby(?=\s+\d)/g, 'at');
  const results = en.casual.parse(text, instant, { forwardDate: true });
  const [first, second] = results;
  if (!first) return null;
  const start =
    first.index - (/(?:\b(?:by|before|until|between|on)\s+)?$/.exec(said.slice(0, first.index))?.[0].length ?? 0);
  const between = second && text.slice(first.index + first.text.length, second.index);
  const isRange = between !== undefined && /^\s*(?:and|to|-|–|until)\s*$/.test(between);
  const last = isRange && second ? second : first;
  const at = instantOf(last, last.end ?? last.start, now, timeZone);
  return at && { start, end: last.index + last.text.length, at };
}

function instantOf(found: ParsedResult, said: ParsedComponents, now: Date, timeZone: string): Date | null {
  if (said.isCertain('timezoneOffset')) return said.date();
  const [hour, minute] = clockOf(found, said);
  const at = (date: Temporal.PlainDate): Date | null =>
    hour === null ? endOfDay(date, now, timeZone) : onDay(date, hour, minute, timeZone);
  const today = todayAt(now, timeZone);
  const start = found.start;
  if (start.isCertain('weekday') && !start.isCertain('day') && !/\b(?:next|last|this)\b/.test(found.text)) {
    const weekday = start.get('weekday') ?? 0;
    const next = today.add({ days: ((weekday || 7) - today.dayOfWeek + 7) % 7 });
    const instant = at(next);
    return instant && (instant > now ? instant : at(next.add({ weeks: 1 })));
  }
  const hasDay = start.isCertain('day') || start.isCertain('weekday') || start.isCertain('month');
  if (!hasDay) return at(today);
  const [year, month, day] = [said.get('year'), said.get('month'), said.get('day')];
  return year && month && day ? at(Temporal.PlainDate.from({ year, month, day })) : null;
}

/** Hour and minute, or no hour where only a day was said. A part of the day is promised by its end. */
function clockOf(found: ParsedResult, said: ParsedComponents): [hour: number | null, minute: number] {
  if (said.isCertain('hour')) {
    const hour = said.get('hour') ?? 0;
    const isVague = !said.isCertain('meridiem') && hour >= 1 && hour <= 6 && !/\b0\d|morning/.test(found.text);
    return [isVague ? hour + 12 : hour, said.get('minute') ?? 0];
  }
  const parts: [RegExp, number][] = [
    [/noon/, 12],
    [/morning/, 12],
    [/night|evening/, 21],
  ];
  const part = /afternoon/.test(found.text) ? END_OF_WORK : parts.find(([pattern]) => pattern.test(found.text))?.[1];
  return [part ?? null, 0];
}
