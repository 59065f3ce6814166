import type { FollowUpOccasion } from '../../policy/policy.ts';
import type { Expectation, Standards } from '../../policy/reading/standards.ts';
import { lines } from '../layout.ts';
import type { PolicyTexts } from './texts.ts';

/** The sentences of a language, from which its page of service standards is made. */
export interface PageSentences extends Pick<PolicyTexts, 'span' | 'matters' | 'weekHours' | 'windows' | 'specialDay'> {
  title: string;
  hours(week: string, holidays: string | null, zone: string | null): string;
  asEver: string;
  onHolidays(windows: string): string;
  quiet(from: string, to: string): string;
  expect: string;
  /** `within` null: no limit. */
  answer(matters: string, within: string | null, isEmergency: boolean): string;
  everything: string;
  reopened(within: string): string;
  progress(within: string): string;
  resolution(within: string): string;
  promise: string;
  passing: string;
  ifLate: string;
  /** Who looks into it; `after` null: at the limit itself. */
  told(who: { who: string; after: string | null }[]): string;
  apology(newDate: string): string;
  afterwards: string;
  closing(remindAfter: string, closeAfter: string): string;
  followUps(after: string, byPerson: string | null, byBot: string | null): string;
  occasion(occasion: FollowUpOccasion, share: string): string;
  addressee: Record<Standards['late']['told'][number]['who'], string>;
  telling: string;
  /** What is not urgent and above the budget of the day waits for the hours of the digest. */
  budget(most: number, digestAt: string): string;
  changes(leadTime: string): string;
  /** Shares as they are said: "50%". */
  votes(quorum: string, majority: string): string;
  inCharge: string;
  inChargeOf(what: string, name: string): string;
  list(items: readonly string[]): string;
  /** "报修 7 天" */
  spanOf(matters: string, within: string): string;
  clauses(codes: readonly string[]): string;
}

/** More days that differ than these are for the notice board. */
const MOST_DAYS = 3;
const MOST_NAMES = 12;

/** The page: the hours, what may be expected, what happens when it is late, what comes afterwards, how residents are told and asked, who is in charge. */
export function pageWith(say: PageSentences, standards: Standards): string {
  const { late, closing, followUps, telling, inCharge } = standards;
  const cited = (codes: string[]): string => (standards.clauses ? say.clauses(codes) : '');
  const item = (text: string, ...codes: string[]): string => `· ${text}${cited(codes)}`;
  const all = (expected: Expectation[], sentence: (within: string) => string): string | null => {
    const limited = expected.flatMap(({ scope, within, clause }) => (within ? [{ scope, within, clause }] : []));
    if (limited.length === 0) return null;
    // What holds in general comes first, without a name.
    limited.sort((a, b) => Number(say.matters(a.scope) !== '') - Number(say.matters(b.scope) !== ''));
    const spans = limited.map(({ scope, within }) => say.spanOf(say.matters(scope), say.span(within)));
    return item(sentence(say.list(spans)), ...new Set(limited.map(({ clause }) => clause)));
  };
  const asked = (who: 'byPerson' | 'byBot'): string | null => {
    const share = percent(followUps.sampleShare);
    return followUps[who].length > 0 ? say.list(followUps[who].map((one) => say.occasion(one, share))) : null;
  };
  const told = late.told.map(({ who, after }) => ({
    who: say.addressee[who],
    after: after === 0 ? null : say.span({ ms: after, counts: 'calendar' }),
  }));
  const [byPerson, byBot] = [asked('byPerson'), asked('byBot')];
  return lines(
    say.title,
    hoursLine(say, standards),
    ...standards.days
      .slice(0, MOST_DAYS)
      .map(({ day, windows, because }) => `· ${day} ${say.specialDay(say.windows(windows), because)}`),
    standards.quietHours && `${say.quiet(standards.quietHours.startsAt, standards.quietHours.endsAt)}${cited(['P9a'])}`,
    say.expect,
    ...standards.answers.map(({ scope, within, clause }) => {
      const isEmergency = scope.urgencies.every((urgency) => urgency === 'emergency');
      return item(say.answer(say.matters(scope) || say.everything, within && say.span(within), isEmergency), clause);
    }),
    all(standards.progress, (within) => say.progress(within)),
    all(standards.resolution, (within) => say.resolution(within)),
    standards.promise && item(say.promise, standards.promise.clause),
    item(say.passing, standards.passing.clause),
    (told.length > 0 || late.apology) && say.ifLate,
    told.length > 0 && item(say.told(told), late.clause),
    late.apology && item(say.apology(say.span(late.apology)), late.clause),
    say.afterwards,
    item(say.closing(calendarSpan(say, closing.remindAfter), calendarSpan(say, closing.closeAfter)), closing.clause),
    all(standards.reopened, (within) => say.reopened(within)),
    (byPerson ?? byBot) !== null &&
      item(say.followUps(calendarSpan(say, followUps.after), byPerson, byBot), followUps.clause),
    say.telling,
    item(say.budget(telling.perGroupAndDay, say.list(telling.digestAt)), telling.clauses.budget),
    item(say.changes(calendarSpan(say, telling.leadTime)), telling.clauses.changes),
    item(say.votes(percent(telling.quorum), percent(telling.majority)), telling.clauses.votes),
    inCharge.length > 0 && say.inCharge,
    ...inCharge.slice(0, MOST_NAMES).map(({ what, name }) => `· ${say.inChargeOf(what, name)}`),
  );
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

const calendarSpan = (say: PageSentences, ms: number): string => say.span({ ms, counts: 'calendar' });

function hoursLine(say: PageSentences, { hours, onHolidays, openOnHolidays, timeZone }: Standards): string {
  const holidays = onHolidays ? say.onHolidays(say.windows(onHolidays)) : openOnHolidays ? say.asEver : null;
  return say.hours(say.weekHours(hours), holidays, timeZone);
}
