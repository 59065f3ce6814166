import type { Temporal } from 'temporal-polyfill';
import { chineseNumber, NUMBER } from './chinese-number.ts';
import { dateOf, lastOfMonth, mondayOf, nextDate } from './said-day.ts';

export type SaidParts = Record<string, string | undefined>;

/** The pattern of a day in Simplified characters; {@link dayFrom} reads its groups. */
export const DAY = [
  '(?<relative>今|明|大后|后)(?:[天日儿]|(?=[早晚夜]))',
  `(?<daysAhead>${NUMBER})天(?:之后|以后|后)`,
  '(?<week>本|这个?|下下个?|下个?)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天末]|[1-7](?!\\d))',
  '(?<wholeWeek>本|这个?|下个?)(?:周|星期|礼拜)',
  `(?:(?<year>\\d{4})年)?(?<month>${NUMBER})月(?<dayOfMonth>${NUMBER})[日号]?`,
  '(?<isoYear>\\d{4})-(?<isoMonth>\\d{1,2})-(?<isoDay>\\d{1,2})',
  `(?<nextMonth>下个?月)(?<dayOfNextMonth>${NUMBER})[日号]`,
  '(?<monthEnd>(?:本|这个?|下个?)?月[底末])',
  '(?<yearEnd>年底)',
  `(?<![\\d-])(?<bareDay>${NUMBER})[日号](?![楼栋幢座门单院库机线梯])`,
].join('|');

const relativeDays: Record<string, number> = { 今: 0, 明: 1, 后: 2, 大后: 3 };
const weekdays: Record<string, number> = { 日: 7, 天: 7, 末: 7 };
const weeksAhead = (said: string): number => (said.startsWith('下下') ? 2 : said.startsWith('下') ? 1 : 0);

/**
 * The day that was said; 'none' if none was, null if there is no such day. A weekday without 本 or 下 is the next one that
 * is still `open`, today included; a date without a year, or a day without a month, is the next one, today included.
 */
export function dayFrom(
  said: SaidParts,
  today: Temporal.PlainDate,
  open: (date: Temporal.PlainDate) => boolean,
): Temporal.PlainDate | 'none' | null {
  const number = (key: string): number => chineseNumber(said[key] ?? '') ?? Number.NaN;
  if (said['relative']) return today.add({ days: relativeDays[said['relative']] ?? 0 });
  if (said['daysAhead']) return today.add({ days: number('daysAhead') });
  if (said['weekday']) {
    const weekday = weekdays[said['weekday']] ?? number('weekday');
    if (said['week']) return mondayOf(today, weeksAhead(said['week'])).add({ days: weekday - 1 });
    const next = today.add({ days: (weekday - today.dayOfWeek + 7) % 7 });
    return open(next) ? next : next.add({ weeks: 1 });
  }
  if (said['wholeWeek']) {
    const monday = mondayOf(today, weeksAhead(said['wholeWeek']));
    const friday = monday.add({ days: 4 });
    return open(friday) ? friday : monday.add({ days: 6 });
  }
  if (said['month']) {
    const [month, day] = [number('month'), number('dayOfMonth')];
    return said['year'] ? dateOf(Number(said['year']), month, day) : nextDate(month, day, today);
  }
  if (said['isoYear']) return dateOf(Number(said['isoYear']), number('isoMonth'), number('isoDay'));
  if (said['nextMonth']) {
    const month = today.with({ day: 1 }).add({ months: 1 });
    return dateOf(month.year, month.month, number('dayOfNextMonth'));
  }
  if (said['monthEnd']) return lastOfMonth(today, weeksAhead(said['monthEnd']));
  if (said['yearEnd']) return today.with({ month: 12, day: 31 });
  if (said['bareDay']) {
    const day = number('bareDay');
    const month = day >= today.day ? today : today.with({ day: 1 }).add({ months: 1 });
    return dateOf(month.year, month.month, day);
  }
  return 'none';
}
