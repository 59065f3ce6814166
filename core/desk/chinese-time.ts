import type { Temporal } from 'temporal-polyfill';
import { chineseNumber, NUMBER } from './chinese-number.ts';
import { DAY, dayFrom, type SaidParts } from './chinese-day.ts';
import type { FoundTime } from './said-day.ts';
import { END_OF_WORK, endOfDay, onDay, todayAt } from './said-day.ts';

const traditional = '點時後週號內兩鐘禮個這間準裡淩當樓棟';
const simplified = '点时后周号内两钟礼个这间准里凌当楼栋';
/** One character for one, so that positions stay. */
const simplify = (text: string): string =>
  text.replaceAll(new RegExp(`[${traditional}]`, 'g'), (sign) => simplified.charAt(traditional.indexOf(sign)));

/** When a part of the day ends, and whether its hours up to 11 are those of the afternoon. */
const parts: Record<string, { endsAt: number; isLate: boolean }> = {
  凌晨: { endsAt: 6, isLate: false },
  清晨: { endsAt: 9, isLate: false },
  早晨: { endsAt: 9, isLate: false },
  早上: { endsAt: 9, isLate: false },
  早: { endsAt: 9, isLate: false },
  上午: { endsAt: 12, isLate: false },
  中午: { endsAt: 12, isLate: true },
  正午: { endsAt: 12, isLate: true },
  午后: { endsAt: END_OF_WORK, isLate: true },
  下午: { endsAt: END_OF_WORK, isLate: true },
  下班: { endsAt: END_OF_WORK, isLate: true },
  傍晚: { endsAt: 19, isLate: true },
  晚上: { endsAt: 21, isLate: true },
  夜里: { endsAt: 22, isLate: true },
  晚: { endsAt: 21, isLate: true },
  夜: { endsAt: 22, isLate: true },
};
const PART = Object.keys(parts).join('|');
/** 早 and 晚 alone are in too many words. */
const LONG_PART = Object.keys(parts)
  .filter((part) => part.length > 1)
  .join('|');
const clock = (n: string): string =>
  `(?<hour${n}>(?<![\\d:.])\\d{1,2}(?=[:点时])|${NUMBER}(?=点))` +
  `(?::(?<minute${n}>\\d\\d)(?!\\d)|[点时](?!意见|建议|问题|要求|原因|事)(?:(?<quarter${n}>[一三])刻|(?<half${n}>半)|(?<minutes${n}>${NUMBER})分?|整|钟)?)`;
const HEAD = '(?:最迟|最晚|大概|大约|预计|争取|在|于)?';
/** What looks like a clock time and was not read as one makes the whole unreadable. */
const NO_CLOCK = '(?!\\s*\\d{1,2}:)';
const TAIL = '(?:钟|整)?(?:之前|以前|前后|前|以内|之内|之间|内|左右|准时)?';

const withClock = new RegExp(
  `${HEAD}(?:(?:${DAY})(?:之?前)?[的,\\s]*)?(?:(?<partFrom>${PART})?\\s*(?:${clock('From')}|(?<bareFrom>${NUMBER}))\\s*(?:[-–~至到])\\s*)?(?<part>${PART})?\\s*${clock('')}${TAIL}`,
);
const duration = new RegExp(
  `${HEAD}(?=[\\d半零〇一二两三四五六七八九十])(?:(?<amount>\\d+(?:\\.\\d+)?|${NUMBER})个?)?(?<half>半)?个?` +
    `(?<unit>分钟|分(?=之?[后内]|以[后内])|小时|钟头|刻钟|天|周|星期|礼拜)(?<andHalf>半)?(?:(?<andMinutes>${NUMBER})分钟?)?` +
    '(?:之后|以后|之内|以内|后|内|左右)?',
);
const dayOnly = new RegExp(`${HEAD}(?:${DAY})[的\\s]*(?<part>${PART})?${TAIL}${NO_CLOCK}`);
const partOnly = new RegExp(`${HEAD}(?<part>${LONG_PART})${TAIL}${NO_CLOCK}`);

/** The first time in a Chinese text: a clock time if there is one, otherwise a duration, a day, or a part of today. */
export function chineseTime(said: string, now: Date, timeZone: string): FoundTime | null {
  const text = simplify(said);
  const today = todayAt(now, timeZone);
  const readers: [RegExp, (groups: SaidParts) => Date | null][] = [
    [withClock, (groups) => atClock(groups, now, timeZone)],
    [duration, (groups) => afterDuration(groups, now, timeZone)],
    [dayOnly, (groups) => byDay(groups, now, timeZone)],
    [partOnly, ({ part }) => onDay(today, parts[part ?? '']?.endsAt ?? 99, 0, timeZone)],
  ];
  for (const [pattern, read] of readers) {
    const match = pattern.exec(text);
    const at = match?.groups && read(match.groups);
    if (match && at) return { start: match.index, end: match.index + match[0].length, at };
  }
  return null;
}

function atClock(groups: SaidParts, now: Date, timeZone: string): Date | null {
  const { quarter, half, minute, minutes } = groups;
  const part = groups['part'] ?? groups['partFrom'];
  const hour = hourOf(groups['hour'] ?? '', part);
  const saidMinutes = quarter ? (quarter === '三' ? 45 : 15) : half ? 30 : chineseNumber(minute ?? minutes ?? '0');
  const from = chineseNumber(groups['hourFrom'] ?? groups['bareFrom'] ?? '');
  const isPastNoon = from !== null && groups['part'] === undefined && hour !== null && hour <= from && from < 13;
  const today = todayAt(now, timeZone);
  if (hour === null || saidMinutes === null) return null;
  const at = (date: Temporal.PlainDate): Date | null =>
    onDay(date, isPastNoon && hour < 12 ? hour + 12 : hour, saidMinutes, timeZone);
  const day = dayFrom(groups, today, (date) => (at(date) ?? now) > now);
  return day === 'none' ? at(today) : day && at(day);
}

function hourOf(said: string, part: string | undefined): number | null {
  const hour = chineseNumber(said);
  if (hour === null || hour > 24) return null;
  const isLate = part === undefined ? hour >= 1 && hour <= 6 && !said.startsWith('0') : (parts[part]?.isLate ?? false);
  const isNight = part !== undefined && '晚上夜里'.includes(part);
  if (hour === 12) return part === '凌晨' ? 0 : isNight ? 24 : 12;
  if (isNight && hour <= 4) return hour + 24;
  const isNoon = part === '中午' || part === '正午';
  return isLate && hour < 12 && !(isNoon && hour > 9) ? hour + 12 : hour;
}

function afterDuration(groups: SaidParts, now: Date, timeZone: string): Date | null {
  const { amount, half, unit, andHalf, andMinutes } = groups;
  const whole = amount === undefined ? 0 : (chineseNumber(amount) ?? Number(amount));
  const count = whole + (half || andHalf ? 0.5 : 0);
  const minutesIn: Record<string, number> = { 分钟: 1, 分: 1, 刻钟: 15, 小时: 60, 钟头: 60 };
  const minutes = minutesIn[unit ?? ''];
  if (minutes !== undefined) {
    const more = andMinutes === undefined ? 0 : (chineseNumber(andMinutes) ?? 0);
    return new Date(now.getTime() + (count * minutes + more) * 60_000);
  }
  // Half a day is half of a working day.
  if (count === 0.5) return new Date(now.getTime() + 4 * 3_600_000);
  const days = Math.ceil(count) * (unit === '天' ? 1 : 7);
  return endOfDay(todayAt(now, timeZone).add({ days }), now, timeZone);
}

function byDay(groups: SaidParts, now: Date, timeZone: string): Date | null {
  const part = parts[groups['part'] ?? ''];
  const at = (date: Temporal.PlainDate): Date | null =>
    part ? onDay(date, part.endsAt, 0, timeZone) : endOfDay(date, now, timeZone);
  const day = dayFrom(groups, todayAt(now, timeZone), (date) => (at(date) ?? now) > now);
  return day === 'none' || day === null ? null : at(day);
}
