import type { Temporal } from 'temporal-polyfill';
import { parse as parseYaml } from 'yaml';
import { isRecord, valueAt } from '../policy/check/flaw.ts';
import { nearest } from '../policy/check/nearest.ts';
import type { Policy, PolicyDocument } from '../policy/policy.ts';
import { atWallTime, wallClock } from '../policy/time/wall-clock.ts';
import { simplify } from '../text/simplify.ts';
import { DAY, dayFrom } from './chinese-day.ts';
import { chineseNumber } from './chinese-number.ts';
import { englishTime } from './english-time.ts';
import { fold } from './fold.ts';
import { pathOfName, policyNames } from './policy-names.ts';
import { todayAt } from './said-day.ts';

/** What somebody wants who says something behind 服务标准. */
export type PolicyWords =
  | { kind: 'show' }
  | { kind: 'versions' }
  /** `running`: for open tickets, too; undefined: as it was proposed. */
  | { kind: 'approve'; version: number; running?: true }
  | { kind: 'withdraw'; version: number }
  /** `from` null: as soon as it is approved. */
  | { kind: 'edit'; path: string[]; value: unknown; from: Date | null; because: string; running: boolean }
  | { kind: 'no_such_line'; said: string; nearest: string | null }
  | { kind: 'no_such_day'; said: string };

export interface PolicyAtHand {
  policy: Policy;
  document: PolicyDocument;
  now: Date;
  timeZone: string;
}

const reason = /[\s,，;；。]*(?:\bbecause\b|因为|因為|原因|理由)[\s:：,，]*(\S[\s\S]*)$/iu;
const runningToo =
  /[\s,，;；]*(?:(?:连同|連同|包括)(?:进行中|進行中|已有|现有|現有)的?(?:工单|案件)?|(?:also|and|with)\s+(?:for\s+)?(?:open|running)(?:\s+(?:ones|tickets))?(?:,?\s*too)?)[\s。.!]*$/iu;
const fromDay =
  /[\s,，;；]+(?:(?:from|从|從|自)\s*(\S.*?)\s*(?:起|开始|開始|on)?|(\S+?)\s*(?:起|开始|開始)|(\d{4}-\d{1,2}-\d{1,2}|now|today|今天|立即|马上|馬上))\s*$/iu;

/** Reads what stands behind 服务标准 or `policy`. Units, days and names may be said as people say them. */
export function readPolicyWords(text: string, at: PolicyAtHand): PolicyWords {
  const said = text.trim();
  if (said === '') return { kind: 'show' };
  const simple = simplify(fold(said)).trim();
  if (/^(?:版本|历史|versions?|history)[。.!?\s]*$/.test(simple)) return { kind: 'versions' };
  const decided = /^(批准|核准|approve|撤回|拒绝|withdraw|refuse)\s*(?:第|版本|version|v)?\s*(\d{1,4})/.exec(simple);
  if (decided) {
    const version = Number(decided[2]);
    if (!/^(?:批准|核准|approve)/.test(simple)) return { kind: 'withdraw', version };
    return { kind: 'approve', version, ...(runningToo.test(said) ? { running: true } : {}) };
  }
  return readEdit(said, at);
}

function readEdit(text: string, at: PolicyAtHand): PolicyWords {
  // A value in braces may have a reason of its own in it.
  const valueEnd = text.lastIndexOf('}') + 1;
  let head = text;
  const because = reason.exec(head.slice(valueEnd));
  if (because) head = head.slice(0, valueEnd + because.index);
  const running = runningToo.exec(head);
  if (running) head = head.slice(0, running.index);
  const day = fromDay.exec(head);
  if (day) head = head.slice(0, day.index);
  const dayText = day?.[1] ?? day?.[2] ?? day?.[3] ?? null;
  const from = dayText === null ? null : readDay(dayText, at);
  if (from === 'none') return { kind: 'no_such_day', said: dayText ?? '' };
  const meant = readChange(head.trim(), at);
  if ('kind' in meant) return meant;
  return { kind: 'edit', ...meant, from, because: because?.[1]?.trim() ?? '', running: running !== null };
}

/** The start of a day, as seen on a wall; null for today, which is now. */
function readDay(said: string, { now, timeZone }: PolicyAtHand): Date | null | 'none' {
  const simple = simplify(fold(said)).trim();
  const today = todayAt(now, timeZone);
  const date = dateFrom(simple, today, now, timeZone);
  if (!date) return 'none';
  return date.equals(today) ? null : atWallTime(date, '00:00', timeZone);
}

function dateFrom(simple: string, today: Temporal.PlainDate, now: Date, timeZone: string): Temporal.PlainDate | null {
  if (/^(?:now|at once|immediately|today|立即|立刻|马上|现在|即日)$/.test(simple)) return today;
  const chinese = new RegExp(`^(?:${DAY})$`, 'u').exec(simple);
  const day = chinese?.groups ? dayFrom(chinese.groups, today, () => true) : null;
  if (day && day !== 'none') return day;
  const found = englishTime(simple, now, timeZone);
  return found && found.start === 0 && found.end >= simple.length ? wallClock(found.at, timeZone).toPlainDate() : null;
}

type Change = { path: string[]; value: unknown };

function readChange(head: string, at: PolicyAtHand): Change | Extract<PolicyWords, { kind: 'no_such_line' }> {
  const verb = /^(?:改|修改|调整|調整|set\s|change\s)\s*/iu.exec(head)?.[0].length ?? 0;
  const said = head.slice(verb);
  const simple = simplify(fold(said));
  const name = policyNames.find((one) => simple.startsWith(one) && !/^[a-z.-]/.test(simple.slice(one.length)));
  if (name !== undefined) {
    const path = pathOfName(name, at.policy);
    return path
      ? { path: [...path], value: asText(readValue(said.slice(name.length))) }
      : { kind: 'no_such_line', said: name, nearest: null };
  }
  const [token = said] = /^[^\s=]+?(?=\s|=|$|(?<=\p{Script=Han})[\d半])/u.exec(said) ?? [];
  const path = resolvePath(token, at.document);
  if (path) return { path, value: readValue(said.slice(token.length)) };
  return { kind: 'no_such_line', said: token, nearest: nearestName(token, at.document) };
}

const pathsOf = (value: unknown, path: readonly string[] = []): string[][] =>
  isRecord(value) && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))
    : [[...path]];

/** A path as it is written, in whatever case; the name of a line alone is its `within`. Null where nothing stands, or much does. */
function resolvePath(said: string, document: PolicyDocument): string[] | null {
  const leaves = pathsOf(document);
  const written = fold(said);
  const meant = [written, `limits.${written}`, `limits.${written}.within`, `${written}.within`];
  const known = leaves.find((path) => meant.includes(path.join('.').toLowerCase()));
  if (known) return known;
  // A field that was left out so far: what is above it must be there, and the check says whether it may be.
  const keys = said.split('.');
  if (keys.length < 2) return null;
  const isLine = (path: string[]): boolean => path[0] === 'limits' && path.length === 2;
  const mayStand = (path: string[]): boolean =>
    !isLine(path) && isRecord(valueAt(document, path.slice(0, -1))) && !isRecord(valueAt(document, path));
  return [keys, ['limits', ...keys]].find(mayStand) ?? null;
}

function nearestName(said: string, document: PolicyDocument): string | null {
  const whole = pathsOf(document).map((path) => path.join('.'));
  const short = [...Object.keys(document.limits), ...whole.map((path) => path.replace(/^limits\./, ''))];
  const names = [...policyNames, ...short, ...whole];
  return nearest(simplify(fold(said)), names);
}

const units: [RegExp, string][] = [
  [/^(?:分钟|分|min)/, 'min'],
  [/^(?:小时|钟头|h)/, 'h'],
  [/^(?:天|日|d)/, 'd'],
  [/^(?:周|星期|礼拜|w)/, 'w'],
];
const part =
  /\s*(\d{1,5}|半|[一二两三四五六七八九十]{1,3})\s*个?\s*(分钟|分|min(?:ute)?s?|小时|钟头|h(?:ou)?rs?|h|天|日|d(?:ays?)?|周|星期|礼拜|w(?:eeks?)?)(?![a-z])/y;

/** A duration as a policy is written ("12h"), also where it was said as people say it ("半小时", "1天12小时"); else null. */
export function writtenDuration(said: string): string | null {
  const simple = simplify(fold(said)).trim();
  const parts: string[] = [];
  part.lastIndex = 0;
  let end = 0;
  for (let found = part.exec(simple); found; found = part.exec(simple)) {
    end = part.lastIndex;
    const [, amount = '', unit = ''] = found;
    const sign = units.find(([pattern]) => pattern.test(unit))?.[1] ?? 'h';
    parts.push(amount === '半' ? halfOf(sign) : `${chineseNumber(amount) ?? amount}${sign}`);
  }
  return parts.length > 0 && end === simple.length ? parts.join(' ') : null;
}

const halfOf = (unit: string): string => ({ min: '1min', h: '30min', d: '12h', w: '84h' })[unit] ?? unit;

/** Whatever has a name is a time: a number without a unit is told so, and not that it is a number. */
const asText = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value);

/** A value as a policy holds it: a duration as people say it, or what YAML makes of the text. */
function readValue(text: string): unknown {
  const said = text.replace(/^\s*(?:改为|改為|改成|为|為|到|to\s|=|:|：)?\s*/iu, '').trim();
  if (/^(?:不限|没有|沒有|no limit|none|null)$/iu.test(said)) return null;
  const duration = writtenDuration(said);
  if (duration !== null) return duration;
  try {
    return parseYaml(said.normalize('NFKC')) as unknown;
  } catch {
    return said;
  }
}
