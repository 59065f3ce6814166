import type { Temporal } from 'temporal-polyfill';
import type { Role } from '../../../prisma/generated/enums.ts';
import { readRole } from '../setup-words.ts';
import { plain, takeDay } from './days.ts';

/** What was said about the duty roster; names were taken out before. */
export type RosterWish =
  | { kind: 'show'; week: 'this' | 'next' | null }
  /** A line of the weekly roster. */
  | { kind: 'weekly'; weekdays: number[]; startsAt: string; endsAt: string; role: Role | null }
  /** Lines that are to end; what was not said does not matter. */
  | { kind: 'end'; weekdays: number[] | null; startsAt: string | null; endsAt: string | null; role: Role | null }
  /** One shift on one day. `drop`: as the weekly roster has it; `nobody`: it is not manned. */
  | {
      kind: 'day';
      date: Temporal.PlainDate;
      startsAt: string | null;
      role: Role | null;
      how: 'set' | 'drop' | 'nobody';
    }
  /** `said` is what could not be read. */
  | { kind: 'unreadable'; said: string };

const CLOCK = '(\\d{1,2}):(\\d{2})';
const range = new RegExp(`${CLOCK} ?(?:-|–|—|~|至|到|to|until) ?(?:次日|第二天|翌日|隔天|the next day )? ?${CLOCK}`);
const single = new RegExp(CLOCK);
const cancels = /^(?:取消|删除|撤销|cancel|remove|delete) ?/;
const nobodyWords = /^(?:无人|没人|没有人|不排|空|nobody|none)$/;

/** Reads what follows 值班 in a message, without the names. */
export function readRosterWish(rest: string, today: Temporal.PlainDate): RosterWish {
  const said = plain(rest).replaceAll('：', ':');
  const shown = readWeek(said);
  if (shown !== undefined) return { kind: 'show', week: shown };
  const isCancel = cancels.test(said);
  const wish = readTimes(roleLast(withDigits(said.replace(cancels, ''))));
  if (!wish) return { kind: 'unreadable', said };
  const { startsAt, endsAt } = wish;
  const weekly = endsAt !== null || isCancel ? takeWeekdays(wish.rest) : null;
  if (weekly) {
    const role = readRoleAlone(weekly.rest);
    if (role === undefined) return { kind: 'unreadable', said: weekly.rest };
    if (isCancel) return { kind: 'end', weekdays: weekly.weekdays, startsAt, endsAt, role };
    if (startsAt === null || endsAt === null) return { kind: 'unreadable', said };
    return { kind: 'weekly', weekdays: weekly.weekdays, startsAt, endsAt, role };
  }
  const day = takeDay(wish.rest, today);
  const left = day ? day.rest : wish.rest;
  const isNobody = nobodyWords.test(left);
  const role = isNobody ? null : readRoleAlone(left);
  if (role === undefined) return { kind: 'unreadable', said: left };
  if (day) return { kind: 'day', date: day.date, startsAt, role, how: isCancel ? 'drop' : isNobody ? 'nobody' : 'set' };
  return isCancel ? { kind: 'end', weekdays: null, startsAt, endsAt, role } : { kind: 'unreadable', said };
}

/** "维修 每天 08:00-20:00" as "每天 08:00-20:00 维修". */
function roleLast(said: string): string {
  const [first = '', ...others] = said.split(' ');
  return others.length > 0 && readRoleAlone(first) ? `${others.join(' ')} ${first}` : said;
}

/** Undefined: it is no question for the roster. */
function readWeek(said: string): 'this' | 'next' | null | undefined {
  if (/^(?:今天|现在|now|today)?$/.test(said)) return null;
  if (/^(?:本|这个?)?(?:周|星期)$|^(?:this )?week$/.test(said)) return 'this';
  if (/^下个?(?:周|星期)$|^next week$/.test(said)) return 'next';
  return undefined;
}

/** "8点半" as "8:30". */
const withDigits = (said: string): string =>
  said.replaceAll(/(\d{1,2})点(?:(半)|(\d{1,2})分?)?/g, (_, hour: string, half?: string, minute?: string) => {
    return `${hour}:${half ? '30' : (minute ?? '00').padStart(2, '0')}`;
  });

/** Null for times that no clock shows. 24:00 is the 00:00 of the next day. */
function readTimes(said: string): { startsAt: string | null; endsAt: string | null; rest: string } | null {
  const found = range.exec(said) ?? single.exec(said);
  if (!found) return { startsAt: null, endsAt: null, rest: said };
  const rest = `${said.slice(0, found.index)} ${said.slice(found.index + found[0].length)}`;
  const startsAt = clockOf(found[1], found[2]);
  const endsAt = found[3] === undefined ? null : clockOf(found[3], found[4]);
  if (startsAt === null || (found[3] !== undefined && endsAt === null)) return null;
  return { startsAt, endsAt, rest: rest.replaceAll(/\s+/g, ' ').trim() };
}

function clockOf(hour = '', minute = ''): string | null {
  const [h, m] = [Number(hour), Number(minute)];
  if (h > 24 || m > 59 || (h === 24 && m > 0)) return null;
  return `${String(h % 24).padStart(2, '0')}:${minute}`;
}

const chineseDays = '一二三四五六日';
const englishDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKDAY = '(?:每?(?:周|星期|礼拜))?([一二三四五六日天])|(mon|tue|wed|thu|fri|sat|sun)[a-z]*';
const TO = '(?:-|–|—|~|至|到|to|through)';
const weekdayItem = new RegExp(`^(?:${WEEKDAY})(?: ?${TO} ?(?:${WEEKDAY}))?(?![月日号])`);
const sets: [RegExp, number[]][] = [
  [/^(?:每天|每日|天天|every ?day|daily)/, [1, 2, 3, 4, 5, 6, 7]],
  [/^(?:工作日|平日|weekdays)/, [1, 2, 3, 4, 5]],
  [/^(?:每?(?:个)?周末|weekends?)/, [6, 7]],
];

/** Days of every week at the beginning of a text: 周一至周五, 周一、三、五, 每天, mon-fri; null if there are none. */
function takeWeekdays(text: string): { weekdays: number[]; rest: string } | null {
  for (const [pattern, weekdays] of sets) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return { weekdays, rest: text.slice(found.length).trim() };
  }
  if (!/^(?:每?(?:周|星期|礼拜)[一二三四五六日天]|mon|tue|wed|thu|fri|sat|sun)/.test(text)) return null;
  const days = new Set<number>();
  let rest = text;
  for (let item = weekdayItem.exec(rest); item; item = weekdayItem.exec(rest)) {
    const from = weekdayOf(item[1] ?? item[2] ?? '');
    const to = item[3] ?? item[4];
    for (let day = from; ; day = (day % 7) + 1) {
      days.add(day);
      if (to === undefined || day === weekdayOf(to)) break;
    }
    rest = rest.slice(item[0].length).replace(/^(?: ?(?:[,、和]|and) ?)/, '');
  }
  return { weekdays: [1, 2, 3, 4, 5, 6, 7].filter((day) => days.has(day)), rest: rest.trim() };
}

const weekdayOf = (said: string): number =>
  said.length === 1 ? chineseDays.indexOf(said === '天' ? '日' : said) + 1 : englishDays.indexOf(said) + 1;

/** The role that the words are; null for no words, undefined for other words. */
function readRoleAlone(words: string): Role | null | undefined {
  if (words === '' || /^(?:全部|所有|all)$/.test(words)) return null;
  const read = readRole(words);
  return read && read.buildings.length === 0 && !/[,、]/.test(words) ? read.role : undefined;
}
