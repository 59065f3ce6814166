import type { NoticeLevel } from '../../prisma/generated/enums.ts';
import type { CommunityInForce } from '../people/communities.ts';
import { nextTime, type Repeat } from './repeat.ts';

/** An emergency that waits for a second person is called to mind so soon, at any hour. */
const EMERGENCY_WAITS_MS = 5 * 60_000;

/** So long after its time, because nothing ran, a notice may tell of what is over: whoever wrote it has to look at it again. */
const WORTHLESS_AFTER_MS = 12 * 3_600_000;

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

/** When the managers are reminded that a notice waits for a second one of them: in civil hours, but for an emergency. */
export function remindSecondAt(level: NoticeLevel, { policy, calendar }: Rules, now: Date): Date {
  if (level === 'emergency') return new Date(now.getTime() + EMERGENCY_WAITS_MS);
  return calendar.civil(new Date(now.getTime() + policy.notices.remindSecondAfter));
}

/** Whether a notice that should have been sent at `dueAt` is not worth sending any more. */
export const isWorthless = ({ endsAt }: { endsAt: Date | null }, dueAt: Date, now: Date): boolean =>
  (endsAt !== null && endsAt <= now) || now.getTime() - dueAt.getTime() > WORTHLESS_AFTER_MS;
