import type { ServiceCalendar } from './calendar.ts';
import type { SetLimit } from './limits.ts';
import type { Policy, Rung } from './policy.ts';

/** A rung with the instant at which it is due. */
export interface PlannedRung {
  name: string;
  rung: Rung;
  dueAt: Date;
}

/**
 * When the rungs of a limit's ladder are due (P6c), earliest first. Shares are measured in the kind of time in which the limit
 * counts. A rung that falls into the quiet hours waits for their end, unless it wakes.
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
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}
