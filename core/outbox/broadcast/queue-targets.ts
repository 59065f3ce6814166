import { z } from 'zod';
import { Purpose, Subject } from '../../../prisma/generated/enums.ts';
import { newId } from '../../new-id.ts';
import type { Step } from '../../step.ts';
import { expiryOf } from '../expiry.ts';
import { LANE_LOCKS } from '../lane.ts';
import { priorityOf } from '../priority.ts';
import { familyOf } from './change.ts';

/** What the feeder needs to know of a broadcast, as the database tells it. */
export const fedBroadcastSchema = z.object({
  id: z.string(),
  communityId: z.string(),
  purpose: z.enum(Purpose),
  subject: z.enum(Subject),
  subjectId: z.string(),
  urgent: z.boolean(),
  changesId: z.string().nullable(),
  startAt: z.date(),
  expiresAt: z.date().nullable(),
  stoppedAt: z.date().nullable(),
  doneAt: z.date().nullable(),
});
export type FedBroadcast = z.output<typeof fedBroadcastSchema>;

/**
 * Puts a broadcast's words into the outbox for these targets, which this transaction holds, and rings for them after the commit. Groups hear
 * the community's language, persons their own where it is there. Returns how many are in the outbox now.
 */
export async function queueTargets(
  step: Step,
  broadcast: FedBroadcast,
  conversationIds: readonly string[],
): Promise<number> {
  if (conversationIds.length === 0) return 0;
  const { tx, now } = step;
  const isChange = broadcast.changesId !== null;
  if (isChange) await overtakeEarlier(step, broadcast.id, conversationIds);
  const left = isChange ? await leaveOutUntold(step, broadcast, conversationIds) : conversationIds;
  if (left.length === 0) return 0;
  const priority = priorityOf(broadcast.urgent ? 'emergency' : broadcast.purpose);
  const expiresAt = broadcast.expiresAt ?? expiryOf(broadcast.purpose, now);
  const rows = left.map((conversationId) => ({ conversationId, id: newId() }));
  const queued = await tx.$executeRaw`
    WITH said AS (
      INSERT INTO "OutboxMessage" (id, "conversationId", "recipientId", purpose, priority, content, "replacesId", "dedupeKey",
        "expiresAt", subject, "subjectId", "broadcastId")
      SELECT r.id, r."conversationId", t."personId", b.purpose, ${priority},
        coalesce(b.contents -> p.locale, b.contents -> m.locale), earlier.id,
        'broadcast:' || b.id || ':' || r."conversationId", ${expiresAt}::timestamptz, b.subject, b."subjectId", b.id
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, "conversationId" uuid)
        JOIN "Broadcast" b ON b.id = ${broadcast.id}::uuid
        JOIN "BroadcastTarget" t ON t."broadcastId" = b.id AND t."conversationId" = r."conversationId"
        JOIN "Community" m ON m.id = b."communityId"
        LEFT JOIN "Person" p ON p.id = t."personId"
        LEFT JOIN LATERAL (
          SELECT f."outboxId" AS id FROM "BroadcastTarget" f JOIN "OutboxMessage" o ON o.id = f."outboxId"
          WHERE ${isChange} AND f.state <> 'merged' AND f."conversationId" = r."conversationId" AND f."broadcastId" IN (${familyOf(broadcast.id)})
          ORDER BY o.seq LIMIT 1) AS earlier ON true
      ORDER BY r."conversationId"
      ON CONFLICT ("dedupeKey") DO UPDATE SET "broadcastId" = EXCLUDED."broadcastId"
      RETURNING id, "conversationId", state
    )
    UPDATE "BroadcastTarget" t SET "outboxId" = said.id, "notBefore" = NULL, reason = NULL,
      state = CASE said.state WHEN 'pending' THEN 'queued' ELSE said.state::text END::"TargetState"
    FROM said WHERE t."broadcastId" = ${broadcast.id}::uuid AND t."conversationId" = said."conversationId"`;
  step.rope.lanes(left, priority === 0 ? 'emergency' : 'many');
  return queued;
}

/**
 * Drops what still waits of the words that are changed: the newest are said instead. Where a lane is saying one at this moment it is left,
 * and changed where it stands.
 */
async function overtakeEarlier({ tx, now }: Step, id: string, conversationIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "OutboxMessage" o SET state = 'dropped', failure = 'superseded', "settledAt" = ${now}, content = o.content - 'qr'
    WHERE o.id IN (
      SELECT w.id FROM "OutboxMessage" w
      WHERE w."broadcastId" IN (${familyOf(id)}) AND w.state = 'pending' AND w."conversationId" = ANY(${[...conversationIds]}::uuid[])
        AND NOT EXISTS (SELECT 1 FROM "Delivery" d WHERE d."outboxId" = w.id)
        AND pg_try_advisory_xact_lock(hashtextextended(w."conversationId"::text, ${LANE_LOCKS})))
      AND o.state = 'pending'`;
}

/** What was never said somewhere is not taken back there: those targets are settled. Returns the others. */
export async function leaveOutUntold(
  { tx, now }: Step,
  { id }: Pick<FedBroadcast, 'id'>,
  conversationIds: readonly string[],
): Promise<string[]> {
  const untold = await tx.$queryRaw<{ conversationId: string }[]>`
    UPDATE "BroadcastTarget" t SET state = 'dropped', reason = 'never_told', "settledAt" = ${now}, "notBefore" = NULL
    FROM "Broadcast" b JOIN "Community" m ON m.id = b."communityId"
    WHERE b.id = ${id}::uuid AND b.contents -> m.locale ->> 'recall' = 'true' AND t."broadcastId" = b.id
      AND t."conversationId" = ANY(${[...conversationIds]}::uuid[])
      AND NOT EXISTS (
        SELECT 1 FROM "BroadcastTarget" f LEFT JOIN "OutboxMessage" o ON o.id = f."outboxId"
        WHERE f."conversationId" = t."conversationId" AND f."broadcastId" IN (${familyOf(id)})
          AND (f.state = 'merged' OR o.state IN ('pending', 'sent') OR (o.state = 'failed' AND o.failure = 'platform_down')
            OR EXISTS (SELECT 1 FROM "Delivery" d WHERE d."outboxId" = o.id AND d.outcome = 'platform_down')))
    RETURNING t."conversationId"`;
  const gone = new Set(untold.map((row) => row.conversationId));
  return conversationIds.filter((one) => !gone.has(one));
}
