import type { Area, Kind, Urgency } from '../../prisma/generated/enums.ts';
import type { ServiceCalendar } from './time/calendar.ts';
import type { Counts, LimitLine, LimitPurpose, Policy } from './policy.ts';

/** A limit as a line of the policy sets it. */
export interface SetLimit {
  /** The name of the line. */
  line: string;
  clause: string;
  counts: Counts;
  ladder: string | null;
  dueAt: Date;
}

/** What a limit depends on. */
export interface Matter {
  kind: Kind;
  area: Area;
  urgency: Urgency;
}

/**
 * The line of the policy that holds for a matter: of those that fit, the one that names most of it. Its urgency weighs more than
 * its kind, its kind more than its area. Null where none fits.
 */
export function lineFor(
  policy: Policy,
  purpose: LimitPurpose,
  matter: Matter,
): { name: string; line: LimitLine } | null {
  const fitting = Object.entries(policy.limits)
    .filter(([, line]) => line.for === purpose && fits(line, matter))
    // No policy is approved in which two lines weigh the same; were there one, the order in which it is stored would not matter.
    .sort(([one, a], [other, b]) => weightOf(b) - weightOf(a) || (one < other ? -1 : 1));
  const [best] = fitting;
  return best ? { name: best[0], line: best[1] } : null;
}

const fits = (line: LimitLine, matter: Matter): boolean =>
  (line.urgency?.includes(matter.urgency) ?? true) &&
  (line.kind?.includes(matter.kind) ?? true) &&
  (line.area?.includes(matter.area) ?? true);

const weightOf = (line: LimitLine): number => (line.urgency ? 4 : 0) + (line.kind ? 2 : 0) + (line.area ? 1 : 0);

/** By when something must have happened that is counted from `from` (P5). Null if the policy asks for none. */
export function limitFor(
  policy: Policy,
  purpose: Exclude<LimitPurpose, 'promise'>,
  matter: Matter,
  from: Date,
  calendar: ServiceCalendar,
): SetLimit | null {
  const found = lineFor(policy, purpose, matter);
  if (!found || found.line.within == null) return null;
  const { clause, counts, ladder, within } = found.line;
  return { line: found.name, clause, counts, ladder, dueAt: calendar.add(from, within, counts) };
}

/** The name of what holds for somebody who is to be looked in on: the place in the policy where it stands, which is no name of a line. */
export const CARE_LINE = 'care.lookInWithin';

/** By when somebody has gone to look after a person who did not answer a care check-in, or wants help (P8g): at any hour. */
export function careLimit({ care }: Policy, from: Date): SetLimit {
  const { clause, lookInWithin, ladder } = care;
  return { line: CARE_LINE, clause, counts: 'calendar', ladder, dueAt: new Date(from.getTime() + lookInWithin) };
}

/** A promised time is itself a limit (P5g). Without a line for promises it has no ladder. */
export function promiseLimit(policy: Policy, matter: Matter, promisedAt: Date): SetLimit {
  const found = lineFor(policy, 'promise', matter);
  const { clause = 'P5g', ladder = null } = found?.line ?? {};
  return { line: found?.name ?? 'promise', clause, counts: 'calendar', ladder, dueAt: promisedAt };
}
