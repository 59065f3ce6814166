import type { Look } from '../../clocks/look.ts';
import { communityInForce } from '../../people/communities.ts';
import { shadowGroup } from './candidates.ts';
import { officeOf } from './office.ts';
import { sayReport } from './report.ts';
import { actAgain, holdGroup } from './switch.ts';

/**
 * A group has been listened to for as long as the policy says: the managers are shown what would have been done, and again after as long,
 * as long as it is only listened to. A group that was left, or given to others, is listened to no more.
 */
export const lookAtShadow: Look = async (step, deadline) => {
  const { conversationId } = deadline;
  if (!conversationId) return 'no group';
  const { communityId, audience, state, hearing } = await holdGroup(step, conversationId);
  if (hearing !== 'shadow') return 'acts again';
  if (!communityId) return 'no community';
  if (audience !== 'residents' || state === 'left') {
    await actAgain(step, communityId, { conversationId, byId: null });
    return 'no group of residents';
  }
  const community = await communityInForce(step.tx, communityId, step.now);
  const group = await shadowGroup(step.tx, communityId, conversationId);
  if (!group?.since) return 'not listening';
  const to = await officeOf(step.tx, communityId);
  await sayReport(
    step,
    community,
    { ...group, since: group.since },
    to.map((id) => ({ conversationId: id })),
  );
  const every = community.policy.understanding.shadowFor;
  // After a standstill one report is told for all that were missed.
  const missed = Math.max(0, Math.floor((step.now.getTime() - deadline.dueAt.getTime()) / every));
  return { lookAgainAt: new Date(deadline.dueAt.getTime() + (missed + 1) * every) };
};
