import type { ConversationAtHand } from '../people/conversation.ts';
import type { Tx } from '../database.ts';
import {
  CONTEXT_DAYS,
  CONTEXT_MESSAGES,
  type GroupContext,
  type HeardMessage,
  type KnownMatter,
  type Place,
} from './understanding.ts';

interface SaidRow extends Omit<HeardMessage, 'flat' | 'quotedText' | 'forwarded'> {
  building: string | null;
  unit: string | null;
  room: string | null;
}

interface MatterRow extends Omit<KnownMatter, 'place'>, Place {}

/** What a group knows before `before` was said: its setting, its last messages, its open and lately settled matters. */
export async function loadContext(
  tx: Tx,
  conversation: ConversationAtHand,
  locale: string,
  before: { messageId: string; at: Date },
): Promise<GroupContext> {
  const setting = { buildings: conversation.allBuildings, groupBuildings: conversation.buildings, locale };
  const recent = await recentMessages(tx, conversation.id, before.messageId);
  return { setting, recent, matters: await knownMatters(tx, conversation.id, before.at) };
}

async function recentMessages(tx: Tx, conversationId: string, beforeId: string): Promise<HeardMessage[]> {
  const rows = await tx.$queryRaw<SaidRow[]>`
    SELECT m.id, m."sentAt" AS at, m."personId" AS "senderId", coalesce(p.name, '') AS "senderName",
      EXISTS (SELECT 1 FROM "RoleGrant" g WHERE g."personId" = m."personId" AND g."revokedAt" IS NULL
        AND g.role NOT IN ('resident', 'committee', 'supervisor')) AS "fromStaff",
      m.text, r.id AS "replyToId", m."albumKey", b.label AS building, h.unit, h.room,
      EXISTS (SELECT 1 FROM "Attachment" a WHERE a."messageId" = m.id AND a.kind IN ('photo', 'video')) AS "hasPhoto",
      EXISTS (SELECT 1 FROM "Attachment" a WHERE a."messageId" = m.id AND a.kind = 'voice') AS "hasVoice"
    FROM (SELECT * FROM "Message" WHERE "conversationId" = ${conversationId}::uuid AND id <> ${beforeId}::uuid
        AND "recalledAt" IS NULL ORDER BY "sentAt" DESC, id DESC LIMIT ${CONTEXT_MESSAGES}) m
      LEFT JOIN "Person" p ON p.id = m."personId"
      LEFT JOIN "Household" h ON h.id = p."householdId" LEFT JOIN "Building" b ON b.id = h."buildingId"
      LEFT JOIN "Message" r ON r."conversationId" = m."conversationId" AND r."externalId" = m."replyToExternalId"
    ORDER BY m."sentAt", m.id`;
  return rows.map(({ building, unit, room, ...row }) => ({
    ...row,
    flat: building === null ? null : { building, unit: unit || null, room, spot: null },
    quotedText: null,
    forwarded: false,
  }));
}

async function knownMatters(tx: Tx, conversationId: string, at: Date): Promise<KnownMatter[]> {
  const since = new Date(at.getTime() - CONTEXT_DAYS * 86_400_000);
  const rows = await tx.$queryRaw<MatterRow[]>`
    SELECT t.id, t.kind::text, t.area::text, t.urgency::text, t.building, t.unit, t.room, t.spot, t.summary, t."openedAt",
      tm.messages, coalesce(tm.last, t."openedAt") AS "lastMessageAt",
      ARRAY(SELECT r."personId"::text FROM "TicketReporter" r WHERE r."ticketId" = t.id ORDER BY r."joinedAt") AS "reporterIds",
      CASE WHEN t.status IN ('done', 'closed') THEN coalesce(t."doneAt", t."closedAt")
        ELSE (SELECT CASE WHEN e.type = 'settled_by_resident' THEN e.at END FROM "TicketEvent" e WHERE e."ticketId" = t.id
          AND e.type IN ('settled_by_resident', 'reopened') ORDER BY e.id DESC LIMIT 1) END AS "settledAt"
    FROM "Ticket" t LEFT JOIN LATERAL (
      SELECT array_agg(m.id::text ORDER BY m."sentAt", m.id) AS messages, max(m."sentAt") AS last
      FROM "TicketMessage" x JOIN "Message" m ON m.id = x."messageId" WHERE x."ticketId" = t.id) tm ON true
    WHERE t."conversationId" = ${conversationId}::uuid AND t.status NOT IN ('merged', 'dismissed')
      AND (t.status <> 'closed' OR t."closedAt" >= ${since})
    ORDER BY t."openedAt" DESC LIMIT 200`;
  return rows.map(({ building, unit, room, spot, ...row }) => ({
    ...row,
    messages: row.messages ?? [],
    place: { building, unit, room, spot },
  }));
}
