import type { Notice } from '../../../prisma/generated/client.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { setDeadline } from '../../tickets/deadlines.ts';

/** What is done about a notice some time after it was sent off: `rung` of its deadlines. */
export const watchRungs = { progress: 'progress', walkList: 'walk_list' } as const;

const FIRST_LOOK_MS = 30_000;

/**
 * A notice was just sent off: whoever wrote it hears once how far it came, and of an emergency the office is shown who has not
 * confirmed it after the policy's time (P8b).
 */
export async function watchNotice(
  step: Step,
  { policy }: CommunityInForce,
  notice: Pick<Notice, 'id' | 'level' | 'asksReceipt' | 'isDrill' | 'communityId'>,
): Promise<void> {
  const { id: subjectId, communityId } = notice;
  const after = (ms: number): Date => new Date(step.now.getTime() + ms);
  const watch = { kind: 'notice', subjectId, communityId } as const;
  await setDeadline(step, { ...watch, rung: watchRungs.progress, dueAt: after(FIRST_LOOK_MS) });
  if (notice.level !== 'emergency' || !notice.asksReceipt || notice.isDrill) return;
  await setDeadline(step, { ...watch, rung: watchRungs.walkList, dueAt: after(policy.notices.walkListAfter) });
}
