import type { ConversationAtHand } from '../people/conversation.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import type { Tx } from '../database.ts';
import type { CommunityInForce } from '../people/communities.ts';
import { correctionWeights } from './learn/correction-weights.ts';
import { mattersHeard } from './shadow/matters-heard.ts';
import {
  CONTEXT_DAYS,
  CONTEXT_MESSAGES,
  type GroupContext,
  type GroupSetting,
  type HeardMessage,
  type KnownMatter,
  type Place,
} from './understanding.ts';

/** Times arrive as text, because PostgreSQL hands over the whole context as JSON. */
type Written<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] };

export interface SaidRow extends Omit<
  Written<HeardMessage>,
  'flat' | 'quotedText' | 'forwarded' | 'hasPhoto' | 'hasVoice'
> {
  /** The kinds of its attachments; a picture sent as a file counts as a photo. */
  attached: string[];
  building: string | null;
  unit: string | null;
  room: string | null;
}

interface MatterRow extends Omit<Written<KnownMatter>, 'place' | 'messages'>, Place {
  messages: string[] | null;
}

/**
 * What a group knows before `before` was said: its setting, its last messages, its open and lately settled matters. The setting has the
 * thresholds of the policy in force, and what the community's staff taught last and did not undo.
 */
export async function loadContext(
  tx: Tx,
  conversation: ConversationAtHand,
  community: Pick<CommunityInForce, 'id' | 'locale' | 'policy'>,
  before: { messageId: string; at: Date },
): Promise<GroupContext> {
  const since = new Date(before.at.getTime() - CONTEXT_DAYS * 86_400_000);
  // Beside the tickets of a group that is only listened to stand those that it would have made.
  const heard =
    conversation.hearing === 'shadow'
      ? Prisma.sql`(SELECT json_agg(heard) FROM (${mattersHeard(conversation.id, before, since)}) heard)`
      : Prisma.sql`NULL`;
  // One statement for all, because every line of talk asks for them.
  const [row] = await tx.$queryRaw<
    { said: SaidRow[]; matters: MatterRow[]; heard: MatterRow[] | null; correctionId: string | null }[]
  >`
    SELECT (SELECT coalesce(json_agg(said), '[]') FROM (${recentMessages(conversation.id, before)}) said) AS said,
      (SELECT coalesce(json_agg(matter), '[]') FROM (${knownMatters(conversation.id, since)}) matter) AS matters, ${heard} AS heard,
      (SELECT c.id FROM "Correction" c WHERE c."communityId" = ${community.id}::uuid AND c."undoneAt" IS NULL
        ORDER BY c.number DESC LIMIT 1) AS "correctionId"`;
  const correction = row?.correctionId ? await correctionWeights(tx, community.id, row.correctionId) : null;
  const { actFrom, askFrom } = community.policy.understanding;
  const setting: GroupSetting = {
    buildings: conversation.allBuildings,
    groupBuildings: conversation.buildings,
    locale: community.locale,
    thresholds: { act: actFrom, ask: askFrom },
    ...(correction ? { correction } : {}),
  };
  const matters = [...(row?.heard ?? []), ...(row?.matters ?? [])].map(asKnown);
  return { setting, recent: row?.said.map(asHeard) ?? [], matters };
}

const recentMessages = (conversationId: string, before: { messageId: string; at: Date }): Prisma.Sql =>
  saidRows(Prisma.sql`
    SELECT * FROM "Message" WHERE "conversationId" = ${conversationId}::uuid AND id <> ${before.messageId}::uuid AND "sentAt" <= ${before.at}
      AND "recalledAt" IS NULL AND act <> 'command' ORDER BY "sentAt" DESC, id DESC LIMIT ${CONTEXT_MESSAGES}`);

/** The rows of `messages` as the understanding hears them, for {@link asHeard}, oldest first. */
export const saidRows = (messages: Prisma.Sql): Prisma.Sql => Prisma.sql`
    SELECT m.id, m."sentAt" AS at, m."personId" AS "senderId", coalesce(p.name, '') AS "senderName",
      EXISTS (SELECT 1 FROM "RoleGrant" g WHERE g."personId" = m."personId" AND g."revokedAt" IS NULL
        AND g.role NOT IN ('resident', 'committee', 'supervisor')) AS "fromStaff",
      m.text, r.id AS "replyToId", m."albumKey", b.label AS building, h.unit, h.room,
      (EXISTS (SELECT 1 FROM "Judgement" j WHERE j."messageId" = m.id) OR EXISTS (SELECT 1 FROM "TicketMessage" x
        JOIN "Ticket" t ON t.id = x."ticketId" WHERE x."messageId" = m.id AND t.status IN ('dismissed', 'merged'))
        OR (m.act = 'addition' AND m.explanation->>'notice' IS NOT NULL)) AS "isSettled",
      ARRAY(SELECT CASE WHEN a."mimeType" LIKE 'image/%' THEN 'photo' ELSE a.kind END FROM "Attachment" a WHERE a."messageId" = m.id) AS attached
    FROM (${messages}) m
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

export function asHeard({ building, unit, room, at, attached, ...row }: SaidRow): HeardMessage {
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
