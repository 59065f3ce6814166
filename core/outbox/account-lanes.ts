import type { Tx } from '../database.ts';
import type { Account } from './spoken.ts';

/** The word that a lane would say next. */
export interface LaneAhead {
  conversationId: string;
  kind: 'group' | 'direct';
  priority: number;
  seq: bigint;
}

/**
 * The lanes of an account whose next word could go now as far as the books tell (due, not expired, not held back by one
 * before it that met a fault, the conversation not paused), by what that word is worth: lowest priority number, then the
 * order of recording. One look into the index of pending words for every conversation of the account.
 *
 * @param before only lanes whose word goes before this one; all when left out
 */
export async function lanesOf(
  tx: Tx,
  { name, account }: Account,
  now: Date,
  { before, atMost }: { before?: { priority: number; seq: bigint }; atMost: number },
): Promise<LaneAhead[]> {
  const priority = before?.priority ?? null;
  const seq = before?.seq ?? null;
  return tx.$queryRaw<LaneAhead[]>`
    SELECT c."id" AS "conversationId", c."kind"::text AS "kind", head."priority", head."seq"
    FROM "Conversation" c CROSS JOIN LATERAL (
      SELECT o."priority", o."seq", o."notBefore" FROM "OutboxMessage" o
      WHERE o."conversationId" = c."id" AND o."state" = 'pending' AND (o."expiresAt" IS NULL OR o."expiresAt" >= ${now})
        AND (o."notBefore" IS NULL OR o."notBefore" <= ${now} OR EXISTS (
          SELECT 1 FROM "Delivery" d WHERE d."outboxId" = o."id" AND d."outcome" = 'platform_down'))
      ORDER BY o."priority", o."seq" LIMIT 1
    ) AS head
    WHERE c."channel" = ${name} AND c."account" = ${account} AND (c."pausedUntil" IS NULL OR c."pausedUntil" <= ${now})
      AND (head."notBefore" IS NULL OR head."notBefore" <= ${now})
      AND (${priority}::int IS NULL OR (head."priority", head."seq") < (${priority}::int, ${seq}::bigint))
    ORDER BY head."priority", head."seq" LIMIT ${atMost}`;
}
