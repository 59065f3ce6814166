import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { setDeadline } from '../tickets/deadlines.ts';
import { closesAt, holdActivity, type ActivityAtHand } from './activity.ts';
import { announceActivity } from './announce.ts';

/** Moments of an activity at which the desk does something by itself. */
export interface Moments {
  /** Null: it would come before the announcement was read. */
  remindAt: Date | null;
  closeAt: Date;
  thankAt: Date;
}

/** When what is done (P8h), by the policy: a reminder that would lie in the past is left out. */
export function momentsOf(
  activity: Pick<ActivityAtHand, 'startsAt' | 'signUpUntil'>,
  policy: { remindBefore: number; thankAfter: number },
  now: Date,
): Moments {
  const remindAt = new Date(activity.startsAt.getTime() - policy.remindBefore);
  return {
    remindAt: remindAt > now ? remindAt : null,
    closeAt: closesAt(activity),
    thankAt: new Date(activity.startsAt.getTime() + policy.thankAfter),
  };
}

/**
 * - `open`: announced in so many groups.
 * - `not_now`: it is no draft any more; nothing is changed.
 * - `passed`: its time, or the end of sign-up, passed while the draft lay there.
 */
export type Opened =
  | { kind: 'open'; activity: ActivityAtHand; groups: number }
  | { kind: 'not_now'; activity: ActivityAtHand }
  | { kind: 'passed'; activity: ActivityAtHand }
  | { kind: 'unknown' };

/** A draft is confirmed: it is announced now, and looks after itself until it is over (P8h). */
export async function openActivity(
  step: Step,
  community: CommunityInForce,
  { id, by }: { id: string; by: string },
): Promise<Opened> {
  const draft = await holdActivity(step, id);
  if (!draft || draft.communityId !== community.id) return { kind: 'unknown' };
  if (draft.state !== 'draft') return { kind: 'not_now', activity: draft };
  if (closesAt(draft) <= step.now) return { kind: 'passed', activity: draft };
  const opened = { state: 'open', openedAt: step.now, confirmedById: by } as const;
  await step.tx.activity.update({ where: { id }, data: opened, select: { id: true } });
  const activity: ActivityAtHand = { ...draft, ...opened };
  const groups = await announceActivity(step, community, activity, by);
  const { remindAt, closeAt, thankAt } = momentsOf(activity, community.policy.activities, step.now);
  const at = { kind: 'activity' as const, subjectId: id, communityId: community.id };
  if (remindAt) await setDeadline(step, { ...at, rung: 'remind', dueAt: remindAt });
  await setDeadline(step, { ...at, rung: 'close', dueAt: closeAt });
  await setDeadline(step, { ...at, rung: 'thank', dueAt: thankAt });
  return { kind: 'open', activity, groups };
}
