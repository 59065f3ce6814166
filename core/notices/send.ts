import { Prisma } from '../../prisma/generated/client.ts';
import type { Notice } from '../../prisma/generated/client.ts';
import { newId } from '../new-id.ts';
import { nextNumber } from '../next-number.ts';
import { startBroadcast } from '../outbox/broadcast/start.ts';
import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { setDeadline } from '../tickets/deadlines.ts';
import { contentsOf } from './contents.ts';
import { aboutNotice, audienceOf, repeatOf } from './notice.ts';
import { nextTime } from './repeat.ts';
import { ANNOUNCE } from './stop-words.ts';
import { whenLive } from './when-live.ts';

/**
 * Begins to tell everybody (P8a). The caller holds the notice, which is scheduled. An emergency passes quiet hours and budget. What
 * repeats is put on record for its next time.
 */
export async function sendNotice(step: Step, community: CommunityInForce, notice: Notice): Promise<Notice> {
  const isEmergency = notice.level === 'emergency';
  const live = await step.tx.notice.update({ where: { id: notice.id }, data: { state: 'live', liveAt: step.now } });
  const { text, texts, confirmedById: byId } = notice;
  await step.tx.noticeVersion.create({
    data: { noticeId: notice.id, version: 1, text, texts: texts ?? {}, changedAt: step.now, byId },
  });
  await startBroadcast(step, community, {
    about: aboutNotice(notice),
    occasion: ANNOUNCE,
    purpose: isEmergency ? 'emergency' : 'notice',
    urgent: isEmergency,
    contents: contentsOf(live, community),
    audience: audienceOf(notice),
    createdById: byId,
  });
  if (notice.endsAt && notice.endsAt > step.now)
    await setDeadline(step, { kind: 'notice', rung: 'end_near', subjectId: notice.id, dueAt: notice.endsAt });
  await repeatNotice(step, community, live);
  for (const then of whenLive) await then(step, community, live);
  return live;
}

/** Puts the next of a series on record, as the last one is, if there is to be one. It can be looked at and taken back like any other. */
export async function repeatNotice(step: Step, community: CommunityInForce, last: Notice): Promise<Notice | null> {
  const repeat = repeatOf(last);
  if (!repeat) return null;
  const { sendAt: plannedAt, endsAt } = last;
  const after = plannedAt && plannedAt > step.now ? plannedAt : step.now;
  const sendAt = community.calendar.civil(nextTime(repeat, after, community.calendar, community.timeZone));
  const lasts = endsAt && plannedAt && endsAt.getTime() - plannedAt.getTime();
  const { id: _id, liveAt: _liveAt, overAt: _overAt, texts, audience, repeat: _repeat, ...same } = last;
  const next = await step.tx.notice.create({
    data: {
      ...same,
      id: newId(),
      number: await nextNumber(step, community.id, 'notice'),
      state: 'scheduled',
      texts: texts ?? {},
      audience: audience ?? Prisma.JsonNull,
      repeat,
      seriesId: last.seriesId ?? last.id,
      sendAt,
      effectiveAt: null,
      endsAt: lasts !== null ? new Date(sendAt.getTime() + lasts) : null,
    },
  });
  await setDeadline(step, {
    kind: 'notice',
    rung: 'send',
    subjectId: next.id,
    communityId: community.id,
    dueAt: sendAt,
  });
  return next;
}
