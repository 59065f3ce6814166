import type { Prisma } from '../../prisma/generated/client.ts';
import { outgoingContentSchema } from '../channel/outgoing.ts';
import type { Tx } from '../database.ts';
import type { Account } from './spoken.ts';

/** The word that a lane would say next. */
export interface LaneAhead {
  conversationId: string;
  kind: 'group' | 'direct';
  priority: number;
  seq: bigint;
  /** As how many messages it counts beforehand ({@link messagesOf}). */
  messages: number;
}

interface Row extends Omit<LaneAhead, 'messages'> {
  content: Prisma.JsonValue;
}

/** As how many messages a word counts beforehand, on a platform where every file is one of its own. */
export function messagesOf(content: Prisma.JsonValue): number {
  const read = outgoingContentSchema.safeParse(content);
  if (!read.success) return 1;
  const { text, attachmentIds, qr } = read.data;
  return Math.max(1, (text === '' ? 0 : 1) + (attachmentIds?.length ?? 0) + (qr === undefined ? 0 : 1));
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
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c."id" AS "conversationId", c."kind"::text AS "kind", head."priority", head."seq", head."content"
    FROM "Conversation" c CROSS JOIN LATERAL (
      SELECT o."priority", o."seq", o."notBefore", o."content" FROM "OutboxMessage" o
      WHERE o."conversationId" = c."id" AND o."state" = 'pending' AND (o."expiresAt" IS NULL OR o."expiresAt" >= ${now})
        AND (o."notBefore" IS NULL OR o."notBefore" <= ${now} OR EXISTS (
          SELECT 1 FROM "Delivery" d WHERE d."outboxId" = o."id" AND d."outcome" = 'platform_down'))
      ORDER BY o."priority", o."seq" LIMIT 1
    ) AS head
    WHERE c."channel" = ${name} AND c."account" = ${account} AND (c."pausedUntil" IS NULL OR c."pausedUntil" <= ${now})
      AND (head."notBefore" IS NULL OR head."notBefore" <= ${now})
      AND (${priority}::int IS NULL OR (head."priority", head."seq") < (${priority}::int, ${seq}::bigint))
    ORDER BY head."priority", head."seq" LIMIT ${atMost}`;
  return rows.map(({ content, ...row }) => ({ ...row, messages: messagesOf(content) }));
}
