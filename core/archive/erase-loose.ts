import type { Tx } from '../database.ts';
import { eraseMessages } from './erase-messages.ts';

/** So many rows of a table are taken at once. */
const AT_ONCE = 200;

/** Takes the words from messages up to `before` that belong to no ticket (P4, P9b). Returns how many. */
export async function eraseLooseMessages(tx: Tx, communityId: string, before: Date): Promise<number> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT m.id FROM "Conversation" c JOIN "Message" m ON m."conversationId" = c.id
    WHERE c."communityId" = ${communityId}::uuid AND m."sentAt" <= ${before} AND (m."personId" IS NOT NULL OR m.text <> '')
      AND NOT EXISTS (SELECT 1 FROM "TicketMessage" t WHERE t."messageId" = m.id)
    LIMIT ${AT_ONCE}`;
  const ids = rows.map(({ id }) => id);
  await eraseMessages(tx, ids);
  return ids.length;
}

/** The same for what the desk said up to `before` about no ticket; in a direct chat also what it was about. Returns how many. */
export async function eraseLooseWords(tx: Tx, communityId: string, before: Date): Promise<number> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM "Conversation" c JOIN "OutboxMessage" o ON o."conversationId" = c.id
    WHERE c."communityId" = ${communityId}::uuid AND o."createdAt" <= ${before} AND o."ticketId" IS NULL
      AND o.content <> '{"text": ""}' AND o.state <> 'pending'
    LIMIT ${AT_ONCE}`;
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tx.$executeRaw`UPDATE "SentMessage" SET choices = NULL WHERE "outboxId" = ANY(${ids}::uuid[])`;
  await tx.$executeRaw`UPDATE "Delivery" SET detail = NULL WHERE "outboxId" = ANY(${ids}::uuid[])`;
  await tx.$executeRaw`
    UPDATE "OutboxMessage" o SET content = '{"text": ""}', "dedupeKey" = 'anonymised:' || o.id, "recipientId" = NULL,
      subject = CASE c.kind WHEN 'group' THEN o.subject END, "subjectId" = CASE c.kind WHEN 'group' THEN o."subjectId" END,
      "broadcastId" = CASE c.kind WHEN 'group' THEN o."broadcastId" END
    FROM "Conversation" c WHERE c.id = o."conversationId" AND o.id = ANY(${ids}::uuid[])`;
  return ids.length;
}

/** Empties events that were given up on, and so kept what was said. Returns how many. */
export async function eraseGivenUp(tx: Tx, communityId: string, before: Date): Promise<number> {
  return tx.$executeRaw`
    UPDATE "InboundEvent" e SET payload = '{}' FROM "Conversation" c
    WHERE c.id = e."conversationId" AND c."communityId" = ${communityId}::uuid AND e."recordedAt" <= ${before}
      AND e.fault IS NOT NULL AND e."handledAt" IS NOT NULL AND e.payload <> '{}'`;
}
