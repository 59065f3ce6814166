import { createHmac } from 'node:crypto';
import type { Questionnaire } from '../../../prisma/generated/client.ts';
import type { Tx } from '../../database.ts';
import { isStaff } from '../../people/roles.ts';
import { audienceOf } from './questionnaire.ts';

/** Somebody who wants to answer. */
export interface Participant {
  personId: string;
  householdId: string | null;
  building: string | null;
  isStaff: boolean;
}

export async function participantOf(tx: Tx, personId: string): Promise<Participant> {
  const { householdId, household, roles } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      householdId: true,
      household: { select: { building: { select: { label: true } } } },
      roles: { where: { revokedAt: null }, select: { role: true } },
    },
  });
  const building = household?.building.label ?? null;
  return { personId, householdId, building, isStaff: isStaff(roles.map(({ role }) => role)) };
}

/**
 * Whether somebody is among those who are asked: not the office itself, unless they live here, and not who is known to live in a building
 * that is not meant. Whose flat is not known may answer, and counts as one person.
 */
export function isMeant(questionnaire: Pick<Questionnaire, 'audience'>, who: Participant): boolean {
  if (who.isStaff && who.householdId === null) return false;
  const buildings = audienceOf(questionnaire).buildings.map((label) => label.toUpperCase());
  return buildings.length === 0 || who.building === null || buildings.includes(who.building.toUpperCase());
}

/**
 * By which it is known that a household, and a person, have answered: keyed hashes that nobody can undo or make again once the key is gone,
 * which is when the questionnaire closes; none then. The household's comes first.
 */
export function tokensOf(
  { tokenKey, perHousehold }: Pick<Questionnaire, 'tokenKey' | 'perHousehold'>,
  { householdId, personId }: Pick<Participant, 'householdId' | 'personId'>,
): string[] {
  if (tokenKey === null) return [];
  const key = Buffer.from(tokenKey, 'base64');
  const household = perHousehold && householdId !== null ? [`household:${householdId}`] : [];
  return [...household, `person:${personId}`].map((who) => createHmac('sha256', key).update(who).digest('base64url'));
}
