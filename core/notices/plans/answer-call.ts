import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { allAnswered, endDrill, reportDrill } from './drill-report.ts';
import { callOccasion } from './carry-out.ts';

/**
 * Somebody who was called says that they are coming: on record with the time. In a drill the report comes once everybody has. `foreign`: they
 * were not called; `known`: they had said so.
 */
export async function answerCall(
  step: Step,
  community: CommunityInForce,
  { noticeId, personId }: { noticeId: string; personId: string },
): Promise<{ kind: 'noted' | 'known'; isDrill: boolean } | { kind: 'foreign' }> {
  const { tx, now } = step;
  await tx.$queryRaw`SELECT 1 FROM "Notice" WHERE id = ${noticeId}::uuid FOR NO KEY UPDATE`;
  const notice = await tx.notice.findFirst({
    where: { id: noticeId, communityId: community.id, planId: { not: null } },
  });
  const called = await tx.outboxMessage.findFirst({
    where: { subjectId: noticeId, recipientId: personId, dedupeKey: { startsWith: callOccasion(noticeId) } },
    select: { id: true },
  });
  if (!notice || !called) return { kind: 'foreign' };
  const row = { noticeId, personId, householdId: null, by: 'button' as const, at: now };
  const { count } = await tx.noticeReceipt.createMany({ data: [row], skipDuplicates: true });
  if (notice.isDrill && (await allAnswered(step, noticeId))) {
    await endDrill(step, noticeId);
    await reportDrill(step, community, notice);
  }
  return { kind: count > 0 ? 'noted' : 'known', isDrill: notice.isDrill };
}
