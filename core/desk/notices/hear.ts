import { confirmNotice } from '../../notices/receipts/confirm.ts';
import { isReceipt } from '../../notices/receipts/receipt-words.ts';
import type { Scene } from '../scene.ts';
import { isOnRecord, noteReceipt } from './receipt.ts';

const HEARD_FOR_MS = 24 * 3_600_000;

/**
 * "收到", said in a group or a direct chat without replying to anything, confirms the last notice that stands there, if that came
 * in the last 24 hours and asks for it (P8b). Said to a neighbour, or after an answer of ours to the same person, it is talk.
 */
export async function hearReceipt(scene: Scene): Promise<boolean> {
  const { step, community, event, speaker } = scene;
  if (!speaker || !isReceipt(event.text, { asked: false })) return false;
  if (event.replyToId !== null || event.quotedText !== null) return false;
  const noticeId = await lastNotice(scene, speaker.personId);
  if (noticeId === null) return false;
  const { personId, staff } = speaker;
  const confirmed = await confirmNotice(step, community.id, { noticeId, personId, staff, by: 'words' });
  if (!isOnRecord(confirmed)) return false;
  await noteReceipt(scene);
  return true;
}

/** The notice told last in the conversation, unless this person has been answered there since. */
async function lastNotice({ step, conversation, event }: Scene, personId: string): Promise<string | null> {
  const at = new Date(event.at);
  // Platforms tell the time of a message in whole seconds.
  const until = new Date(at.getTime() + 1000);
  const from = new Date(at.getTime() - HEARD_FOR_MS);
  const [last] = await step.tx.$queryRaw<{ noticeId: string; answered: boolean }[]>`
    SELECT o."subjectId" AS "noticeId", EXISTS (
      SELECT 1 FROM "SentMessage" t JOIN "OutboxMessage" w ON w.id = t."outboxId"
        JOIN "Message" m ON m."conversationId" = t."conversationId" AND m."externalId" = w."replyToExternalId"
      WHERE t."conversationId" = s."conversationId" AND t."sentAt" >= s."sentAt" AND t."sentAt" <= ${until}
        AND m."personId" = ${personId}::uuid) AS answered
    FROM "SentMessage" s JOIN "OutboxMessage" o ON o.id = s."outboxId"
    WHERE s."conversationId" = ${conversation.id}::uuid AND s."sentAt" BETWEEN ${from} AND ${until} AND o.subject = 'notice'
    ORDER BY s."sentAt" DESC, o.seq DESC LIMIT 1`;
  return last && !last.answered ? last.noticeId : null;
}
