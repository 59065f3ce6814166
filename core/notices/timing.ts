import type { NoticeLevel } from '../../prisma/generated/enums.ts';
import type { CommunityInForce } from '../people/communities.ts';
import { nextTime, type Repeat } from './repeat.ts';

interface Wanted {
  level: NoticeLevel;
  sendAt: Date | null;
  repeat: Repeat | null;
  effectiveAt: Date | null;
}

/** What the policy makes of the time at which a notice is wanted. */
export interface Timing {
  /** When it will be sent, if it is confirmed now. */
  at: Date;
  /** Quiet hours put it off; the time that was wanted. */
  quietFrom: Date | null;
  /** The time that was wanted has passed. */
  isLate: boolean;
  /** It can be taken back until `at`; false for an emergency that goes at once. */
  canBeTakenBack: boolean;
  /** It is told so many milliseconds too late before it holds (P8c); null when it is early enough. */
  leadMissing: number | null;
}

type Rules = Pick<CommunityInForce, 'calendar' | 'timeZone'> & { policy: Pick<CommunityInForce['policy'], 'notices'> };

/**
 * When a notice goes out (P8a, P9a): at the time that was wanted, of a repeating one at its next time, otherwise as soon as it can no
 * longer be taken back; never in quiet hours. An emergency waits for neither. Wanted at this very instant is not late.
 */
export function timingOf(
  { level, sendAt, repeat, effectiveAt }: Wanted,
  { policy, calendar, timeZone }: Rules,
  now: Date,
): Timing {
  const isEmergency = level === 'emergency';
  const wanted = sendAt ?? (repeat ? nextTime(repeat, now, calendar, timeZone) : now);
  const soonest = isEmergency ? now : new Date(now.getTime() + policy.notices.takeBackWithin);
  const free = wanted > soonest ? wanted : soonest;
  const at = isEmergency ? free : calendar.civil(free);
  const leadEndsAt = effectiveAt && effectiveAt.getTime() - policy.notices.leadTime;
  return {
    at,
    quietFrom: at > free ? free : null,
    isLate: sendAt !== null && sendAt < now,
    canBeTakenBack: at > now,
    leadMissing: leadEndsAt !== null && at.getTime() > leadEndsAt ? at.getTime() - leadEndsAt : null,
  };
}
