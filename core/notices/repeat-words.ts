import { chineseNumber, NUMBER } from '../desk/chinese-number.ts';
import { parseTime } from '../desk/parse-time.ts';
import { fold } from '../desk/fold.ts';
import { simplify } from '../text/simplify.ts';
import { repeatSchema, type DayOfMonth, type Repeat } from './repeat.ts';

/** When no time of the day is said. */
const MORNING = '09:00';

const CLOCK = new RegExp(
  `(?:凌晨|清晨|早上|上午|中午|正午|下午|傍晚|晚上|夜里|at )?\\s*(?:(?<![\\d:])\\d{1,2}:\\d\\d(?: ?[ap]m)?|${NUMBER}点(?:半|[一三]刻|${NUMBER}分?|整|钟)?|\\b\\d{1,2} ?[ap]m\\b|\\bnoon\\b)`,
);

/**
 * Reads when something is done again and again: `每天 9:00`, `每个工作日`, `每周一、三 8点半`, `每月15日`, `每月最后一个工作日 9:00`,
 * `每月第二个周六`, `每季度第一个工作日`, `每年1月1日`, `every Monday at 8:30`, `the last working day of every month`, `every quarter`.
 * Without a time of the day it is nine in the morning. Null for anything else.
 */
export function readRepeat(text: string): Repeat | null {
  const said = simplify(fold(text).replaceAll('週', '周'))
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s.。]+$/, '')
    .trim();
  const clock = CLOCK.exec(said)?.[0];
  const at = clock === undefined ? MORNING : timeOfDay(clock);
  if (at === null) return null;
  const days = (clock === undefined ? said : said.replace(clock, ' '))
    .replaceAll(/\s+/g, ' ')
    .replace(/(?<=\p{Script=Han}|\d) (?=\p{Script=Han}|\d)/gu, '')
    .replace(/[\s的,]+$/, '')
    .trim();
  const read = chinese(days) ?? english(days);
  return read && repeatSchema.safeParse({ ...read, at }).data ? repeatSchema.parse({ ...read, at }) : null;
}

function timeOfDay(clock: string): string | null {
  const midnight = new Date(Date.UTC(2026, 0, 5));
  const read = parseTime(clock.trim(), midnight, 'UTC')?.at.toISOString();
  // "晚上12点" belongs to the next day.
  return read?.startsWith('2026-01-05T') ? read.slice(11, 16) : null;
}

/** Not yet checked against the schema. */
type Days = Record<string, unknown>;

const WEEKDAYS = '一二三四五六日';
const weekdayOf = (sign: string): number => (sign === '天' ? 7 : (chineseNumber(sign) ?? WEEKDAYS.indexOf(sign) + 1));
const NTH = `(?:第(?<nth>${NUMBER})|(?<first>首|头)|(?<last>最后))(?:一)?个?`;
const UNIT = '(?<unit>月|季度|季)';

function chinese(said: string): Days | null {
  const match = (pattern: string): Record<string, string | undefined> | null =>
    new RegExp(`^(?:${pattern})$`).exec(said)?.groups ?? null;
  if (/^(?:每天|每日|天天|每一天)$/.test(said)) return { every: 'day', only: 'all' };
  if (/^每?个?工作日$/.test(said)) return { every: 'day', only: 'working' };
  if (/^每?个?(?:休息日|节假日)$/.test(said)) return { every: 'day', only: 'free' };
  if (/^每(?:个|逢)?周末$/.test(said)) return { every: 'week', weekdays: [6, 7] };
  const week = match(
    '每(?:个|逢)?(?:周|星期|礼拜)(?<days>[一二三四五六日天1-7](?:[,、和及 ]*(?:周|星期|礼拜)?[一二三四五六日天1-7])*)',
  );
  if (week) return { every: 'week', weekdays: weekdaysIn(week['days'] ?? '') };
  const working = match(`每个?${UNIT}的?${NTH}工作日`);
  if (working) return { every: unitOf(working), on: { kind: 'working', nth: nthOf(working) } };
  const weekday = match(`每个?${UNIT}的?${NTH}(?:周|星期|礼拜)(?<weekday>[一二三四五六日天1-7])`);
  if (weekday) {
    const on = { kind: 'weekday', nth: nthOf(weekday), weekday: weekdayOf(weekday['weekday'] ?? '') };
    return { every: unitOf(weekday), on };
  }
  const end = match(`每个?${UNIT}(?:的?最后一天|底|末)`);
  if (end) return { every: unitOf(end), on: { kind: 'date', nth: -1 } };
  const start = match(`每个?${UNIT}(?:的?第一天|初)?`);
  if (start) return { every: unitOf(start), on: { kind: 'date', nth: 1 } };
  const date = match(`每个?${UNIT}的?(?<day>${NUMBER})[日号]`);
  if (date) return { every: unitOf(date), on: { kind: 'date', nth: chineseNumber(date['day'] ?? '') } };
  const year = match(`每年的?(?<month>${NUMBER})月(?:(?<day>${NUMBER})[日号]?|(?<end>底|末|最后一天))`);
  if (!year) return null;
  const on = { kind: 'date', nth: year['end'] ? -1 : chineseNumber(year['day'] ?? '') };
  return { every: 'year', month: chineseNumber(year['month'] ?? ''), on };
}

const weekdaysIn = (said: string): number[] =>
  [...new Set(Array.from(said.replaceAll(/周|星期|礼拜|[,、和及 ]/g, '')).map(weekdayOf))].sort((a, b) => a - b);
const unitOf = (groups: Record<string, string | undefined>): Repeat['every'] =>
  groups['unit']?.startsWith('季') ? 'quarter' : 'month';
const nthOf = ({ nth, last }: Record<string, string | undefined>): number =>
  last ? -1 : nth ? (chineseNumber(nth) ?? 0) : 1;

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ordinals: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5, last: -1 };
const EN_NTH = '(?<nth>first|second|third|fourth|fifth|last|\\d{1,2}(?:st|nd|rd|th)?)';
const EN_UNIT = '(?<unit>month|quarter)';
const EN_WEEKDAY = '(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*';

function english(written: string): Days | null {
  const text = written
    .replaceAll(/\b(?:on|the|of|in|a)\b/g, ' ')
    .replaceAll(/[\s,]+/g, ' ')
    .trim();
  const match = (pattern: string): Record<string, string | undefined> | null =>
    new RegExp(`^(?:${pattern})$`).exec(text)?.groups ?? null;
  if (/^(?:every ?day|daily)$/.test(text)) return { every: 'day', only: 'all' };
  if (/^every (?:working day|workday|weekday)s?$/.test(text)) return { every: 'day', only: 'working' };
  if (/^every weekend$/.test(text)) return { every: 'week', weekdays: [6, 7] };
  const week = match(`(?:every|weekly|every week) (?<days>${EN_WEEKDAY}(?:(?: and)? ${EN_WEEKDAY})*)`);
  if (week) {
    const days = (week['days'] ?? '').split(' ').filter((word) => word !== 'and');
    const said = new Set(days.map((day) => weekdays.indexOf(day.slice(0, 3)) + 1));
    return { every: 'week', weekdays: [...said].sort((a, b) => a - b) };
  }
  const unit = match(`(?:every|each) ${EN_UNIT}|(?<often>monthly|quarterly)`);
  if (unit) return { every: englishUnit(unit), on: { kind: 'date', nth: 1 } };
  const day = `${EN_NTH} ?(?<what>working day|workday|day|${EN_WEEKDAY})?`;
  const dated =
    match(`${day} (?:every|each) ${EN_UNIT}`) ??
    match(`(?:(?:every|each) ${EN_UNIT}|(?<often>monthly|quarterly)) ${day}`);
  if (dated) return { every: englishUnit(dated), on: englishDay(dated['nth'] ?? '', dated['what'] ?? 'day') };
  const month = `(?<month>${months.join('|')})[a-z]*`;
  const year =
    match(`(?:every|each) year ${EN_NTH} ${month}`) ??
    match(`(?:every|each) year ${month} ${EN_NTH}`) ??
    match(`(?:every|each) ${EN_NTH} ${month}`) ??
    match(`yearly ${EN_NTH} ${month}`);
  if (!year) return null;
  const on = englishDay(year['nth'] ?? '', 'day');
  return { every: 'year', month: months.indexOf(year['month'] ?? '') + 1, on };
}

const englishUnit = ({ unit, often }: Record<string, string | undefined>): Repeat['every'] =>
  unit === 'quarter' || often === 'quarterly' ? 'quarter' : 'month';

function englishDay(nth: string, what: string): DayOfMonth {
  const count = ordinals[nth] ?? Number.parseInt(nth, 10);
  if (what.startsWith('work')) return { kind: 'working', nth: count };
  if (what === 'day') return { kind: 'date', nth: count };
  return { kind: 'weekday', nth: count, weekday: weekdays.indexOf(what.slice(0, 3)) + 1 };
}
