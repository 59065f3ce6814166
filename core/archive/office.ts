import type { Tx } from '../database.ts';

/**
 * Everybody who ever worked for the office of a community: their part in a ticket stays on record. Members of the committee are
 * residents.
 */
export async function everInTheOffice(tx: Tx, communityId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH office AS (
      SELECT DISTINCT "personId" AS id FROM "RoleGrant"
      WHERE "communityId" = ${communityId}::uuid AND role NOT IN ('resident', 'committee'))
    SELECT id FROM office UNION SELECT p.id FROM "Person" p JOIN office ON p."mergedIntoId" = office.id`;
  return rows.map(({ id }) => id);
}
