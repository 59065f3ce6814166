import type { Area, Kind } from '../../../prisma/generated/enums.ts';
import { lineFor, type Matter } from '../limits.ts';
import { groupMatters, type MatterScope } from './matters.ts';
import { holidayHours, hoursOfWeek, type DayHours } from './office-hours.ts';
import {
  addressees,
  followUpOccasions,
  type Addressee,
  type Counts,
  type FollowUpOccasion,
  type LimitPurpose,
  type Policy,
} from '../policy.ts';
import type { Window } from '../document/units.ts';
import { wallClock } from '../time/wall-clock.ts';

/** So much time, in milliseconds of one kind of time. */
export interface Span {
  ms: number;
  counts: Counts;
}

/** What may be expected for some matters; `within` null: the policy says that there is no limit. */
export interface Expectation {
  scope: MatterScope;
  within: Span | null;
  clause: string;
}

/** Who is in charge of what, both in words: "3栋", "王师傅". */
export interface InCharge {
  what: string;
  name: string;
}

/** What a policy promises, as residents want to know it (P8e). */
export interface Standards {
  timeZone: string | null;
  /** Whether the codes of the clauses are named. */
  clauses: boolean;
  hours: DayHours[];
  /** Null when public holidays are as any day, or not kept. */
  onHolidays: readonly Window[] | null;
  /** Public holidays are kept, and the office is open on them as on any day. */
  openOnHolidays: boolean;
  days: { day: string; windows: readonly Window[]; because: string }[];
  quietHours: { startsAt: string; endsAt: string } | null;
  answers: Expectation[];
  reopened: Expectation[];
  progress: Expectation[];
  resolution: Expectation[];
  promise: { clause: string } | null;
  passing: Span & { clause: string };
  late: Late;
  closing: { remindAfter: number; closeAfter: number; clause: string };
  followUps: {
    after: number;
    byPerson: FollowUpOccasion[];
    byBot: FollowUpOccasion[];
    sampleShare: number;
    clause: string;
  };
  /** How much the groups have to bear, how early changes are told, and when a vote decides. */
  telling: {
    perGroupAndDay: number;
    digestAt: readonly string[];
    leadTime: number;
    /** Shares from 0 to 1: so many households must take part, and more than so many of the votes decide. */
    quorum: number;
    majority: number;
    clauses: { budget: string; changes: string; votes: string };
  };
  inCharge: readonly InCharge[];
}

/** What happens when most answers are late. */
export interface Late {
  /** Who looks into it, and how long after the limit, in milliseconds. */
  told: { who: Addressee; after: number }[];
  /** The resident hears of it without asking, with a new date within so much time. */
  apology: Span | null;
  clause: string;
}

export interface StandardsOptions {
  timeZone?: string | null;
  inCharge?: readonly InCharge[];
  /** Days of the calendar that are over by then are left out. */
  now?: Date;
  /** With the codes of the written policy, for those who know it; residents do without. */
  clauses?: boolean;
}

/** Puts together what a policy promises. */
export function standardsOf(
  policy: Policy,
  { timeZone = null, inCharge = [], now, clauses = false }: StandardsOptions,
): Standards {
  const { calendar, passing, closing, followUps } = policy;
  const { startsAt, endsAt } = calendar.quietHours;
  const onHolidays = holidayHours(policy);
  const today = now
    ? wallClock(now, timeZone ?? 'UTC')
        .toPlainDate()
        .toString()
    : '';
  // In an order of their own, because what is stored does not keep the one in which it was written.
  const asked = followUpOccasions.filter((occasion) => occasion !== 'sample' || followUps.sampleShare > 0);
  const by = (who: 'bot' | 'person'): FollowUpOccasion[] => asked.filter((occasion) => followUps.by[occasion] === who);
  const promise = lineFor(policy, 'promise', ordinary);
  return {
    timeZone,
    clauses,
    hours: hoursOfWeek(policy),
    onHolidays,
    openOnHolidays: calendar.holidays !== null && onHolidays === null,
    days: Object.entries(calendar.days)
      .filter(([day]) => day >= today)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([day, { open, because }]) => ({ day, windows: open, because })),
    quietHours: startsAt === endsAt ? null : { startsAt, endsAt },
    answers: expectations(policy, 'first_response'),
    reopened: expectations(policy, 'reopened'),
    progress: expectations(policy, 'progress'),
    resolution: expectations(policy, 'resolution'),
    promise: promise && { clause: promise.line.clause },
    passing: { ms: passing.acceptWithin, counts: passing.counts, clause: passing.clause },
    late: lateOf(policy),
    closing: {
      remindAfter: closing.remindToRateAfter,
      closeAfter: closing.closeUnansweredAfter,
      clause: closing.clause,
    },
    followUps: {
      after: followUps.after,
      byPerson: by('person'),
      byBot: by('bot'),
      sampleShare: followUps.sampleShare,
      clause: followUps.clause,
    },
    telling: tellingOf(policy),
    inCharge,
  };
}

const ordinary: Matter = { kind: 'repair' satisfies Kind, area: 'other' satisfies Area, urgency: 'normal' };

/** Matters for which no line of this purpose stands are not among them. */
function expectations(policy: Policy, purpose: LimitPurpose): Expectation[] {
  const grouped = groupMatters((matter) => {
    const line = lineFor(policy, purpose, matter)?.line;
    return line ? JSON.stringify({ ms: line.within ?? null, counts: line.counts, clause: line.clause }) : '';
  });
  return grouped.flatMap(({ value, scope }) => {
    if (value === '') return [];
    const { ms, counts, clause } = JSON.parse(value) as { ms: number | null; counts: Counts; clause: string };
    return [{ scope, within: ms === null ? null : { ms, counts }, clause }];
  });
}

function tellingOf({ restraint, notices, consultations }: Policy): Standards['telling'] {
  const { perGroupAndDay, digestAt } = restraint;
  const { quorum, majority } = consultations;
  // The section of notices cites what it is about as a whole; early enough is a clause of its own.
  const clauses = { budget: restraint.clause, changes: 'P8c', votes: consultations.clause };
  return { perGroupAndDay, digestAt, leadTime: notices.leadTime, quorum, majority, clauses };
}

/** By the ladder of an ordinary matter that is not an emergency. */
function lateOf(policy: Policy): Late {
  const { clause, newDateWithin, counts } = policy.breach;
  const ladder = lineFor(policy, 'first_response', { ...ordinary, kind: 'complaint' })?.line.ladder;
  const rungs = ladder == null ? [] : Object.values(policy.ladders[ladder] ?? {});
  const late = rungs.flatMap(({ at, tell }) => (at.kind === 'after_limit' ? [{ who: tell, after: at.ms }] : []));
  return {
    told: late
      .filter(({ who }) => who !== 'requester')
      .sort((a, b) => a.after - b.after || addressees.indexOf(a.who) - addressees.indexOf(b.who)),
    apology: late.some(({ who }) => who === 'requester') ? { ms: newDateWithin, counts } : null,
    clause,
  };
}
