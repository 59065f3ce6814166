import { startBroadcast } from '../../outbox/broadcast/start.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { setDeadline } from '../../tickets/deadlines.ts';
import { aboutConsultation, fingerprint, holdConsultation, type Asked } from './consultation.ts';
import { countHouseholds } from './households.ts';
import { contentsOf } from './view.ts';

/** `not_a_draft`: somebody has settled it. `changed`: it is not what was shown. `too_late`: the time at which it ends has passed. */
export type Opened =
  | { kind: 'opened'; asked: Asked; groups: number }
  | { kind: 'scheduled'; asked: Asked; opensAt: Date }
  | { kind: 'not_a_draft'; asked: Asked }
  | { kind: 'changed' | 'too_late'; asked: Asked };

/** A draft is confirmed as it was shown: it is put before the residents at once, or at its time (P7c). */
export async function confirmConsultation(
  step: Step,
  community: CommunityInForce,
  { id, by, seen }: { id: string; by: string; seen: string },
): Promise<Opened | null> {
  const asked = await holdConsultation(step, id);
  if (!asked || asked.communityId !== community.id) return null;
  if (asked.state !== 'draft') return { kind: 'not_a_draft', asked };
  if (fingerprint(asked) !== seen) return { kind: 'changed', asked };
  const isLater = asked.opensAt !== null && asked.opensAt > step.now;
  const opensAt = isLater && asked.opensAt ? asked.opensAt : step.now;
  const closesAt = asked.rules.openMs === null ? asked.closesAt : new Date(opensAt.getTime() + asked.rules.openMs);
  if (closesAt <= opensAt) return { kind: 'too_late', asked };
  const data = { state: 'scheduled' as const, confirmedById: by, opensAt, closesAt };
  await step.tx.consultation.update({ where: { id }, data, select: { id: true } });
  if (!isLater) return openConsultation(step, community, id);
  await setDeadline(step, {
    kind: 'consultation',
    subjectId: id,
    communityId: community.id,
    rung: 'open',
    dueAt: opensAt,
  });
  return { kind: 'scheduled', asked: { ...asked, ...data }, opensAt };
}

/**
 * Opens what is scheduled: the households that may vote are counted and written down, the groups are told, and the reminder and the end
 * are set. Opening twice does it once.
 */
export async function openConsultation(step: Step, community: CommunityInForce, id: string): Promise<Opened | null> {
  const { tx, now } = step;
  const scheduled = await holdConsultation(step, id);
  if (!scheduled || scheduled.state !== 'scheduled') return scheduled && { kind: 'not_a_draft', asked: scheduled };
  const { rules, audience } = scheduled;
  const eligible = rules.households ?? (await countHouseholds(tx, community.id, audience.buildings));
  const data = { state: 'open' as const, openedAt: now, eligible };
  await tx.consultation.update({ where: { id }, data, select: { id: true } });
  const asked = { ...scheduled, ...data };
  await setEnd(step, community, asked);
  const { targets } = await startBroadcast(step, community, {
    about: aboutConsultation(id),
    occasion: 'announce',
    purpose: 'survey',
    contents: contentsOf(asked, community, {
      text: (texts, view) => texts.consultation(view),
      choices: true,
      attachments: true,
    }),
    audience,
    expiresAt: asked.closesAt,
    createdById: asked.confirmedById,
  });
  return { kind: 'opened', asked, groups: targets };
}

/** When whoever has not voted is reminded, and when it ends. No reminder right after the announcement. */
export async function setEnd(
  step: Step,
  { id: communityId, policy, calendar }: CommunityInForce,
  asked: Asked,
): Promise<void> {
  const { id: subjectId, closesAt, openedAt } = asked;
  const deadline = { kind: 'consultation' as const, subjectId, communityId };
  await setDeadline(step, { ...deadline, rung: 'close', dueAt: closesAt });
  const { remindBefore } = policy.consultations;
  const remindAt = calendar.civil(new Date(closesAt.getTime() - remindBefore));
  const isSoon = remindAt.getTime() - (openedAt ?? step.now).getTime() < remindBefore / 2;
  if (!isSoon && remindAt > step.now && remindAt < closesAt)
    await setDeadline(step, { ...deadline, rung: 'remind', dueAt: remindAt });
}
