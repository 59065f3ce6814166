import type { Step } from '../../step.ts';
import { moveDeadline, setDeadline } from '../../tickets/deadlines.ts';

/** Whose waiting words are sent now: of one thing that is told, or of one group. */
export type Released = { subjectId: string } | { conversationId: string };

/**
 * What waits for the end of the quiet hours, or for a digest, is said now, because a manager wants it (P9a). Returns how many words
 * those are; 0 changes nothing.
 */
export async function releaseWaiting(step: Step, communityId: string, what: Released): Promise<number> {
  const { tx, now } = step;
  const subjectId = 'subjectId' in what ? what.subjectId : null;
  const conversationId = 'conversationId' in what ? what.conversationId : null;
  const released = await tx.$queryRaw<{ broadcastId: string; words: number }[]>`
    WITH released AS (
      UPDATE "BroadcastTarget" t SET reason = 'released', "notBefore" = NULL FROM "Broadcast" b
      WHERE b.id = t."broadcastId" AND b."communityId" = ${communityId}::uuid AND b."stoppedAt" IS NULL AND b."doneAt" IS NULL
        AND t.state = 'planned' AND t.reason IN ('quiet_hours', 'budget')
        AND (b."subjectId" = ${subjectId}::uuid OR t."conversationId" = ${conversationId}::uuid)
      RETURNING t."broadcastId"
    )
    SELECT "broadcastId", count(*)::int AS words FROM released GROUP BY 1`;
  for (const { broadcastId } of released) {
    const feed = { kind: 'broadcast' as const, subjectId: broadcastId };
    const set = await tx.deadline.findFirst({ where: { ...feed, settledAt: null }, select: { id: true } });
    if (set) await moveDeadline(step, set.id, now);
    else await setDeadline(step, { ...feed, communityId, rung: 'feed', dueAt: now });
  }
  return released.reduce((sum, { words }) => sum + words, 0);
}
