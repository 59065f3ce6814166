import type { Texts } from '../../text/texts.ts';
import { lineFor } from '../limits.ts';
import { groupMatters } from './matters.ts';
import { hoursOfWeek } from './office-hours.ts';
import { limitPurposes, type Counts, type LimitPurpose, type Policy } from '../policy.ts';
import { leavesOf, type Leaf } from './policy-leaves.ts';
import { readDuration } from '../document/units.ts';

/**
 * What is different in a second policy, a line each: "咨询：24 小时 → 12 小时". What residents would notice comes first and in words;
 * what has no words is named by its path. Empty if, and only if, both say the same, however they are written.
 */
export function diffInWords(before: Policy, after: Policy, texts: Texts): string[] {
  const limits = limitPurposes.flatMap((purpose) => limitChanges(purpose, before, after, texts));
  const [old, now] = [leavesOf(before), leavesOf(after)];
  const others = leafChanges(old, now)
    .filter(({ path }) => !(limits.length > 0 && isSaidByLimits(path, old, now)))
    .map(({ path, was, is }) => {
      const said = (written: string | null): string =>
        written === null ? texts.nothing() : valueInWords(path, written, texts);
      return texts.policyChange(texts.policyField(path) ?? path, said(was), said(is));
    });
  return [
    ...limits,
    ...weekChange(before, after, texts),
    ...holidayChange(before, after, texts),
    ...dayChanges(before, after, texts),
    ...others,
  ];
}

/** Matters for which a limit is another one. */
function limitChanges(purpose: LimitPurpose, before: Policy, after: Policy, texts: Texts): string[] {
  if (purpose === 'promise') return [];
  const allowed = (policy: Policy, matter: Parameters<typeof lineFor>[2]): string => {
    const line = lineFor(policy, purpose, matter)?.line;
    return line?.within == null ? texts.unlimited() : texts.span({ ms: line.within, counts: line.counts });
  };
  return groupMatters((matter) => {
    const pair = [allowed(before, matter), allowed(after, matter)];
    return pair[0] === pair[1] ? '' : JSON.stringify(pair);
  }).flatMap(({ value, scope }) => {
    if (value === '') return [];
    const [was, is] = JSON.parse(value) as [string, string];
    return [texts.policyChange(texts.limitName(purpose, texts.matters(scope)), was, is)];
  });
}

function weekChange(before: Policy, after: Policy, texts: Texts): string[] {
  const [was, is] = [texts.weekHours(hoursOfWeek(before)), texts.weekHours(hoursOfWeek(after))];
  return was === is ? [] : [texts.policyChange(texts.policyField('calendar.week') ?? 'calendar.week', was, is)];
}

function holidayChange({ calendar: before }: Policy, { calendar: after }: Policy, texts: Texts): string[] {
  const [was, is] = [texts.windows(before.onHolidays), texts.windows(after.onHolidays)];
  const what = texts.policyField('calendar.onHolidays') ?? 'calendar.onHolidays';
  return was === is ? [] : [texts.policyChange(what, was, is)];
}

function dayChanges({ calendar: before }: Policy, { calendar: after }: Policy, texts: Texts): string[] {
  const said = ({ days }: Policy['calendar'], day: string): string => {
    const special = days[day];
    return special ? texts.specialDay(texts.windows(special.open), special.because) : texts.nothing();
  };
  return [...new Set([...Object.keys(before.days), ...Object.keys(after.days)])]
    .toSorted()
    .filter((day) => said(before, day) !== said(after, day))
    .map((day) => texts.policyChange(day, said(before, day), said(after, day)));
}

interface LeafChange {
  path: string;
  was: string | null;
  is: string | null;
}

/** The week, holidays and special days are told apart. */
function leafChanges(before: readonly Leaf[], after: readonly Leaf[]): LeafChange[] {
  const [old, now] = [before, after].map((all) => new Map(all.map(({ path, written }) => [path, written])));
  const paths = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...paths]
    .filter((path) => !/^calendar\.(?:week|days|onHolidays)/.test(path))
    .map((path) => ({ path, was: old?.get(path) ?? null, is: now?.get(path) ?? null }))
    .filter(({ was, is }) => was !== is);
}

/** What a line of the limits says of matters and times has been told by what changed for whom; new and old lines wholly so. */
function isSaidByLimits(path: string, before: readonly Leaf[], after: readonly Leaf[]): boolean {
  const [line, field] = /^limits\.([^.]+)\.(\w+)/.exec(path)?.slice(1) ?? [];
  if (line === undefined || field === undefined) return false;
  const has = (leaves: readonly Leaf[]): boolean => leaves.some((leaf) => leaf.path.startsWith(`limits.${line}.`));
  const isLinePlan = field === 'ladder' || field === 'clause';
  return !isLinePlan || !has(before) || !has(after);
}

/** A duration, or a kind of time, as it is said; anything else as it is written. */
function valueInWords(path: string, written: string, texts: Texts): string {
  if (path === 'calendar.onMakeUpDays' && written === 'null') return texts.asOnMonday();
  if (written === 'null' || written === '{}') return texts.nothing();
  const ms = /^\d+(?:min|h|d|w)\b/.test(written) ? readDuration(written) : null;
  if (ms !== null) return texts.span({ ms, counts: 'calendar' });
  return path.endsWith('.counts') ? texts.counts(written as Counts) : written;
}
