import type { ServiceCalendar } from '../policy/time/calendar.ts';
import type { Policy } from '../policy/policy.ts';
import { atWallTime, wallClock } from '../policy/time/wall-clock.ts';

/**
 * When somebody who did not answer is asked again: on the day after, at the policy's next hour, which is another than the one at
 * which they were asked, if the policy has another (P6e). Never in the quiet hours.
 *
 * @param attempts how often they were asked, 1 or more
 * @param askedAt when they were asked last
 */
export function nextTryAt(
  { retryAt }: Pick<Policy['followUps'], 'retryAt'>,
  calendar: Pick<ServiceCalendar, 'civil' | 'timeZone'>,
  attempts: number,
  askedAt: Date,
): Date {
  const asked = wallClock(askedAt, calendar.timeZone);
  const inTurn = retryAt.map((_, at) => retryAt[(attempts - 1 + at) % retryAt.length] ?? '10:00');
  const isOther = (hhmm: string): boolean => Number(hhmm.split(':')[0]) % 24 !== asked.hour;
  const hhmm = inTurn.find(isOther) ?? inTurn[0] ?? '10:00';
  return calendar.civil(atWallTime(asked.toPlainDate().add({ days: 1 }), hhmm, calendar.timeZone));
}
