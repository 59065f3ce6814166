import type { Tx } from '../database.ts';
import { audit } from './audit.ts';
import { flatInName, type FlatLabels } from './flat-in-name.ts';

export async function buildingLabels(tx: Tx, communityId: string): Promise<string[]> {
  const rows = await tx.building.findMany({ where: { communityId }, select: { label: true } });
  return rows.map(({ label }) => label);
}

/** The household of a flat, made known if it is new. Null when the community has no such building. */
async function householdOf(tx: Tx, communityId: string, { building, unit, room }: FlatLabels): Promise<string | null> {
  const known = await tx.building.findUnique({
    where: { communityId_label: { communityId, label: building } },
    select: { id: true },
  });
  if (!known) return null;
  const home = { buildingId: known.id, unit, room };
  const household = await tx.household.upsert({
    where: { buildingId_unit_room: home },
    create: { ...home, communityId },
    update: {},
    select: { id: true },
  });
  return household.id;
}

/**
 * Puts the flat on record that somebody's nickname says, unconfirmed. One that is confirmed is left as it is, and so is one
 * that an earlier name said when this one says none. Returns the flat that was put on record.
 */
export async function noteFlatFromName(
  tx: Tx,
  person: { communityId: string; personId: string; name: string },
): Promise<FlatLabels | null> {
  if (!/\d/.test(person.name.normalize('NFKC'))) return null;
  const flat = flatInName(person.name, await buildingLabels(tx, person.communityId));
  const householdId = flat && (await householdOf(tx, person.communityId, flat));
  if (!householdId) return null;
  const noted = await tx.person.updateMany({
    where: { id: person.personId, flatConfirmedAt: null },
    data: { householdId },
  });
  return noted.count > 0 ? flat : null;
}

/** Somebody's flat, as the person or the staff say: confirmed from now on. Returns false when there is no such building. */
export async function confirmFlat(
  tx: Tx,
  person: { communityId: string; personId: string; flat: FlatLabels; by: string },
  now: Date,
): Promise<boolean> {
  const { communityId, personId, flat, by } = person;
  const householdId = await householdOf(tx, communityId, flat);
  if (!householdId) return false;
  const before = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { householdId: true } });
  await tx.person.update({
    where: { id: personId },
    data: { householdId, flatConfirmedAt: now },
    select: { id: true },
  });
  const data = { before: before.householdId, after: householdId };
  await audit(tx, { communityId, actorId: by, action: 'confirm_flat', subject: `person:${personId}`, data });
  return true;
}

/** The flat on record, and whether the person or the staff have confirmed it. */
export async function flatOnRecord(tx: Tx, personId: string): Promise<{ flat: FlatLabels; confirmed: boolean } | null> {
  const person = await tx.person.findUnique({
    where: { id: personId },
    select: {
      flatConfirmedAt: true,
      household: { select: { unit: true, room: true, building: { select: { label: true } } } },
    },
  });
  if (!person?.household) return null;
  const { unit, room, building } = person.household;
  return { flat: { building: building.label, unit, room }, confirmed: person.flatConfirmedAt !== null };
}
