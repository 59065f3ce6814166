import type { Notice } from '../../../prisma/generated/client.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { nextTime } from '../repeat.ts';
import { nextDue } from './next-due.ts';
import { holdPublication, repeatOfPublication, setMoments } from './publication.ts';

/** A notice that publishes something begins to be told: from then on it is due at its next date (P8d). */
export async function notePublished(step: Step, community: CommunityInForce, notice: Notice): Promise<void> {
  if (notice.publicationId === null || notice.isDrill) return;
  const publication = await holdPublication(step, notice.publicationId);
  if (!publication || publication.revokedAt !== null) return;
  const repeat = repeatOfPublication(publication);
  const nextDueAt = nextDue(publication.nextDueAt, step.now, (after) =>
    nextTime(repeat, after, community.calendar, community.timeZone),
  );
  if (nextDueAt.getTime() === publication.nextDueAt.getTime()) return;
  await step.tx.publication.update({ where: { id: publication.id }, data: { nextDueAt }, select: { id: true } });
  await setMoments(step, community, publication.id, nextDueAt);
}
