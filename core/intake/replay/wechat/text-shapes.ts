import { wallDate, wallTime, type WallTime } from './wall-time.ts';

/** What the first line of a message says. `words` is what follows on that line; null where the words begin below it. */
export interface Head {
  name: string;
  time: WallTime | null;
  words: string | null;
  senderId?: string;
}

/** One way of writing a chat down as text, known by the first lines of its messages. */
export interface TextShape {
  name: 'time, then name' | 'name, then time' | 'name (time): words' | '[time] name: words' | 'mail';
  /** The head of a message in this line, or null when it is none. `day` is the date last read, for shapes that write it once a day. */
  head(line: string, day: Day): Head | null;
}

/** A date, as a year, a month from 1 and a day; null where the file has not named one yet. */
export type Day = readonly [number, number, number] | null;

const stamp = String.raw`\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*(?:上午|下午|凌晨|早上|中午|晚上)?\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?`;
const timeFirst = new RegExp(`^(${stamp})(?:\\s+(.*))?$`, 'u');
const nameFirst = new RegExp(`^(.{1,80}?)\\s+(${stamp})$`, 'u');
const inline = new RegExp(`^(.{0,80}?)\\s?\\((${stamp})\\)\\s?[:：](.*)$`, 'u');
const bracketed = new RegExp(`^(?:-\\s)?\\[(${stamp})\\]\\s?(.*)$`, 'u');
/** chatlog leaves out the year within one year, and the date within one day. */
const shortStamp =
  /^(.{1,120}?\([\w@.-]{2,60}\)|我|[\w@-]{3,60})\s+(?:\[[^\]\n]*\]\s+)?(?:(\d{2})-(\d{2})\s+)?(\d{2}):(\d{2}):(\d{2})$/u;
const mailLine = /^(.{1,80}?)\s{2,}(\d{1,2}):(\d{2})$/u;
const withId = /^(.*)\(([\w@.-]{2,60})\)$/u;
const roomBehind = /\s+\[[^\]\n]*\]$/u;

export const textShapes: readonly TextShape[] = [
  {
    name: 'mail',
    head(line, day) {
      const found = mailLine.exec(line.trimEnd());
      if (!found || !day) return null;
      const at = wallDate([...day, Number(found[2]), Number(found[3]), 0]);
      return at && { name: (found[1] ?? '').trim(), time: { at, aheadMs: null }, words: null };
    },
  },
  {
    name: '[time] name: words',
    head(line) {
      const found = bracketed.exec(line);
      const time = found && wallTime(found[1] ?? '');
      return time ? { name: '', time, words: found[2] ?? '' } : null;
    },
  },
  {
    name: 'name (time): words',
    head(line) {
      const found = inline.exec(line);
      const time = found && wallTime(found[2] ?? '');
      return time ? { name: (found[1] ?? '').trim(), time, words: found[3] ?? '' } : null;
    },
  },
  {
    name: 'time, then name',
    head(line) {
      const found = timeFirst.exec(line);
      const time = found && wallTime(found[1] ?? '');
      return time ? { ...named((found[2] ?? '').trim()), time, words: null } : null;
    },
  },
  {
    name: 'name, then time',
    head(line, day) {
      const found = nameFirst.exec(line);
      const time = found && wallTime(found[2] ?? '');
      if (time) return { ...named((found[1] ?? '').replace(roomBehind, '').trim()), time, words: null };
      const short = shortStamp.exec(line);
      if (!short || !day) return null;
      const [, name = '', month, date, hour, minute, second] = short;
      const on: Day = month === undefined ? day : [day[0], Number(month), Number(date)];
      const at = wallDate([...on, Number(hour), Number(minute), Number(second)]);
      return at && { ...named(name), time: { at, aheadMs: null }, words: null };
    },
  },
];

/** `老王(wxid_1a2b)` is a name and an id. */
function named(whole: string): Pick<Head, 'name' | 'senderId'> {
  const found = withId.exec(whole);
  // "李姐(3栋)" is a name alone: ids have letters, figures and signs only, and more than a few of them.
  return found &&
    (/^(?:wxid_|gh_)|@chatroom$|@openim$/.test(found[2] ?? '') || found[2] === '我' || (found[2] ?? '').length >= 6)
    ? { name: (found[1] ?? '').trim() || (found[2] ?? ''), senderId: found[2] ?? '' }
    : { name: whole };
}

const dayRule = /^\s*[—–\-*=─]{3,}\s*(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})日?\s*(?:星期.|周.)?\s*[—–\-*=─]{3,}\s*$/u;

/** The date that a separator names: `—————  2026-02-26  —————`. */
export function dayOf(line: string): Day {
  const found = dayRule.exec(line);
  return found ? [Number(found[1]), Number(found[2]), Number(found[3])] : null;
}
