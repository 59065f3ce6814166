import type { Prisma } from '../../../prisma/generated/client.ts';
import type { Role } from '../../../prisma/generated/enums.ts';
import type { Tx } from '../../database.ts';
import { audienceSchema } from '../../outbox/broadcast/audience.ts';
import { householdsMeant } from '../../outbox/broadcast/whom.ts';

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
 * The households on record that a notice is for, as they are counted before it is told, with those that have confirmed it (P8b). Of
 * a drill, which is for staff, there are none.
 */
export function householdsOf(
  tx: Tx,
  notice: { id: string; communityId: string; audience: Prisma.JsonValue },
): Promise<HouseholdOfNotice[]> {
  const audience = audienceSchema.parse(notice.audience);
  return tx.$queryRaw<HouseholdOfNotice[]>`
    SELECT h.id, b.label AS building, h.unit, h.room, EXISTS (
      SELECT 1 FROM "NoticeReceipt" r LEFT JOIN "Person" p ON p.id = r."personId"
      WHERE r."noticeId" = ${notice.id}::uuid AND coalesce(r."householdId", p."householdId") = h.id) AS confirmed
    FROM (${householdsMeant(notice.communityId, audience)}) AS m
      JOIN "Household" h ON h.id = m.id JOIN "Building" b ON b.id = h."buildingId"
    ORDER BY b.label, h.unit, h.room`;
}

/** How many persons have confirmed of whom no flat is on record; of a drill, how many of the staff. */
export function confirmedWithoutFlat(
  tx: Tx,
  { id: noticeId, isDrill }: { id: string; isDrill: boolean },
): Promise<number> {
  if (isDrill) return tx.noticeReceipt.count({ where: { noticeId } });
  // Whoever of the office is called to an emergency answers under its notice, too, and is no resident without a flat.
  const works = { revokedAt: null, role: { notIn: ['resident', 'committee'] satisfies Role[] } };
  const person = { householdId: null, roles: { none: works } };
  return tx.noticeReceipt.count({ where: { noticeId, householdId: null, person } });
}
