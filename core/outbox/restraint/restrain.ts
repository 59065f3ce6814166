import type { NoticeLevel, Purpose, Subject } from '../../../prisma/generated/enums.ts';
import type { Policy } from '../../policy/policy.ts';
import type { ServiceCalendar } from '../../policy/time/calendar.ts';
import { nextDayAt, nextDigestAt } from './day.ts';

/** A word that nobody in particular waits for, as far as restraint looks at it. */
export interface RestrainedWord {
  purpose: Purpose;
  /** It passes everything: an emergency, or what a manager sends in spite of the hour. */
  urgent: boolean;
  /** Of a notice; null for everything else. */
  level: NoticeLevel | null;
  /** What it tells of; null for what has no subject. */
  subject: Subject | null;
  /** It changes or takes back what was said already, and is needed where that was read. */
  changes: boolean;
}

/** Where it is to be said. */
export interface RestrainedPlace {
  /** `office`: a group of the staff or of the managers, who have reminders and digests of their own. */
  kind: 'residents' | 'direct' | 'office';
  /** Words of ours there since midnight: what was sent, and what will be today. */
  saidToday: number;
  /** The person on the other side of a direct chat wants to hear less. */
  hearsLess: boolean;
}

/** The clock and the limits of a community. */
export interface RestraintRules {
  restraint: Policy['restraint'];
  calendar: ServiceCalendar;
}

/**
 * What becomes of a word.
 * - `later`: the same question is asked again at `at`, which lies ahead.
 * - `merge`: it becomes a line of the digest at `at`.
 * - `drop`: it is not said there at all.
 */
export type Restrained =
  | { kind: 'say' }
  | { kind: 'later'; at: Date; reason: 'quiet_hours' | 'budget' }
  | { kind: 'merge'; at: Date; reason: 'budget' }
  | { kind: 'drop'; reason: 'hears_less' };

/** Somebody waits for it, must act on it now, or has just brought us there. It still counts as a word of ours. */
const forSomebody: ReadonlySet<Purpose> = new Set([
  'emergency',
  'answer',
  'receipt',
  'question',
  'card',
  'note',
  'escalation',
  'introduction',
]);

/** What is asked of one person about their own ticket: it cannot be a line of a digest. */
const ofOneTicket: ReadonlySet<Purpose> = new Set(['rating', 'follow_up']);

/**
 * Says whether a word may be said now (P9a).
 * - Emergencies, answers to people and words among the office pass; they count all the same.
 * - Everything else waits for the end of the quiet hours; at their very end they are over.
 * - In a residents' group of which the budget of the day is used up (the budget's last word still goes), routine notices and surveys
 *   become lines of the next digest, and what is asked about one ticket waits for the next day. Important notices, and corrections of
 *   what was said, do not wait for that.
 * - Who wants to hear less is not asked for opinions, nor greeted. Votes of their household they are told of.
 */
export function restrain(word: RestrainedWord, place: RestrainedPlace, rules: RestraintRules, now: Date): Restrained {
  if (place.kind === 'office' || passes(word)) return { kind: 'say' };
  if (place.kind === 'direct' && place.hearsLess && isExtra(word)) return { kind: 'drop', reason: 'hears_less' };
  const civil = rules.calendar.civil(now);
  if (civil > now) return { kind: 'later', at: civil, reason: 'quiet_hours' };
  if (place.kind === 'direct' || word.level === 'important' || word.changes) return { kind: 'say' };
  if (place.saidToday < rules.restraint.perGroupAndDay) return { kind: 'say' };
  if (ofOneTicket.has(word.purpose)) return { kind: 'later', at: nextDayAt(rules.calendar, now), reason: 'budget' };
  return { kind: 'merge', at: nextDigestAt(rules.restraint.digestAt, rules.calendar, now), reason: 'budget' };
}

/** Whether a word goes whatever the hour and however much was said. */
export const passes = ({ purpose, urgent, level }: Pick<RestrainedWord, 'purpose' | 'urgent' | 'level'>): boolean =>
  urgent || level === 'emergency' || forSomebody.has(purpose);

/** Kind, but not needed: surveys beside the votes of a household, and greetings. */
function isExtra({ purpose, subject }: RestrainedWord): boolean {
  if (purpose === 'survey') return subject !== 'consultation';
  return purpose === 'notice' && subject === 'care';
}
