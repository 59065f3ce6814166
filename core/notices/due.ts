import type { Look } from '../clocks/look.ts';
import { communityInForce } from '../people/communities.ts';
import { askWhetherOver } from './ask-whether-over.ts';
import { holdNotice } from './notice.ts';
import { drillDue } from './plans/drill-report.ts';
import { showWalkList, tellProgress } from './receipts/due.ts';
import { watchRungs } from './receipts/watch.ts';
import { remindSecond, SECOND } from './remind-second.ts';
import { sendNotice } from './send.ts';
import { leaveUnsent } from './take-back.ts';
import { tellSending } from './tell-sending.ts';
import { isWorthless } from './timing.ts';

/** What is done about a notice when its time has come, by the `rung` of the deadline. */
const rungs: Record<string, Look> = {
  send: sendDue,
  end_near: askWhetherOver,
  [SECOND]: remindSecond,
  drill: drillDue,
  [watchRungs.progress]: tellProgress,
  [watchRungs.walkList]: showWalkList,
};

export const lookAtNotice: Look = (step, deadline, log) =>
  (deadline.rung === null ? undefined : rungs[deadline.rung])?.(step, deadline, log) ?? Promise.resolve('no such rung');

/** It can no longer be taken back: it is told (P8a); unless nothing ran at its time, and it says what is over by now. */
async function sendDue(...[step, { subjectId, communityId, dueAt }, log]: Parameters<Look>): Promise<string> {
  const notice = subjectId && communityId ? await holdNotice(step, communityId, subjectId) : null;
  if (notice?.state !== 'scheduled') return 'no longer wanted';
  const community = await communityInForce(step.tx, notice.communityId, step.now);
  if (isWorthless(notice, dueAt, step.now)) {
    await leaveUnsent(step, community, notice);
    return 'too late';
  }
  const live = await sendNotice(step, community, notice);
  await tellSending(step, community, live);
  log.info({ noticeId: live.id }, 'notice goes out');
  return 'sent';
}
