import { z } from 'zod';
import type { OutgoingContent } from '../../channel/outgoing.ts';
import type { Step } from '../../step.ts';
import { contentsSchema } from '../broadcast/contents.ts';
import { fedBroadcastSchema, type FedBroadcast } from '../broadcast/queue-targets.ts';
import { writeRestraints } from './note.ts';

/** What waits for the digest of a group. */
export interface WaitingWord extends FedBroadcast {
  /** In the language of the group. */
  content: OutgoingContent;
}

const waitingRows = z.array(fedBroadcastSchema.extend({ contents: contentsSchema }));

/** Everything that waits for the digest of a group, in the order in which it was planned; held by this transaction. */
export async function holdWaiting({ tx }: Step, conversationId: string, locale: string): Promise<WaitingWord[]> {
  const rows = await tx.$queryRaw`
    SELECT b.id, b."communityId", b.purpose::text, b.subject::text, b."subjectId", b.urgent, b."changesId", b."startAt", b."expiresAt",
      b."stoppedAt", b."doneAt", b.contents
    FROM "BroadcastTarget" t JOIN "Broadcast" b ON b.id = t."broadcastId"
    WHERE t."conversationId" = ${conversationId}::uuid AND t.state = 'planned' AND t.reason = 'budget' AND b."stoppedAt" IS NULL
    ORDER BY b."createdAt", b.id FOR NO KEY UPDATE OF t`;
  return waitingRows.parse(rows).flatMap(({ contents, ...word }) => {
    const content = contents[locale] ?? Object.values(contents)[0];
    return content ? [{ ...word, content }] : [];
  });
}

/** Of several words about one thing only the newest is worth saying, and none after its time. */
export function stillWorth(
  waiting: readonly WaitingWord[],
  now: Date,
): { worth: WaitingWord[]; not: { word: WaitingWord; reason: 'expired' | 'superseded' }[] } {
  const worth: WaitingWord[] = [];
  const not: { word: WaitingWord; reason: 'expired' | 'superseded' }[] = [];
  for (const [at, word] of waiting.entries()) {
    const isOld = waiting.slice(at + 1).some((later) => later.subjectId === word.subjectId);
    if (word.expiresAt && word.expiresAt < now) not.push({ word, reason: 'expired' });
    else if (isOld) not.push({ word, reason: 'superseded' });
    else worth.push(word);
  }
  return { worth, not };
}

/** It is never said in this group, and why is on record. */
export async function dropWaiting(
  step: Step,
  conversationId: string,
  { id, communityId, purpose, subject, subjectId }: WaitingWord,
  reason: 'expired' | 'superseded',
): Promise<void> {
  await step.tx.broadcastTarget.updateMany({
    where: { broadcastId: id, conversationId, state: 'planned' },
    data: { state: 'dropped', reason, settledAt: step.now, notBefore: null },
  });
  const noted = { conversationId, deed: 'dropped' as const, reason, untilAt: null };
  await writeRestraints(step, communityId, { purpose, about: { subject, id: subjectId } }, [noted]);
}
