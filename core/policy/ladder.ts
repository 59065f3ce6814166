import type { ServiceCalendar } from './time/calendar.ts';
import type { SetLimit } from './limits.ts';
import type { Counts, Policy, Rung } from './policy.ts';
import type { RungTime } from './document/rung-time.ts';

/** A rung with the instant at which it is due. */
export interface PlannedRung {
  name: string;
  rung: Rung;
  dueAt: Date;
}

/**
 * When the rungs of a limit's ladder are due (P6c), earliest first. Shares are measured in the kind of time in which the limit
 * counts, and a share that falls onto the start or the limit itself is left out. A rung that falls into the quiet hours waits
 * for their end, unless it wakes; several may come to be due at one instant so (see `overtaken`).
 */
export function planLadder(
  policy: Policy,
  limit: Pick<SetLimit, 'ladder' | 'counts' | 'dueAt'>,
  startedAt: Date,
  calendar: ServiceCalendar,
): PlannedRung[] {
  const rungs = limit.ladder === null ? {} : (policy.ladders[limit.ladder] ?? {});
  const instantOf = ({ at }: Rung): Date => {
    switch (at.kind) {
      case 'share': {
        const length = calendar.between(startedAt, limit.dueAt, limit.counts);
        return calendar.add(startedAt, Math.round(at.share * length), limit.counts);
      }
      case 'after_start':
        return new Date(startedAt.getTime() + at.ms);
      case 'after_limit':
        return new Date(limit.dueAt.getTime() + at.ms);
    }
  };
  return Object.entries(rungs)
    .map(([name, rung]) => ({ name, rung, dueAt: instantOf(rung) }))
    .filter(({ rung, dueAt }) => rung.at.kind !== 'share' || (dueAt > startedAt && dueAt < limit.dueAt))
    .map((planned) => (planned.rung.wakes ? planned : { ...planned, dueAt: calendar.civil(planned.dueAt) }))
    .sort(inTime);
}

/**
 * Whether a rung that has come due need not be spoken any more, because a later rung of the same limit that is due at `now`,
 * too, says more: to the same addressee; or, where this one reminds the assignee, to anybody of the office. So what gathered
 * overnight, or while the desk was away, still makes sense in the morning. What is for the requester is never overtaken.
 * @param others rungs of the same limit, also those that have been spoken and those that are not due yet
 */
export function overtaken(rung: PlannedRung, others: readonly PlannedRung[], now: Date): boolean {
  const { tell } = rung.rung;
  if (tell === 'requester') return false;
  return others.some((other) => {
    if (other.name === rung.name || other.dueAt > now || inTime(rung, other) >= 0) return false;
    return other.rung.tell === tell || (tell === 'assignee' && other.rung.tell !== 'requester');
  });
}

/** By the instants at which they are due; where those are the same, as the ladder has them. Names tell apart what is left. */
function inTime(a: PlannedRung, b: PlannedRung): number {
  return (
    a.dueAt.getTime() - b.dueAt.getTime() ||
    placeOf[a.rung.at.kind] - placeOf[b.rung.at.kind] ||
    withinPlace(a.rung.at) - withinPlace(b.rung.at) ||
    (a.name < b.name ? -1 : 1)
  );
}

const placeOf: Record<RungTime['kind'], number> = { after_start: 0, share: 1, after_limit: 2 };
const withinPlace = (at: RungTime): number => (at.kind === 'share' ? at.share : at.ms);

/**
 * When a limit is due that stood still from `pausedAt` until `now`, because the ball was with the resident: what was left of
 * it then is left now, in the kind of time in which it counts. One that had passed already stays as it was. Holds for the rungs
 * of its ladder, too, whose instants are given as `dueAt`.
 */
export function resumeLimit(
  limit: { dueAt: Date; pausedAt: Date; counts: Counts },
  now: Date,
  calendar: ServiceCalendar,
): Date {
  const { dueAt, pausedAt, counts } = limit;
  if (dueAt <= pausedAt) return dueAt;
  return calendar.add(now, calendar.between(pausedAt, dueAt, counts), counts);
}

/**
 * To when a reminder is put off that somebody wants at `wanted`: never beyond the limit itself, at most
 * `reminders.postponeAtMost` from now, and out of the quiet hours where the limit leaves time for that. Null when `wanted` or
 * the limit is not ahead.
 */
export function postponedTo(
  policy: Policy,
  reminder: { wanted: Date; limitDueAt: Date },
  now: Date,
  calendar: ServiceCalendar,
): Date | null {
  const { wanted, limitDueAt } = reminder;
  if (wanted <= now || limitDueAt <= now) return null;
  const latest = Math.min(limitDueAt.getTime(), now.getTime() + policy.reminders.postponeAtMost);
  const then = new Date(Math.min(wanted.getTime(), latest));
  const civil = calendar.civil(then);
  return civil > limitDueAt ? then : civil;
}

/** When the resident hears instead, once a limit has passed at `now`: the new date that they are told (P6c). */
export function newDateAfterBreach(policy: Policy, now: Date, calendar: ServiceCalendar): Date {
  return calendar.add(now, policy.breach.newDateWithin, policy.breach.counts);
}
