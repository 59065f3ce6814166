import type { Tx } from '../database.ts';

/**
 * Takes words, pictures, explanations and writers from messages, and from what was decided about them who decided it; the rows stay. Former
 * versions and attachments lose theirs, too: the channels throw bytes away to which no attachment points any more.
 */
export async function eraseMessages(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Message" SET text = '', explanation = NULL, "personId" = NULL WHERE id = ANY(${[...ids]}::uuid[])`;
  await tx.$executeRaw`UPDATE "MessageVersion" SET text = '' WHERE "messageId" = ANY(${[...ids]}::uuid[])`;
  await tx.$executeRaw`
    UPDATE "Attachment" SET "channelRef" = '', "fileName" = NULL WHERE "messageId" = ANY(${[...ids]}::uuid[])`;
  await tx.$executeRaw`DELETE FROM "Candidate" WHERE "messageId" = ANY(${[...ids]}::uuid[])`;
  // What was decided about it is still counted, but nobody learns from a message without words.
  await tx.$executeRaw`UPDATE "Judgement" SET "decidedById" = NULL WHERE "messageId" = ANY(${[...ids]}::uuid[])`;
}
