import { atWallTime, wallClock } from '../../policy/time/wall-clock.ts';
import type { CareSchedule } from '../../notices/care/schedule.ts';
import { plain, takeDay } from '../duty/days.ts';
import { parseTime } from '../parse-time.ts';

/** What somebody wants of the care check-ins (P8g). */
export type CareOrder =
  /** Nothing more was said: how it stands. */
  | { kind: 'standing' }
  | ({ kind: 'start' } & CareSchedule)
  | { kind: 'stop' }
  | { kind: 'pause'; until: Date }
  | { kind: 'greetings'; on: boolean }
  /** Staff speak of somebody else: `whom` is flat and name, as written. */
  | ({ kind: 'enter'; whom: string } & CareSchedule)
  | { kind: 'end'; whom: string }
  | { kind: 'unclear' };

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const days: [RegExp, readonly number[]][] = [
  [/每天|天天|每日|日日|every ?day|each day|daily/, everyDay],
  [
    /(?:每个?)?工作日|周一(?:到|至|-)周五|(?:on )?(?:week ?days|working days)|mon(?:day)?s? to fri(?:day)?s?/,
    [1, 2, 3, 4, 5],
  ],
  [/(?:每个?)?周末|(?:on )?(?:the )?week ?ends?/, [6, 7]],
];
const chineseDays = /(?:每个?)?(?:周|星期|礼拜)([一二三四五六日天](?:[、,和 ]*(?:周|星期|礼拜)?[一二三四五六日天])*)/;
const englishDays =
  /(?:on |every )?\b((?:mon|tue|wed|thu|fri|sat|sun)[a-z]*(?:(?:,| and|, and|\s)+(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)*)\b/;

/**
 * Reads `关怀 …`: nothing · `每天9点` · `周一周三 下午3点` · `停` · `暂停到下周一` · `祝福 开` · `新增 3-2-501 李阿姨 每天9点` · `停 3-2-501`, and the
 * same in English. A pause ends at the beginning of the day that is named. What is said of a time without a day is every day.
 */
export function readCareOrder(rest: string, now: Date, timeZone: string): CareOrder {
  const said = plain(rest)
    .replaceAll('週', '周')
    .replace(/[。.!！~\s]+$/, '');
  if (said === '' || /^(?:列表|名单|list)$/.test(said)) return { kind: 'standing' };
  const greetings = /^(?:祝福|问候|greetings?) ?(开|开启|要|on|yes|关|关闭|不要|off|no)$/.exec(said)?.[1];
  if (greetings !== undefined) return { kind: 'greetings', on: /^(?:开|开启|要|on|yes)$/.test(greetings) };
  const stop = /^(?:停用|停止|取消|停|stop|off|end)(?: ?[:,] ?| |$)(.*)$/.exec(said);
  if (stop) return stop[1] ? { kind: 'end', whom: stop[1] } : { kind: 'stop' };
  const pause = /^(?:暂停|pause) ?(?:到|至|until|till|to)? ?(.+)$/.exec(said)?.[1];
  if (pause !== undefined) {
    const until = instantIn(pause, now, timeZone);
    return until && until > now ? { kind: 'pause', until } : { kind: 'unclear' };
  }
  const entered = /^(?:新增|添加|登记|add) ?:? ?(.+)$/.exec(said)?.[1];
  const read = readSchedule(entered ?? said, now, timeZone);
  if (!read) return { kind: 'unclear' };
  const { rest: whom, ...schedule } = read;
  if (entered !== undefined) return whom === '' ? { kind: 'unclear' } : { kind: 'enter', whom, ...schedule };
  return /^(?:问候|问我|问|吧|请|提醒|好吗|please|ask me|ask)*$/.test(whom.replaceAll(' ', ''))
    ? { kind: 'start', ...schedule }
    : { kind: 'unclear' };
}

/** A day without a time is its first instant. */
function instantIn(said: string, now: Date, timeZone: string): Date | null {
  const day = takeDay(said, wallClock(now, timeZone).toPlainDate());
  if (day?.rest === '') return atWallTime(day.date, '00:00', timeZone);
  return parseTime(said, now, timeZone)?.at ?? null;
}

function readSchedule(said: string, now: Date, timeZone: string): (CareSchedule & { rest: string }) | null {
  const found = weekdaysIn(said);
  const clock = clockIn(found.rest, now, timeZone);
  return clock && { weekdays: found.weekdays, askAt: clock.askAt, rest: clock.rest };
}

function weekdaysIn(said: string): { weekdays: readonly number[]; rest: string } {
  for (const [pattern, weekdays] of days)
    if (pattern.test(said)) return { weekdays, rest: said.replace(pattern, ' ').trim() };
  const chinese = chineseDays.exec(said);
  if (chinese?.[1]) {
    const named = Array.from(chinese[1]).flatMap(
      (sign) => '一二三四五六日'.indexOf(sign.replace('天', '日')) + 1 || [],
    );
    return { weekdays: sorted(named), rest: said.replace(chinese[0], ' ').trim() };
  }
  const english = englishDays.exec(said);
  if (english?.[1]) {
    const named = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].flatMap((day, index) =>
      english[1]?.includes(day) ? [index + 1] : [],
    );
    return { weekdays: sorted(named), rest: said.replace(english[0], ' ').trim() };
  }
  return { weekdays: everyDay, rest: said };
}

const sorted = (named: readonly number[]): number[] => [...new Set(named)].sort((a, b) => a - b);

const clocks =
  /(?:(?:凌晨|夜里|半夜|早上|早晨|清晨|上午|中午|下午|傍晚|晚上|晚|早) ?)?(?:\d{1,2}[:点时]\d{0,2}半?分?|[一二两三四五六七八九十]{1,3}点[一二三四五]?[十半刻]?[一二三四五六七八九]?分?|(?:at )?\d{1,2}(?::\d{2})? ?(?:am|pm|o'?clock)|(?:at )?(?:noon))/;

function clockIn(said: string, now: Date, timeZone: string): { askAt: string; rest: string } | null {
  const found = clocks.exec(said)?.[0];
  const read = found === undefined ? null : parseTime(found, now, timeZone);
  if (found === undefined || !read) return null;
  const { hour, minute } = wallClock(read.at, timeZone);
  const askAt = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return { askAt, rest: said.replace(found, ' ').replaceAll(/\s+/g, ' ').trim() };
}
