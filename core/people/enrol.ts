import type { Role } from '../../prisma/generated/enums.ts';
import type { Tx } from '../database.ts';
import { ensureBuildings } from './communities.ts';
import { grantRole, identify } from './identify.ts';

export interface Enrolment {
  communityId: string;
  channel: string;
  /** The person's account on the channel. */
  externalId: string;
  name: string;
  role: Role;
  /** Labels without suffix; `unit` is empty where the building has none. */
  flat: { building: string; unit: string; room: string } | null;
}

/** Makes a person known with role and flat, the flat confirmed. Doing it again changes nothing. Returns their id; null: nobody. */
export async function enrolPerson(tx: Tx, person: Enrolment, now: Date): Promise<string | null> {
  const { communityId, channel, externalId, name, role, flat } = person;
  const where = { communityId, channel, audience: null };
  const known = await identify(tx, where, { externalId, name, isBot: false });
  if (!known) return null;
  await grantRole(tx, { communityId, personId: known.personId, role, by: null });
  if (!flat) return known.personId;
  const [buildingId] = await ensureBuildings(tx, communityId, [flat.building]);
  if (!buildingId) return known.personId;
  const home = { buildingId, unit: flat.unit, room: flat.room };
  const household = await tx.household.upsert({
    where: { buildingId_unit_room: home },
    create: { ...home, communityId },
    update: {},
    select: { id: true },
  });
  await tx.person.update({
    where: { id: known.personId },
    data: { householdId: household.id, flatConfirmedAt: now },
    select: { id: true },
  });
  return known.personId;
}
