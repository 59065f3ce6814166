import type { Tx } from '../../database.ts';
import type { Asked } from './consultation.ts';

/** Households on record that an audience means: those of its buildings, or all. */
export function countHouseholds(tx: Tx, communityId: string, buildings: readonly string[]): Promise<number> {
  return tx.household.count({ where: { communityId, ...ofBuildings(buildings) } });
}

const ofBuildings = (buildings: readonly string[]) =>
  buildings.length === 0 ? {} : { building: { label: { in: [...buildings], mode: 'insensitive' as const } } };

/** Persons whose household may vote and has not, and who can be told directly. */
export async function notVoted(tx: Tx, { id, communityId, audience }: Asked): Promise<string[]> {
  const persons = await tx.person.findMany({
    where: {
      communityId,
      mergedIntoId: null,
      household: { ...ofBuildings(audience.buildings), ballots: { none: { consultationId: id } } },
      direct: { some: { kind: 'direct', state: 'active' } },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return persons.map((person) => person.id);
}

/** How many of the households that voted are those of somebody who named or confirmed the flat only after it opened: for managers to look at. */
export async function lateHouseholds(tx: Tx, { id, openedAt }: Asked): Promise<number> {
  if (!openedAt) return 0;
  const late = await tx.ballotEntry.findMany({
    where: { consultationId: id, householdId: { not: null }, person: { flatConfirmedAt: { gte: openedAt } } },
    distinct: ['householdId'],
    select: { householdId: true },
  });
  return late.length;
}
