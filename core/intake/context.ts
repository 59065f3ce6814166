import type { ConversationAtHand } from '../people/conversation.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import type { Tx } from '../database.ts';
import {
  CONTEXT_DAYS,
  CONTEXT_MESSAGES,
  type GroupContext,
  type HeardMessage,
  type KnownMatter,
  type Place,
} from './understanding.ts';

/** Times arrive as text, because PostgreSQL hands over the whole context as JSON. */
type Written<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] };

interface SaidRow extends Omit<Written<HeardMessage>, 'flat' | 'quotedText' | 'forwarded' | 'hasPhoto' | 'hasVoice'> {
  /** The kinds of its attachments. */
  /** Kinds; a picture sent as a file counts as a photo. */
  attached: string[];
  building: string | null;
  unit: string | null;
  room: string | null;
}

interface MatterRow extends Omit<Written<KnownMatter>, 'place' | 'messages'>, Place {
  messages: string[] | null;
}

/** What a group knows before `before` was said: its setting, its last messages, its open and lately settled matters. */
export async function loadContext(
  tx: Tx,
  conversation: ConversationAtHand,
  locale: string,
  before: { messageId: string; at: Date },
): Promise<GroupContext> {
  const setting = { buildings: conversation.allBuildings, groupBuildings: conversation.buildings, locale };
  const since = new Date(before.at.getTime() - CONTEXT_DAYS * 86_400_000);
  // One statement for both, because every line of talk asks for them.
  const [row] = await tx.$queryRaw<{ said: SaidRow[]; matters: MatterRow[] }[]>`
    SELECT (SELECT coalesce(json_agg(said), '[]') FROM (${recentMessages(conversation.id, before.messageId)}) said) AS said,
      (SELECT coalesce(json_agg(matter), '[]') FROM (${knownMatters(conversation.id, since)}) matter) AS matters`;
  return { setting, recent: row?.said.map(asHeard) ?? [], matters: row?.matters.map(asKnown) ?? [] };
}

const recentMessages = (conversationId: string, beforeId: string): Prisma.Sql => Prisma.sql`
    SELECT m.id, m."sentAt" AS at, m."personId" AS "senderId", coalesce(p.name, '') AS "senderName",
      EXISTS (SELECT 1 FROM "RoleGrant" g WHERE g."personId" = m."personId" AND g."revokedAt" IS NULL
        AND g.role NOT IN ('resident', 'committee', 'supervisor')) AS "fromStaff",
      m.text, r.id AS "replyToId", m."albumKey", b.label AS building, h.unit, h.room,
      ARRAY(SELECT CASE WHEN a."mimeType" LIKE 'image/%' THEN 'photo' ELSE a.kind END FROM "Attachment" a WHERE a."messageId" = m.id) AS attached
    FROM (SELECT * FROM "Message" WHERE "conversationId" = ${conversationId}::uuid AND id <> ${beforeId}::uuid
        AND "recalledAt" IS NULL AND act <> 'command' ORDER BY "sentAt" DESC, id DESC LIMIT ${CONTEXT_MESSAGES}) m
      LEFT JOIN "Person" p ON p.id = m."personId"
      LEFT JOIN "Household" h ON h.id = p."householdId" LEFT JOIN "Building" b ON b.id = h."buildingId"
      LEFT JOIN "Message" r ON r."conversationId" = m."conversationId" AND r."externalId" = m."replyToExternalId"
    ORDER BY m."sentAt", m.id`;

const knownMatters = (conversationId: string, since: Date): Prisma.Sql => Prisma.sql`
    SELECT t.id, t.kind, t.area, t.urgency, t.building, t.unit, t.room, t.spot, t.summary, t."openedAt",
      tm.messages, coalesce(tm.last, t."openedAt") AS "lastMessageAt",
      ARRAY(SELECT r."personId" FROM "TicketReporter" r WHERE r."ticketId" = t.id ORDER BY r."joinedAt") AS "reporterIds",
      CASE WHEN t.status IN ('done', 'closed') THEN coalesce(t."doneAt", t."closedAt")
        ELSE (SELECT CASE WHEN e.type = 'settled_by_resident' THEN e.at END FROM "TicketEvent" e WHERE e."ticketId" = t.id
          AND e.type IN ('settled_by_resident', 'reopened') ORDER BY e.id DESC LIMIT 1) END AS "settledAt"
    FROM "Ticket" t LEFT JOIN LATERAL (
      SELECT array_agg(m.id ORDER BY m."sentAt", m.id) AS messages, max(m."sentAt") AS last
      FROM "TicketMessage" x JOIN "Message" m ON m.id = x."messageId" WHERE x."ticketId" = t.id) tm ON true
    WHERE t."conversationId" = ${conversationId}::uuid AND t.status NOT IN ('merged', 'dismissed')
      AND (t.status <> 'closed' OR t."closedAt" >= ${since})
    ORDER BY t."openedAt" DESC LIMIT 200`;

function asHeard({ building, unit, room, at, attached, ...row }: SaidRow): HeardMessage {
  return {
    ...row,
    at: new Date(at),
    flat: building === null ? null : { building, unit: unit || null, room, spot: null },
    hasPhoto: attached.includes('photo') || attached.includes('video'),
    hasVoice: attached.includes('voice'),
    quotedText: null,
    forwarded: false,
  };
}

function asKnown({
  building,
  unit,
  room,
  spot,
  messages,
  openedAt,
  lastMessageAt,
  settledAt,
  ...row
}: MatterRow): KnownMatter {
  return {
    ...row,
    place: { building, unit, room, spot },
    messages: messages ?? [],
    openedAt: new Date(openedAt),
    lastMessageAt: new Date(lastMessageAt),
    settledAt: settledAt === null ? null : new Date(settledAt),
  };
}
