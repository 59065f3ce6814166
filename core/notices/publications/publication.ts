import type { Publication } from '../../../prisma/generated/client.ts';
import { audit } from '../../people/audit.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { dropSubjectDeadlines, setDeadline } from '../../tickets/deadlines.ts';
import { nextTime, repeatSchema, type Repeat } from '../repeat.ts';

/** Something is to be published again and again from now on (P8d). */
export async function addPublication(
  step: Step,
  community: CommunityInForce,
  { title, repeat, byId }: { title: string; repeat: Repeat; byId: string },
): Promise<Publication> {
  const { tx, now } = step;
  const nextDueAt = nextTime(repeat, now, community.calendar, community.timeZone);
  const data = { communityId: community.id, title, repeat, nextDueAt, createdAt: now, createdById: byId };
  const publication = await tx.publication.create({ data });
  await setMoments(step, community, publication.id, nextDueAt);
  const entry = { communityId: community.id, actorId: byId, action: 'add_publication' };
  await audit(tx, { ...entry, subject: `publication:${publication.id}` });
  return publication;
}

/** It need not be published any more. Returns false when that is so already. */
export async function revokePublication(
  step: Step,
  community: CommunityInForce,
  { id, byId }: { id: string; byId: string },
): Promise<boolean> {
  const publication = await holdPublication(step, id);
  if (!publication || publication.communityId !== community.id || publication.revokedAt !== null) return false;
  await step.tx.publication.update({ where: { id }, data: { revokedAt: step.now }, select: { id: true } });
  await dropSubjectDeadlines(step, { kind: 'publication', subjectId: id }, 'revoked');
  const entry = { communityId: community.id, actorId: byId, action: 'revoke_publication' };
  await audit(step.tx, { ...entry, subject: `publication:${id}` });
  return true;
}

/** In the order in which they were made: managers name them by their place in it, from 1, which stays when one before is revoked. */
export const publicationsOf = ({ tx }: Pick<Step, 'tx'>, communityId: string): Promise<Publication[]> =>
  tx.publication.findMany({ where: { communityId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });

export async function holdPublication({ tx }: Step, id: string): Promise<Publication | null> {
  await tx.$queryRaw`SELECT 1 FROM "Publication" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return tx.publication.findUnique({ where: { id } });
}

export const repeatOfPublication = ({ repeat }: Pick<Publication, 'repeat'>): Repeat => repeatSchema.parse(repeat);

/** Puts on record when the managers are reminded, told that it is due, and when it is overdue. A reminder whose time has passed is left out. */
export async function setMoments(step: Step, community: CommunityInForce, id: string, dueAt: Date): Promise<void> {
  await dropSubjectDeadlines(step, { kind: 'publication', subjectId: id }, 'another date');
  const { remindBefore, overdueAfter } = community.policy.publications;
  const moments = { remind: -remindBefore, due: 0, overdue: overdueAfter };
  for (const [rung, ms] of Object.entries(moments)) {
    const at = new Date(dueAt.getTime() + ms);
    if (at <= step.now && rung === 'remind') continue;
    await setDeadline(step, { kind: 'publication', communityId: community.id, subjectId: id, rung, dueAt: at });
  }
}
