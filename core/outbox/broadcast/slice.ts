import { z } from 'zod';
import type { Step } from '../../step.ts';
import { writeRestraints } from '../restraint/note.ts';
import type { FedBroadcast } from './queue-targets.ts';

/**
 * So many words of a broadcast wait in the outbox of one account at most: what a fast platform takes in half a minute, so that the lanes
 * have work while a feeder's process is killed and another takes over, and few rows are to be taken back when it is stopped.
 */
const WAITING_AT_MOST = 1_000;
/** What a digest was to say and has not said by then is said by itself. */
const DIGEST_PATIENCE = '10 minutes';

const droppedLate = { deed: 'dropped', reason: 'expired', untilAt: null } as const;
const idRows = z.array(z.object({ id: z.string() }));
const nextRows = z.tuple([z.object({ at: z.date().nullable() })]);

/** Settles the targets to which nothing can be said any more: groups that the bot has left or that are another estate's now, and words that are worth nothing. */
export async function settleUnsayable(
  { tx, now }: Step,
  { id, communityId, expiresAt, purpose, subject, subjectId }: FedBroadcast,
): Promise<void> {
  if (expiresAt && expiresAt < now) {
    const dropped = await tx.$queryRaw`
      UPDATE "BroadcastTarget" SET state = 'dropped', reason = 'expired', "settledAt" = ${now}, "notBefore" = NULL
      WHERE "broadcastId" = ${id}::uuid AND state = 'planned' RETURNING "conversationId" AS id`;
    const noted = idRows.parse(dropped).map((row) => ({ conversationId: row.id, ...droppedLate }));
    await writeRestraints({ tx, now }, communityId, { purpose, about: { subject, id: subjectId } }, noted);
    return;
  }
  await tx.$executeRaw`
    UPDATE "BroadcastTarget" t SET "settledAt" = ${now}, "notBefore" = NULL,
      state = CASE c.state WHEN 'active' THEN 'dropped' ELSE 'failed' END::"TargetState",
      reason = CASE c.state WHEN 'left' THEN 'not_a_member' WHEN 'unreachable' THEN 'unreachable' ELSE 'unlinked' END
    FROM "Conversation" c
    WHERE t."broadcastId" = ${id}::uuid AND t.state = 'planned' AND c.id = t."conversationId"
      AND (c.state <> 'active' OR (c.kind = 'group' AND c."communityId" IS DISTINCT FROM ${communityId}::uuid))`;
}

/**
 * The conversations that are next, as far as the outbox of each account has room: a slow account does not hold up a fast one. They are held
 * by this transaction; what another one has in hand is passed over.
 */
export async function takeSlice({ tx, now }: Step, id: string, atMost: number): Promise<string[]> {
  // The state as text, so that each target is found by its key: by state there are thousands, of which a young table has no statistics.
  const rows = await tx.$queryRaw`
    WITH waiting AS MATERIALIZED (
      SELECT c.channel, c.account, count(*) AS words FROM "OutboxMessage" o JOIN "Conversation" c ON c.id = o."conversationId"
      WHERE o."broadcastId" = ${id}::uuid AND o.state = 'pending' GROUP BY c.channel, c.account
    ), placed AS (
      SELECT t."conversationId",
        row_number() OVER (PARTITION BY c.channel, c.account ORDER BY t."conversationId") + coalesce(w.words, 0) AS place
      FROM "BroadcastTarget" t JOIN "Conversation" c ON c.id = t."conversationId"
        LEFT JOIN waiting w ON w.channel = c.channel AND w.account = c.account
      WHERE t."broadcastId" = ${id}::uuid AND t.state = 'planned'
        AND (t."notBefore" IS NULL OR t."notBefore" + CASE t.reason WHEN 'budget' THEN ${DIGEST_PATIENCE} ELSE '0' END::interval <= ${now})
    ), chosen AS MATERIALIZED (
      SELECT p."conversationId" FROM placed p WHERE p.place <= ${WAITING_AT_MOST} ORDER BY p.place LIMIT ${atMost}
    )
    SELECT t."conversationId" AS id
    FROM chosen JOIN "BroadcastTarget" t ON t."broadcastId" = ${id}::uuid AND t."conversationId" = chosen."conversationId"
    WHERE t.state::text = 'planned' ORDER BY t."conversationId" FOR NO KEY UPDATE OF t SKIP LOCKED`;
  return idRows.parse(rows).map((row) => row.id);
}

/** When the next of what is planned may be said; null when nothing is planned. */
export async function nextLookAt({ tx, now }: Step, id: string): Promise<Date | null> {
  const rows = await tx.$queryRaw`
    SELECT min(coalesce(t."notBefore" + CASE t.reason WHEN 'budget' THEN ${DIGEST_PATIENCE} ELSE '0' END::interval, ${now}::timestamptz)) AS at
    FROM "BroadcastTarget" t WHERE t."broadcastId" = ${id}::uuid AND t.state = 'planned'`;
  return nextRows.parse(rows)[0].at;
}
