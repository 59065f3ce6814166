import { Temporal } from 'temporal-polyfill';
import { atWallTime, wallClock } from '../time/wall-clock.ts';

/** A yearly review (P10f) that the managers are to be asked for now. */
export interface DueReview {
  /** The year whose review it is. */
  year: number;
  /** When it began to be due. */
  since: Date;
  /** The year before, on the estate's wall: from its first instant up to that of the next. */
  past: { year: number; from: Date; to: Date };
}

/** Nobody is disturbed for it before the working day has begun. */
const AT = '09:00';
/** Who was not running then is asked so much later at most: after that the next January is nearer to the point. */
const DAYS_LATE_AT_MOST = 31;
/** A younger community has no year to look back upon. */
const MONTHS_OLD = 3;

/**
 * Whether a policy is to be reviewed: from nine o'clock on the estate's wall on `on` (MM-DD; 02-29 is the last of February in years
 * that have none), for a month. Communities that are not three months old on that day wait for the next year.
 */
export function reviewDue(
  now: Date,
  { on, timeZone, foundedAt }: { on: string; timeZone: string; foundedAt: Date },
): DueReview | null {
  const wall = wallClock(now, timeZone);
  // What was due at the end of December may still be told in January.
  for (const year of [wall.year, wall.year - 1]) {
    const [month = 1, day = 1] = on.split('-').map(Number);
    const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' });
    const since = atWallTime(date, AT, timeZone);
    const until = atWallTime(date.add({ days: DAYS_LATE_AT_MOST }), AT, timeZone);
    if (now < since || now >= until) continue;
    if (wallClock(foundedAt, timeZone).toPlainDate().add({ months: MONTHS_OLD }).toString() > date.toString())
      return null;
    const first = (of: number): Date => atWallTime(new Temporal.PlainDate(of, 1, 1), '00:00', timeZone);
    return { year, since, past: { year: year - 1, from: first(year - 1), to: first(year) } };
  }
  return null;
}
