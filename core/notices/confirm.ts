import type { Notice } from '../../prisma/generated/client.ts';
import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { setDeadline } from '../tickets/deadlines.ts';
import { fingerprint } from './draft.ts';
import { holdNotice, repeatOf } from './notice.ts';
import { wholeAlbums } from './pictures.ts';
import { sendNotice } from './send.ts';
import { timingOf } from './timing.ts';

/**
 * - `scheduled`: it will be sent at `notice.sendAt`, and can be taken back until then; `live`: it is being sent.
 * - `awaiting`: a second manager has to agree.
 * - `own`: whoever wrote or confirmed it cannot be the second person.
 * - `changed`: it is not as it was when it was shown. `late`: its time has passed. `over`: it is no draft any more.
 */
export type Confirmed =
  | { kind: 'scheduled' | 'live' | 'awaiting' | 'own' | 'changed' | 'late' | 'over'; notice: Notice }
  | { kind: 'unknown' };

/**
 * A manager confirms what they were shown (P8a). Twice is once.
 *
 * @param seen the {@link fingerprint} of what they were shown
 */
export async function confirmNotice(
  step: Step,
  community: CommunityInForce,
  confirming: { id: string; by: string; seen?: string },
): Promise<Confirmed> {
  const notice = await holdNotice(step, community.id, confirming.id);
  if (!notice) return { kind: 'unknown' };
  if (notice.state !== 'draft') return { kind: 'over', notice };
  if (confirming.seen !== undefined && confirming.seen !== fingerprint(notice)) return { kind: 'changed', notice };
  const isLate = timingOf({ ...notice, repeat: repeatOf(notice) }, community, step.now).isLate;
  if (isLate) return { kind: 'late', notice };
  const confirmed = { confirmedById: confirming.by, confirmedAt: step.now };
  if (!notice.isDrill && community.policy.notices.secondPersonFor.includes(notice.level)) {
    const data = { ...confirmed, state: 'awaiting' as const };
    return { kind: 'awaiting', notice: await step.tx.notice.update({ where: { id: notice.id }, data }) };
  }
  return schedule(step, community, await step.tx.notice.update({ where: { id: notice.id }, data: confirmed }));
}

/** The second manager agrees. A time that has passed meanwhile is now: waiting was not their fault. */
export async function approveNotice(
  step: Step,
  community: CommunityInForce,
  approving: { id: string; by: string },
): Promise<Confirmed> {
  const notice = await holdNotice(step, community.id, approving.id);
  if (!notice) return { kind: 'unknown' };
  if (notice.state !== 'awaiting') return { kind: 'over', notice };
  if (notice.draftedById === approving.by || notice.confirmedById === approving.by) return { kind: 'own', notice };
  const data = { approvedById: approving.by, approvedAt: step.now };
  return schedule(step, community, await step.tx.notice.update({ where: { id: notice.id }, data }));
}

async function schedule(step: Step, community: CommunityInForce, notice: Notice): Promise<Confirmed> {
  const { at } = timingOf({ ...notice, repeat: repeatOf(notice) }, community, step.now);
  const seriesId = notice.repeat === null ? notice.seriesId : (notice.seriesId ?? notice.id);
  const attachmentIds = await wholeAlbums(step, notice.attachmentIds);
  const data = { state: 'scheduled' as const, sendAt: at, seriesId, attachmentIds };
  const scheduled = await step.tx.notice.update({ where: { id: notice.id }, data });
  if (at <= step.now) return { kind: 'live', notice: await sendNotice(step, community, scheduled) };
  await waitForSending(step, scheduled, at);
  return { kind: 'scheduled', notice: scheduled };
}

/** Has it looked at when it is to be sent. */
export const waitForSending = (step: Step, { id, communityId }: Notice, dueAt: Date): Promise<void> =>
  setDeadline(step, { kind: 'notice', rung: 'send', subjectId: id, communityId, dueAt });
