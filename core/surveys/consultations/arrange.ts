import { startBroadcast, stopBroadcast } from '../../outbox/broadcast/start.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { audit } from '../../people/audit.ts';
import { dropSubjectDeadlines } from '../../tickets/deadlines.ts';
import { aboutConsultation, type Asked } from './consultation.ts';
import { setEnd } from './open.ts';
import { contentsOf } from './view.ts';

/** Residents have longer. `asked` is held by this transaction, open, and ends before `closesAt`. Everybody is told. */
export async function extendConsultation(
  step: Step,
  community: CommunityInForce,
  asked: Asked,
  { closesAt, by }: { closesAt: Date; by: string },
): Promise<void> {
  const { id } = asked;
  await step.tx.consultation.update({ where: { id }, data: { closesAt }, select: { id: true } });
  await dropSubjectDeadlines(step, { kind: 'consultation', subjectId: id }, 'extended');
  const extended = { ...asked, closesAt };
  await setEnd(step, community, extended);
  await note(step, asked, by, 'extend_consultation', {
    before: asked.closesAt.toISOString(),
    after: closesAt.toISOString(),
  });
  await startBroadcast(step, community, {
    about: aboutConsultation(id),
    occasion: `extend:${closesAt.toISOString()}`,
    purpose: 'notice',
    contents: contentsOf(extended, community, {
      text: (texts, view) => texts.consultationExtended(view),
      choices: true,
    }),
    audience: asked.audience,
    expiresAt: closesAt,
    createdById: by,
  });
}

/** It is taken back before its end, with a reason: nothing in it counts, and whoever was told of it is told that. */
export async function withdrawConsultation(
  step: Step,
  community: CommunityInForce,
  asked: Asked,
  { reason, by }: { reason: string; by: string },
): Promise<void> {
  const { tx, now } = step;
  const data = { state: 'withdrawn' as const, closedAt: now };
  await tx.consultation.update({ where: { id: asked.id }, data, select: { id: true } });
  await dropSubjectDeadlines(step, { kind: 'consultation', subjectId: asked.id }, 'withdrawn');
  await note(step, asked, by, 'withdraw_consultation', {});
  if (asked.state !== 'open') return;
  const about = aboutConsultation(asked.id);
  for (const occasion of ['announce', 'remind', 'remind-directly']) await stopBroadcast(step, about, occasion);
  await startBroadcast(step, community, {
    about,
    occasion: 'withdraw',
    purpose: 'notice',
    contents: contentsOf(asked, community, {
      text: (texts, view) => texts.consultationWithdrawn(view, reason),
      choices: false,
    }),
    audience: asked.audience,
    expiresAt: null,
    createdById: by,
  });
}

function note(
  { tx }: Step,
  { id, communityId }: Asked,
  by: string,
  action: string,
  data: Record<string, string>,
): Promise<void> {
  return audit(tx, { communityId, actorId: by, action, subject: `consultation:${id}`, data });
}
