import type { Tx } from '../database.ts';
import { nameBeginnings } from '../text/redact-names.ts';

/** What people put around a name where they write: their flat, brackets, dots. */
const around = /[0-9A-Za-z#()（）[\]【】·._\s–—－-]+|[栋棟幢座室房]|单元|單元|号楼|號樓/g;

/** How somebody is called by others: their name without what stands around it. */
export const calledAs = (name: string): string => name.replaceAll(around, '');

/**
 * The names of people on record that stand in a text, as they are called there: without the flat that many have in their name. Left out are
 * who works for the office, and the persons whom the text is for.
 */
export async function namesIn(
  tx: Tx,
  { communityId, text, besides }: { communityId: string; text: string; besides: readonly string[] },
): Promise<string[]> {
  const beginnings = nameBeginnings(text);
  if (beginnings.length === 0) return [];
  // Few rows come of this, so that the flats in names are looked at here, and not ten thousand times there.
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT p.name FROM "Person" p
    WHERE p."communityId" = ${communityId}::uuid AND p."mergedIntoId" IS NULL
      AND p.name LIKE ANY(${beginnings.map((one) => `%${one}%`)}::text[]) AND NOT p.id = ANY(${[...besides]}::uuid[])
      AND NOT EXISTS (
        SELECT 1 FROM "RoleGrant" r
        WHERE r."personId" = p.id AND r."revokedAt" IS NULL AND r.role NOT IN ('resident', 'committee'))`;
  const called = rows.flatMap(({ name }) => [name, calledAs(name)]);
  return [...new Set(called)].filter((name) => name.length > 1 && text.includes(name));
}

/** How those who work for the office are called. */
export async function officeNames(tx: Tx, communityId: string): Promise<string[]> {
  const rows = await tx.person.findMany({
    where: { communityId, roles: { some: { revokedAt: null, role: { notIn: ['resident', 'committee'] } } } },
    select: { name: true },
  });
  return rows.map(({ name }) => name).filter((name) => name !== '');
}
