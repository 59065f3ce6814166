import type { Notice } from '../../prisma/generated/client.ts';
import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { dropSubjectDeadlines, setDeadline } from '../tickets/deadlines.ts';
import { fingerprint } from './draft.ts';
import { holdNotice, repeatOf } from './notice.ts';
import { wholeAlbums } from './pictures.ts';
import { SECOND } from './remind-second.ts';
import { sendNotice } from './send.ts';
import { remindSecondAt, timingOf } from './timing.ts';

/**
 * - `scheduled`: it will be sent at `notice.sendAt`, and can be taken back until then; `live`: it is being sent.
 * - `awaiting`: a second manager has to agree.
 * - `own`: whoever wrote or confirmed it cannot be the second person.
 * - `changed`: it is not as it was when it was shown. `late`: its time has passed. `past`: what it tells of would be over by the time it is
 *   told. `over`: it is no draft any more.
 */
export type Confirmed =
  | { kind: 'scheduled' | 'live' | 'awaiting' | 'own' | 'changed' | 'late' | 'past' | 'over'; notice: Notice }
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
  const { isLate, at } = timingOf({ ...notice, repeat: repeatOf(notice) }, community, step.now);
  if (isLate) return { kind: 'late', notice };
  if (notice.endsAt && notice.endsAt <= at) return { kind: 'past', notice };
  const confirmed = { confirmedById: confirming.by, confirmedAt: step.now };
  if (!notice.isDrill && community.policy.notices.secondPersonFor.includes(notice.level)) {
    const data = { ...confirmed, state: 'awaiting' as const };
    await setDeadline(step, {
      kind: 'notice',
      rung: SECOND,
      subjectId: notice.id,
      communityId: community.id,
      dueAt: remindSecondAt(notice.level, community, step.now),
    });
    return { kind: 'awaiting', notice: await step.tx.notice.update({ where: { id: notice.id }, data }) };
  }
  return schedule(step, community, await step.tx.notice.update({ where: { id: notice.id }, data: confirmed }));
}

/**
 * The second manager agrees. A time that has passed meanwhile is now: waiting was not their fault.
 *
 * @param seen the {@link fingerprint} of what they were shown
 */
export async function approveNotice(
  step: Step,
  community: CommunityInForce,
  approving: { id: string; by: string; seen?: string },
): Promise<Confirmed> {
  const notice = await holdNotice(step, community.id, approving.id);
  if (!notice) return { kind: 'unknown' };
  if (notice.state !== 'awaiting') return { kind: 'over', notice };
  if (approving.seen !== undefined && approving.seen !== fingerprint(notice)) return { kind: 'changed', notice };
  if (notice.draftedById === approving.by || notice.confirmedById === approving.by) return { kind: 'own', notice };
  const { at } = timingOf({ ...notice, repeat: repeatOf(notice) }, community, step.now);
  if (notice.endsAt && notice.endsAt <= at) return { kind: 'past', notice };
  await dropSubjectDeadlines(step, { kind: 'notice', subjectId: notice.id, rung: SECOND }, 'agreed');
  const data = { approvedById: approving.by, approvedAt: step.now };
  return schedule(step, community, await step.tx.notice.update({ where: { id: notice.id }, data }));
}

/** A second manager refuses: it is not sent. Twice is once. */
export async function refuseNotice(
  step: Step,
  community: CommunityInForce,
  id: string,
): Promise<{ kind: 'refused' | 'over'; notice: Notice } | { kind: 'unknown' }> {
  const notice = await holdNotice(step, community.id, id);
  if (!notice) return { kind: 'unknown' };
  if (notice.state !== 'awaiting') return { kind: 'over', notice };
  await dropSubjectDeadlines(step, { kind: 'notice', subjectId: id }, 'refused');
  const data = { state: 'discarded' as const, overAt: step.now };
  return { kind: 'refused', notice: await step.tx.notice.update({ where: { id }, data }) };
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
