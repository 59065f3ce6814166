import { Prisma } from '../../../prisma/generated/client.ts';

/**
 * The matters of a group that is only listened to, as if each were a ticket: what would have become one, and what a manager has said to be
 * one. The same columns as the matters of a live group; the message at hand is left out, because it may be heard anew.
 */
export const mattersHeard = (
  conversationId: string,
  before: { messageId: string },
  since: Date,
): Prisma.Sql => Prisma.sql`
    SELECT k.id, k.matter->>'kind' AS kind, k.matter->>'area' AS area, k.matter->>'urgency' AS urgency,
      k.matter->'place'->>'building' AS building, k.matter->'place'->>'unit' AS unit, k.matter->'place'->>'room' AS room,
      k.matter->'place'->>'spot' AS spot, k.matter->>'summary' AS summary, k."heardAt" AS "openedAt", k.tied AS messages,
      coalesce(said.last, k."heardAt") AS "lastMessageAt", coalesce(said.reporters, '{}') AS "reporterIds", k."settledAt"
    FROM "Candidate" k JOIN "Conversation" c ON c.id = k."conversationId" LEFT JOIN LATERAL (
      SELECT max(m."sentAt") AS last, array_agg(DISTINCT m."personId") FILTER (WHERE m."personId" IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM "RoleGrant" g WHERE g."personId" = m."personId" AND g."revokedAt" IS NULL
          AND g.role NOT IN ('resident', 'committee', 'supervisor'))) AS reporters
      FROM "Message" m WHERE m.id = ANY(k.tied)) said ON true
    WHERE k."conversationId" = ${conversationId}::uuid AND k."messageId" <> ${before.messageId}::uuid
      AND k."heardAt" >= c."shadowSince" AND (k."settledAt" IS NULL OR k."settledAt" >= ${since})
      AND (k.deed = 'ticket' OR k.deed = 'question' AND k."isMatter") AND k."isMatter" IS DISTINCT FROM false
    ORDER BY k."heardAt" DESC, k.id DESC LIMIT 200`;
