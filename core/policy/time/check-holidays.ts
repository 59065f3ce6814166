import type { Database } from '../../database.ts';
import type { Finding } from '../../doctor.ts';
import { communityInForce } from '../../people/communities.ts';
import { unknownYearAhead } from './holidays-ahead.ts';
import { wallClock } from './wall-clock.ts';

/** Whether the public holidays are known that the policies of all communities are about to need. */
export async function checkHolidays(db: Database, now: Date): Promise<Finding> {
  const all = await db.community.findMany({ orderBy: { createdAt: 'asc' }, select: { id: true, name: true } });
  const unknown = new Set<string>();
  for (const { id } of all) {
    const { policy, calendar, timeZone } = await communityInForce(db, id, now);
    const day = wallClock(now, timeZone).toPlainDate().toString();
    const year = unknownYearAhead(policy.calendar, (one) => calendar.knowsHolidaysOf(one), day);
    if (year !== null) unknown.add(`${policy.calendar.holidays ?? ''} ${year}`);
  }
  if (all.length === 0) return { kind: 'unused', says: 'no community yet' };
  if (unknown.size === 0) return { kind: 'well', says: 'known for as long as they are needed now' };
  return {
    kind: 'ill',
    says: `not known: ${[...unknown].join(', ')}; those days go by the week`,
    mend: 'Update linli when they are announced, or name the days in the policy under calendar.days.',
  };
}
