import { Temporal } from 'temporal-polyfill';
import { DAY, dayFrom } from '../../desk/chinese-day.ts';
import { chineseNumber, NUMBER } from '../../desk/chinese-number.ts';
import { todayAt } from '../../desk/said-day.ts';
import { clocksIn, hoursOf, type Clock } from './chinese-clocks.ts';
import { atHour } from './at-hour.ts';
import { BELIEVED_FOR_MS, ofOffice, type Spell } from './spell.ts';

interface Day {
  date: Temporal.PlainDate;
  start: number;
  end: number;
  /** The first day of a span that this is the last of. */
  since: Temporal.PlainDate | null;
}

const RANGE = /^[\s(]*(?:[-–—~]+|起?至|直?到)[\s)]*(?:次日|翌日|第二天|隔天|隔日|当[天日]|同日)?\s*$/;
const NEXT_DAY = /次日|翌日|第二天|隔天|隔日/;
const BEFORE_CLOCK = /^[\s,的(（)）:]*(?:每[天日])?[\s,]*$/;
const DAYS_AT_MOST = 31;
const duration = new RegExp(
  `(?:约|大约|预计|需|为时|持续|历时|停[水电气网梯]|共)\\s*(\\d+(?:\\.\\d)?|${NUMBER})\\s*个?(半)?(小时|钟头|天)(半)?`,
);

/** See `readSpells` of said-times.ts. */
export function readSpells(said: string, toldAt: Date, timeZone: string): Spell[] {
  const text = said.replaceAll(/(?<![\d/])(1[0-2]|0?[1-9])\/(3[01]|[12]\d|0?[1-9])(?![\d/])/g, '$1月$2日');
  const today = todayAt(toldAt, timeZone);
  const days = daysIn(text, today);
  const clocks = clocksIn(text).filter(({ start }) => !ofOffice.test(sentenceAt(text, start)));
  const spells: Spell[] = [];
  for (let index = 0; index < clocks.length; index += 1) {
    const first = clocks[index];
    if (!first) continue;
    const second = clocks[index + 1];
    const own = dayBefore(days, text, first.start);
    const near = own ?? days.findLast(({ end }) => end <= first.start) ?? days[0] ?? null;
    const between = second ? withoutDay(text, first.end, second.start, dayBefore(days, text, second.start)) : '';
    if (second && RANGE.test(between)) {
      index += 1;
      const last = dayBefore(days, text, second.start);
      const [from, until] = hoursOf(first, second, last !== null || NEXT_DAY.test(between));
      const lasts = last ? today.until(last.date).days - today.until(near?.date ?? today).days : null;
      const to = lasts === null ? until + (NEXT_DAY.test(between) && until < 24 ? 24 : 0) : until + lasts * 24;
      for (const date of datesOf(near, today)) spells.push(spell(date, { from, until: to }, first.start, timeZone));
    } else spells.push(...alone(text, first, near?.date ?? today, { toldAt, timeZone }));
  }
  if (spells.length === 0) spells.push(...wholeDays(text, days, timeZone));
  return spells.map((one) => (near(days) ? one : onNextDay(one, toldAt)));
}

const near = (days: readonly Day[]): boolean => days.length > 0;

/** "8点到12点", told at eight in the evening, is tomorrow's. */
function onNextDay(spell: Spell, toldAt: Date): Spell {
  if (!spell.saysFrom || !spell.saysUntil || spell.until > toldAt) return spell;
  const later = (at: Date): Date => new Date(at.getTime() + 24 * 3_600_000);
  return { ...spell, from: later(spell.from), until: later(spell.until) };
}

function spell(
  date: Temporal.PlainDate,
  { from, until }: { from: number; until: number },
  at: number,
  timeZone: string,
): Spell {
  return {
    from: atHour(date, from, timeZone),
    until: atHour(date, until, timeZone),
    saysFrom: true,
    saysUntil: true,
    at,
  };
}

/** One time alone is when it begins, unless it is when it is over; how long it lasts may be said beside it. */
function alone(
  text: string,
  clock: Clock,
  date: Temporal.PlainDate,
  { toldAt, timeZone }: { toldAt: Date; timeZone: string },
): Spell[] {
  const at = atHour(date, hoursOf(clock, null, false)[0], timeZone);
  const [before, after] = [
    text.slice(Math.max(0, clock.start - 12), clock.start),
    text.slice(clock.end, clock.end + 12),
  ];
  const begins = /^(?:左右)?(?:起|开始|后开始)/.test(after);
  const ends =
    !begins &&
    (/(?:至|到|直至|直到|截止|截至)\s*(?:[^,，。;；\n]{0,6})$/.test(before) ||
      /^(?:之?前|左右|前后)?[^,，。;；\n]{0,6}(?:恢复|来水|来电|通水|通电|供水|完成|完工|结束|修好|抢通)/.test(after) ||
      /(?:恢复|完成|结束|修复)[^,，。;；\n]{0,8}$/.test(before));
  if (ends) return [{ from: toldAt, until: at, saysFrom: false, saysUntil: true, at: clock.start }];
  const lasts = lastsIn(text);
  const until = new Date(at.getTime() + (lasts ?? BELIEVED_FOR_MS));
  return [{ from: at, until, saysFrom: true, saysUntil: lasts !== null, at: clock.start }];
}

function lastsIn(text: string): number | null {
  const match = duration.exec(text);
  if (!match) return null;
  const count = chineseNumber(match[1] ?? '') ?? Number(match[1]);
  const hours = (count + (match[2] || match[4] ? 0.5 : 0)) * (match[3] === '天' ? 24 : 1);
  return Number.isFinite(hours) && hours > 0 ? hours * 3_600_000 : null;
}

/** Days without any hour: all of each. */
function wholeDays(text: string, days: readonly Day[], timeZone: string): Spell[] {
  return days
    .filter(({ start }) => !ofOffice.test(sentenceAt(text, start)))
    .map(({ date, since, start }) => ({
      from: atHour(since ?? date, 0, timeZone),
      until: atHour(date, 24, timeZone),
      saysFrom: true,
      saysUntil: false,
      at: start,
    }));
}

/** Every day that is named, in order; a day behind "至" is the last of a span, and the first is not told by itself. */
function daysIn(text: string, today: Temporal.PlainDate): Day[] {
  const days: Day[] = [];
  for (const match of text.matchAll(new RegExp(DAY, 'g'))) {
    const start = match.index;
    const before = days.at(-1);
    const between = before ? text.slice(before.end, start) : '';
    // "11月25日(周三)" is one day.
    if (before && /^[\s(]*$/.test(between) && match.groups?.['weekday']) continue;
    const date = dayFrom(match.groups ?? {}, today, () => true);
    if (date === null || date === 'none') continue;
    const end = start + match[0].length;
    const isLast = before !== undefined && RANGE.test(between);
    if (!isLast) {
      days.push({ date, start, end, since: null });
      continue;
    }
    // "12月25日至27日": of the same month.
    const same = match.groups?.['bareDay'] ? before.date.with({ day: date.day }) : date;
    const last = Temporal.PlainDate.compare(same, before.date) < 0 ? date : same;
    days.splice(-1, 1, { date: last, start: before.start, end, since: before.date });
  }
  return days;
}

/** The dates of a day, or of a span of days. */
function datesOf(day: Day | null, today: Temporal.PlainDate): Temporal.PlainDate[] {
  if (!day?.since) return [day?.date ?? today];
  const count = Math.min(DAYS_AT_MOST, day.since.until(day.date).days + 1);
  const { since } = day;
  return Array.from({ length: Math.max(1, count) }, (_, days) => since.add({ days }));
}

const dayBefore = (days: readonly Day[], text: string, start: number): Day | null =>
  days.find(({ end }) => end <= start && BEFORE_CLOCK.test(text.slice(end, start))) ?? null;

const withoutDay = (text: string, from: number, to: number, day: Day | null): string =>
  day && day.start >= from ? text.slice(from, day.start) : text.slice(from, to);

function sentenceAt(text: string, at: number): string {
  const before = Math.max(...['。', '!', ';', '\n'].map((stop) => text.lastIndexOf(stop, at)));
  const after = /[。!;\n]/.exec(text.slice(at));
  return text.slice(before + 1, after ? at + after.index : undefined);
}
