import { chineseNumber, NUMBER } from '../../desk/chinese-number.ts';

/** A time of the day as it was said. */
export interface Clock {
  hour: number;
  minute: number;
  /** 上午, 下午, 晚 … */
  part: string | null;
  /** Said as 8点, and not as 8:00. */
  spoken: boolean;
  start: number;
  end: number;
}

const PART = '凌晨|清晨|早晨|早上|上午|中午|午间|下午|午后|傍晚|晚上|晚间|夜间|夜里|夜晚|深夜|晚|早|am|pm';
const clock = new RegExp(
  `(?<part>${PART})?\\s*(?:(?<![\\d:])(?<hour>\\d{1,2}):(?<minute>\\d{2})(?!\\d)|(?<![\\d.:]|(?:有|差|早|大|快|慢)(?=一))(?<spoken>${NUMBER})[点时](?![间候常段期长]|[\\d一二三四五六七八九十]*[栋幢楼])(?:(?<half>半)|(?<quarter>[一三])刻|(?<minutes>${NUMBER})分?|整)?|` +
    `(?<![\\d.:月日/-])(?<bare>${NUMBER})(?=\\s*(?:[-–—~]|至|到)\\s*(?:${PART})?\\s*${NUMBER}[点时]))`,
  'g',
);

/** Every time of the day in a text, in its order: `8:00`, `8点半`, `晚上十点`, and the first of `8-12点`. */
export function clocksIn(text: string): Clock[] {
  return [...text.matchAll(clock)].flatMap((match): Clock[] => {
    const { part, hour, minute, spoken, half, quarter, minutes, bare } = match.groups ?? {};
    const hours = chineseNumber(hour ?? spoken ?? bare ?? '');
    const said = half ? 30 : quarter ? (quarter === '三' ? 45 : 15) : chineseNumber(minute ?? minutes ?? '0');
    if (hours === null || said === null || hours > 24 || said > 59) return [];
    const start = match.index;
    const end = start + match[0].length;
    return [{ hour: hours, minute: said, part: part ?? null, spoken: hour === undefined, start, end }];
  });
}

const isNight = (part: string | null): boolean => part !== null && /晚|夜/.test(part);
const isLate = (part: string | null): boolean => part !== null && /下午|午后|傍晚|晚|夜|pm/.test(part);

function hourOf({ hour, minute, part }: Clock): number {
  const plain = hour + minute / 60;
  if (part === '凌晨' && hour === 12) return minute / 60;
  if (isNight(part) && (hour === 12 || hour <= 4))
    return (hour === 12 ? 0 : plain) + (hour === 12 ? minute / 60 : 0) + 24;
  if (/中午|午间/.test(part ?? '') && hour <= 3) return plain + 12;
  return isLate(part) && hour < 12 ? plain + 12 : plain;
}

/**
 * From which hour of the day until which: of `下午2点到5点` both are in the afternoon, `22:00到6:00` ends at 30, the sixth hour of the next
 * day, `9点到3点` at 15. Spoken hours from 1 to 6 without a part of the day are in the afternoon.
 *
 * @param apart the end is said with a day of its own, and is not set right by the beginning
 */
export function hoursOf(first: Clock, second: Clock | null, apart: boolean): [from: number, until: number] {
  const isVague = ({ part, spoken, hour }: Clock): boolean => part === null && spoken && hour >= 1 && hour <= 6;
  const from = hourOf(first) + (isVague(first) && (second === null || isVague(second)) ? 12 : 0);
  if (!second) return [from, from];
  const plain = hourOf(second);
  if (apart) return [from, plain];
  if (second.part === null && isLate(first.part) && plain < 12 && plain + 12 > from) return [from, plain + 12];
  if (plain > from) return [from, plain];
  if (second.part === null && from < 12 && plain <= 12 && plain + 12 > from) return [from, plain + 12];
  return [from, plain + 12 > from && isVague(first) && isVague(second) ? plain + 12 : plain + 24];
}
