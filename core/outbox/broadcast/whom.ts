import { Prisma } from '../../../prisma/generated/client.ts';
import type { Audience } from './audience.ts';

/**
 * The groups that an audience means, as a selection of "id": where the bot is now, of the named buildings or without buildings of their
 * own, with every one of the named tags, and where one of the named tickets was reported. A drill's groups are the staff's, or the managers'
 * where staff have none, whatever else is named.
 */
export function groupsMeant(communityId: string, audience: Audience): Prisma.Sql {
  if (audience.to === 'direct') return Prisma.sql`SELECT NULL::uuid AS "id" WHERE false`;
  const active = Prisma.sql`c."communityId" = ${communityId}::uuid AND c.kind = 'group' AND c.state = 'active'`;
  if (audience.to === 'staff')
    return Prisma.sql`
      SELECT c."id" FROM "Conversation" c WHERE ${active} AND c.audience = (
        SELECT max(s.audience::text) FROM "Conversation" s
        WHERE s."communityId" = ${communityId}::uuid AND s.kind = 'group' AND s.state = 'active'
          AND s.audience IN ('staff', 'managers'))::"Audience"`;
  const buildings = audience.buildings.map((label) => label.toUpperCase());
  return Prisma.sql`
    SELECT c."id" FROM "Conversation" c WHERE ${active} AND c.audience = 'residents' AND c.tags @> ${audience.tags}::text[]
      AND (${buildings.length === 0} OR NOT EXISTS (SELECT 1 FROM "_BuildingToConversation" l WHERE l."B" = c."id") OR EXISTS (
        SELECT 1 FROM "_BuildingToConversation" l JOIN "Building" b ON b.id = l."A"
        WHERE l."B" = c."id" AND upper(b.label) = ANY(${buildings}::text[])))
      AND (${audience.reportersOf.length === 0} OR c."id" IN (
        SELECT t."conversationId" FROM ${ticketsMeant(communityId, audience)} t
        UNION SELECT m."conversationId" FROM ${ticketsMeant(communityId, audience)} t
          JOIN "TicketMessage" tm ON tm."ticketId" = t.id JOIN "Message" m ON m.id = tm."messageId"))`;
}

/**
 * The persons whom an audience means to be told directly, as a selection of "id": those who are named, or else residents (whoever lives
 * there, or works in no role) of the named buildings who reported one of the named tickets. By a tag nobody is told directly.
 */
export function personsMeant(communityId: string, audience: Audience): Prisma.Sql {
  const { to, persons, tags, reportersOf } = audience;
  if (to === 'groups' || to === 'staff' || (tags.length > 0 && !persons))
    return Prisma.sql`SELECT NULL::uuid AS "id" WHERE false`;
  if (persons)
    return Prisma.sql`
      SELECT DISTINCT coalesce(p."mergedIntoId", p.id) AS "id" FROM "Person" p
      WHERE p."communityId" = ${communityId}::uuid AND p.id = ANY(${persons}::uuid[])`;
  const buildings = audience.buildings.map((label) => label.toUpperCase());
  return Prisma.sql`
    SELECT p.id FROM "Person" p LEFT JOIN "Household" h ON h.id = p."householdId" LEFT JOIN "Building" b ON b.id = h."buildingId"
    WHERE p."communityId" = ${communityId}::uuid AND p."mergedIntoId" IS NULL
      AND (h.id IS NOT NULL OR NOT EXISTS (
        SELECT 1 FROM "RoleGrant" g WHERE g."personId" = p.id AND g."revokedAt" IS NULL AND g.role NOT IN ('resident', 'committee')))
      AND (${buildings.length === 0} OR upper(b.label) = ANY(${buildings}::text[]))
      AND (${reportersOf.length === 0} OR p.id IN (
        SELECT coalesce(r."mergedIntoId", r.id) FROM ${ticketsMeant(communityId, audience)} t
          JOIN "TicketReporter" tr ON tr."ticketId" = t.id JOIN "Person" r ON r.id = tr."personId"))`;
}

/**
 * The households on record that an audience means, as a selection of "id": those of the named buildings; where tags are named, of the buildings
 * of these groups, or all when one of the groups has no buildings; where persons or tickets are named, those of the persons. It makes no
 * difference whether anybody of them is known: a guard knocks there, too. Of the staff's groups there are none.
 */
export function householdsMeant(communityId: string, audience: Audience): Prisma.Sql {
  const { to, buildings, tags, reportersOf, persons } = audience;
  // By a tag nobody is told directly.
  if (to === 'staff' || (to === 'direct' && tags.length > 0 && !persons))
    return Prisma.sql`SELECT NULL::uuid AS "id" WHERE false`;
  if (persons || reportersOf.length > 0)
    return Prisma.sql`
      SELECT DISTINCT q."householdId" AS "id" FROM "Person" q
      WHERE q."householdId" IS NOT NULL AND q.id IN (${personsMeant(communityId, { ...audience, to: 'direct', tags: [] })})`;
  const labels = buildings.map((label) => label.toUpperCase());
  const behindTags = Prisma.sql`EXISTS (
    SELECT 1 FROM (${groupsMeant(communityId, { ...audience, to: 'groups' })}) AS g
      LEFT JOIN "_BuildingToConversation" l ON l."B" = g."id"
    WHERE l."A" IS NULL OR l."A" = h."buildingId")`;
  return Prisma.sql`
    SELECT h.id FROM "Household" h JOIN "Building" b ON b.id = h."buildingId"
    WHERE h."communityId" = ${communityId}::uuid
      AND (${labels.length === 0} OR upper(b.label) = ANY(${labels}::text[]))
      AND ${tags.length > 0 ? behindTags : Prisma.sql`true`}`;
}

/** Tickets are named by their id or their code. */
const ticketsMeant = (communityId: string, { reportersOf }: Audience): Prisma.Sql => Prisma.sql`
  (SELECT k.id, k."conversationId" FROM "Ticket" k
    WHERE k."communityId" = ${communityId}::uuid AND (k.id::text = ANY(${reportersOf}::text[]) OR k.code = ANY(${reportersOf}::text[])))`;

/** Of persons (a selection of "id") the direct chat in which each is told: chosen as for a word to one person (core/people/reach.ts). */
export const chatsOfPersons = (persons: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT ON (p."id") p."id" AS "personId", c.id AS "conversationId"
  FROM (${persons}) AS p JOIN "Conversation" c ON c."personId" = p."id" AND c.kind = 'direct' AND c.state = 'active'
    LEFT JOIN "ChannelAccount" a ON a.channel = c.channel AND a.account = c.account
  ORDER BY p."id", (coalesce(a.state, 'online') = 'online' AND a."stoppedAt" IS NULL) DESC,
    (SELECT max(m."sentAt") FROM "Message" m WHERE m."conversationId" = c.id) DESC NULLS LAST, c."createdAt" DESC, c.id`;
