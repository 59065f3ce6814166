import { Prisma } from '../../../prisma/generated/client.ts';
import type { Step } from '../../step.ts';

/**
 * Every broadcast that told of the same thing before this one: what it changes, what that changed, and what else changed these; as a
 * selection of "id".
 */
export const familyOf = (id: string): Prisma.Sql => Prisma.sql`
  WITH RECURSIVE up AS (
    SELECT b.id, b."changesId" FROM "Broadcast" b WHERE b.id = ${id}::uuid
    UNION SELECT b.id, b."changesId" FROM "Broadcast" b JOIN up ON b.id = up."changesId"
  ), family AS (
    SELECT id FROM up WHERE "changesId" IS NULL
    UNION SELECT b.id FROM "Broadcast" b JOIN family f ON b."changesId" = f.id
  )
  SELECT family.id FROM family JOIN "Broadcast" b ON b.id = family.id, "Broadcast" own
  WHERE own.id = ${id}::uuid AND (b."createdAt", b.id) < (own."createdAt", own.id)`;

/**
 * A change is for every conversation where what it changes was said, or may be: was sent, waits, or went without an answer. What of the
 * earlier words is not in the outbox yet is not said any more. Returns how many conversations the change is for.
 */
export async function planChange({ tx, now }: Step, id: string): Promise<number> {
  const targets = await tx.$executeRaw`
    INSERT INTO "BroadcastTarget" ("broadcastId", "conversationId", "personId")
    SELECT ${id}::uuid, t."conversationId", (array_agg(t."personId"))[1]
    FROM "BroadcastTarget" t
    WHERE t."broadcastId" IN (${familyOf(id)}) AND (t.state IN ('planned', 'queued', 'sent', 'merged')
      OR (t.state = 'failed' AND t.reason = 'platform_down'))
    GROUP BY t."conversationId"`;
  await tx.$executeRaw`
    UPDATE "BroadcastTarget" SET state = 'dropped', reason = 'superseded', "settledAt" = ${now}, "notBefore" = NULL
    WHERE "broadcastId" IN (${familyOf(id)}) AND state = 'planned'`;
  return targets;
}
