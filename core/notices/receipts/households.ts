import { Prisma } from '../../../prisma/generated/client.ts';
import type { Tx } from '../../database.ts';
import { audienceSchema, type Audience } from '../../outbox/broadcast/audience.ts';
import { groupsMeant, personsMeant } from '../../outbox/broadcast/whom.ts';

/** A household that a notice is for. */
export interface HouseholdOfNotice {
  id: string;
  building: string;
  unit: string;
  room: string;
  /** Somebody of it has confirmed, or was told in person. */
  confirmed: boolean;
}

/**
 * The households that a notice is for and from which anybody is known, with those that have confirmed it (P8b): of the buildings
 * that it names, behind groups of its tags, or of the persons. Of a drill, which is for staff, there are none.
 */
export async function householdsOf(
  tx: Tx,
  notice: { id: string; communityId: string; audience: Prisma.JsonValue },
): Promise<HouseholdOfNotice[]> {
  const audience = audienceSchema.parse(notice.audience);
  const { to, buildings, tags, reportersOf, persons } = audience;
  if (to === 'staff') return [];
  const conditions = [Prisma.sql`h."communityId" = ${notice.communityId}::uuid`];
  if (buildings.length > 0) {
    const labels = buildings.map((label) => label.toUpperCase());
    conditions.push(Prisma.sql`upper(b.label) = ANY(${labels}::text[])`);
  }
  if (tags.length > 0 && !persons) conditions.push(behindGroups(notice.communityId, audience));
  const isOfPersons = persons !== undefined || reportersOf.length > 0;
  const meant = isOfPersons
    ? Prisma.sql`AND p.id IN (${personsMeant(notice.communityId, { ...audience, to: 'direct', tags: [] })})`
    : Prisma.empty;
  return tx.$queryRaw<HouseholdOfNotice[]>`
    SELECT h.id, b.label AS building, h.unit, h.room, EXISTS (
      SELECT 1 FROM "NoticeReceipt" r JOIN "Person" p ON p.id = r."personId"
      WHERE r."noticeId" = ${notice.id}::uuid AND coalesce(r."householdId", p."householdId") = h.id) AS confirmed
    FROM "Household" h JOIN "Building" b ON b.id = h."buildingId"
    WHERE ${Prisma.join(conditions, ' AND ')}
      AND EXISTS (SELECT 1 FROM "Person" p WHERE p."householdId" = h.id AND p."mergedIntoId" IS NULL ${meant})
    ORDER BY b.label, h.unit, h.room`;
}

/** Of the buildings whose residents talk in these groups; a group of no building in particular is for all. */
const behindGroups = (communityId: string, audience: Audience): Prisma.Sql => Prisma.sql`
  EXISTS (SELECT 1 FROM (${groupsMeant(communityId, { ...audience, to: 'groups' })}) AS g
    LEFT JOIN "_BuildingToConversation" l ON l."B" = g.id
    WHERE l."A" IS NULL OR l."A" = b.id)`;

/** How many persons have confirmed of whom no flat is on record. */
export function confirmedWithoutFlat(tx: Tx, noticeId: string): Promise<number> {
  return tx.noticeReceipt.count({ where: { noticeId, householdId: null, person: { householdId: null } } });
}
