import type { AudienceInput } from '../../outbox/broadcast/audience.ts';
import type { ActivityMistake } from '../../text/activities/texts.ts';
import { readFields } from '../fields.ts';
import { fold } from '../fold.ts';
import { readAudience, type AudienceRead } from '../notices/read-audience.ts';
import { parseTime } from '../parse-time.ts';

/** An activity as a draft has it. */
export interface ActivityDraft {
  title: string;
  text: string;
  place: string;
  startsAt: Date;
  signUpUntil: Date | null;
  capacity: number | null;
  audience: AudienceInput;
}

const names = {
  title: ['名称', '标题', '活动名称', 'title', 'name'],
  text: ['内容', '正文', '说明', 'text', 'details'],
  startsAt: ['时间', '活动时间', '开始', '开始时间', 'time', 'when', 'starts'],
  place: ['地点', '活动地点', '地址', 'place', 'where', 'venue'],
  capacity: ['名额', '人数', '限额', 'places', 'seats', 'capacity'],
  until: ['报名截止', '报名截至', '截止', '截至', '截止时间', '报名截止时间', 'until', 'sign-up until', 'deadline'],
  audience: ['范围', '对象', '发给', 'audience', 'for'],
} as const;

/** `时间 周六10点`: the colon is often forgotten. */
const bare = ['startsAt', 'place', 'capacity', 'until', 'audience'] as const;

export type DraftRead =
  | { kind: 'draft'; draft: ActivityDraft }
  | { kind: 'mistakes'; mistakes: ActivityMistake[] }
  /** There are no fields in it: it is no draft, and changes none. */
  | { kind: 'none' };

/**
 * Reads what somebody of the office wrote about an activity: the first line is its name, lines `时间: …`, `地点: …`, `名额: …`,
 * `报名截止: …`, `范围: …` are fields in any order, and the rest is what residents read about it. Of a time from … to …, the beginning counts.
 *
 * @param before the draft that is changed: what is not named stays
 */
export function readDraft(text: string, now: Date, timeZone: string, before?: ActivityDraft): DraftRead {
  const { body, fields, unknown } = readFields(text, names, ['text'], bare);
  if (Object.keys(fields).length === 0 && unknown.length === 0 && before) return { kind: 'none' };
  const mistakes: ActivityMistake[] = unknown.map((one) => ({ kind: 'field', ...one }));
  const [first = '', ...rest] = body.split('\n');
  const title = (fields.title ?? before?.title ?? first).trim();
  const written = before ? before.text : [fields.title === undefined ? '' : first, ...rest].join('\n').trim();

  const starts = fields.startsAt === undefined ? (before?.startsAt ?? null) : time(fields.startsAt, now, timeZone);
  const until = readUntil(fields.until, before?.signUpUntil ?? null, now, timeZone);
  const capacity = fields.capacity === undefined ? (before?.capacity ?? null) : readCapacity(fields.capacity);
  const audience = fields.audience === undefined ? { audience: before?.audience ?? {} } : whom(fields.audience);

  if (title === '') mistakes.push({ kind: 'no_title' });
  if (starts === null) {
    const said = fields.startsAt ?? '';
    mistakes.push(said === '' ? { kind: 'no_time' } : { kind: 'time', said });
  } else if (starts <= now) mistakes.push({ kind: 'time_passed' });
  if (until === 'unclear') mistakes.push({ kind: 'until', said: fields.until ?? '' });
  else if (until !== null && until <= now) mistakes.push({ kind: 'until_passed' });
  else if (until !== null && starts !== null && until > starts) mistakes.push({ kind: 'until_late' });
  if (capacity === 'unclear') mistakes.push({ kind: 'capacity', said: fields.capacity ?? '' });
  if ('mistake' in audience) mistakes.push({ kind: 'audience', said: audience.mistake });

  if (mistakes.length > 0 || starts === null || until === 'unclear' || capacity === 'unclear' || 'mistake' in audience)
    return { kind: 'mistakes', mistakes };
  const place = fields.place ?? before?.place ?? '';
  const details = { title, text: fields.text ?? written, place };
  return { kind: 'draft', draft: { ...details, startsAt: starts, signUpUntil: until, capacity, ...audience } };
}

const range =
  /(?<=[点點时時分半\d])\s*(?:-|–|—|~|到|至)\s*(?:上午|中午|下午|晚上)?\d{1,2}(?::\d{2}|[点點时時]\S*)?.*$/u;

/** When it begins: of "9:00-11:00" that is nine o'clock. */
function time(said: string, now: Date, timeZone: string): Date | null {
  const folded = fold(said);
  // "12-6" is a day, and no stretch of time.
  const isStretch = /[:点點时時]/.test(folded);
  const start = isStretch ? folded.replace(range, '') : said;
  return (parseTime(start, now, timeZone) ?? parseTime(said, now, timeZone))?.at ?? null;
}

/** An activity is for places and groups, not for who reported something. */
function whom(said: string): AudienceRead {
  const read = readAudience(said);
  const code = 'audience' in read ? read.audience.reportersOf?.[0] : undefined;
  return code === undefined ? read : { mistake: code };
}

function readUntil(
  said: string | undefined,
  before: Date | null,
  now: Date,
  timeZone: string,
): Date | null | 'unclear' {
  if (said === undefined) return before;
  if (said === '' || /^(?:无|無|不限|没有|沒有|none)$/i.test(said)) return null;
  return parseTime(said, now, timeZone)?.at ?? 'unclear';
}

function readCapacity(said: string): number | null | 'unclear' {
  const plain = fold(said).trim();
  if (plain === '' || /^(?:不限|无|無|不限人数|no limit|none|unlimited)$/.test(plain)) return null;
  const count = /^(?:限\s*)?(\d{1,4})\s*(?:人|位|个|個|名|people|places)?$/.exec(plain)?.[1];
  return count === undefined || Number(count) === 0 ? 'unclear' : Number(count);
}
