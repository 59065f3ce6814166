import type { Audience, Role } from '../../prisma/generated/enums.ts';
import type { EventSender } from '../channel/event.ts';
import type { Tx } from '../database.ts';
import type { Place } from '../intake/understanding.ts';
import { audit } from './audit.ts';
import { noteFlatFromName } from './flat.ts';
import { isStaff, roleByAudience } from './roles.ts';

/** Who said something, as far as the community knows them. */
export interface Speaker {
  personId: string;
  name: string;
  roles: Role[];
  staff: boolean;
  locale: string | null;
  flat: Place | null;
  /** Works for the office from this very moment on. */
  isNewToOffice?: true;
}

interface Row {
  personId: string;
  name: string;
  /** As last shown on this platform. */
  nameHere: string;
  locale: string | null;
  building: string | null;
  unit: string | null;
  room: string | null;
  roles: Role[] | null;
  mergedIntoId: string | null;
}

/**
 * Finds the person behind a platform account in a community, or takes them in as a new one. A changed name is kept up, and the
 * flat that it says is put on record, unconfirmed.
 * Whoever speaks in an office group without any role of the office is given the group's (see `roleByAudience`).
 * Null when the platform hides the account (anonymous administrators, channel posts).
 */
export async function identify(
  tx: Tx,
  where: { communityId: string; channel: string; audience: Audience | null },
  sender: EventSender,
): Promise<Speaker | null> {
  if (sender.externalId === null || sender.isBot) return null;
  const { externalId, name } = sender;
  const known = await findSpeaker(tx, where.communityId, where.channel, externalId);
  const speaker = known?.speaker ?? (await takeIn(tx, where, externalId, name));
  const isNewName = name !== '' && name !== known?.nameHere;
  if (known && isNewName) await rename(tx, where, externalId, speaker, name);
  if (isNewName && where.audience !== 'staff' && where.audience !== 'managers') {
    const flat = await noteFlatFromName(tx, { communityId: where.communityId, personId: speaker.personId, name });
    if (flat) speaker.flat = { building: flat.building, unit: flat.unit || null, room: flat.room, spot: null };
  }
  const given = roleByAudience(where.audience);
  if (given && !speaker.staff && !speaker.roles.includes('supervisor')) {
    await grantRole(tx, { communityId: where.communityId, personId: speaker.personId, role: given, by: null });
    speaker.roles.push(given);
    speaker.staff = true;
    speaker.isNewToOffice = true;
  }
  return speaker;
}

/** Who goes by different names on two platforms is called as they last changed one of them, and not by turns. */
async function rename(
  tx: Tx,
  { communityId, channel }: { communityId: string; channel: string },
  externalId: string,
  speaker: Speaker,
  name: string,
): Promise<void> {
  const where = { communityId_channel_externalId: { communityId, channel, externalId } };
  await tx.identity.update({ where, data: { name }, select: { id: true } });
  if (speaker.name === name) return;
  await tx.person.update({ where: { id: speaker.personId }, data: { name }, select: { id: true } });
  speaker.name = name;
}

/** Held until the commit: whoever is being joined with somebody else at this moment is waited for, so that no word is theirs alone. */
async function findSpeaker(
  tx: Tx,
  communityId: string,
  channel: string,
  externalId: string,
): Promise<{ speaker: Speaker; nameHere: string } | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT p.id AS "personId", p.name, i.name AS "nameHere", p.locale, b.label AS building, h.unit, h.room, p."mergedIntoId",
      (SELECT array_agg(DISTINCT g.role::text) FROM "RoleGrant" g WHERE g."personId" = p.id AND g."revokedAt" IS NULL) AS roles
    FROM "Identity" i JOIN "Person" p ON p.id = i."personId"
      LEFT JOIN "Household" h ON h.id = p."householdId" LEFT JOIN "Building" b ON b.id = h."buildingId"
    WHERE i."communityId" = ${communityId}::uuid AND i.channel = ${channel} AND i."externalId" = ${externalId}
    FOR KEY SHARE OF p`;
  if (!row) return null;
  // Joined while this waited: the identity is somebody else's by now.
  if (row.mergedIntoId !== null) return findSpeaker(tx, communityId, channel, externalId);
  const roles = row.roles ?? [];
  const flat =
    row.building === null ? null : { building: row.building, unit: row.unit || null, room: row.room, spot: null };
  const { personId, name, nameHere, locale } = row;
  return { speaker: { personId, name, roles, staff: isStaff(roles), locale, flat }, nameHere };
}

async function takeIn(
  tx: Tx,
  where: { communityId: string; channel: string },
  externalId: string,
  name: string,
): Promise<Speaker> {
  const person = await tx.person.create({ data: { communityId: where.communityId, name }, select: { id: true } });
  const { communityId, channel } = where;
  const identity = { communityId, channel, externalId, name, personId: person.id };
  const made = await tx.identity.createMany({ data: [identity], skipDuplicates: true });
  if (made.count === 0) {
    // The same person spoke in another group at this very moment, and that transaction was first.
    await tx.person.delete({ where: { id: person.id } });
    const known = await findSpeaker(tx, where.communityId, where.channel, externalId);
    if (known) return known.speaker;
  }
  return { personId: person.id, name, roles: [], staff: false, locale: null, flat: null };
}

/** Gives a role, for one building or for the whole community; a role that is already there is left as it is. */
export async function grantRole(
  tx: Tx,
  grant: { communityId: string; personId: string; role: Role; buildingId?: string | null; by: string | null },
): Promise<void> {
  const row = {
    communityId: grant.communityId,
    personId: grant.personId,
    role: grant.role,
    buildingId: grant.buildingId ?? null,
  };
  if (await tx.roleGrant.findFirst({ where: { ...row, revokedAt: null }, select: { id: true } })) return;
  await tx.roleGrant.create({ data: row });
  await audit(tx, {
    communityId: grant.communityId,
    actorId: grant.by,
    action: 'grant_role',
    subject: `person:${grant.personId}`,
    data: { role: grant.role, buildingId: row.buildingId },
  });
}

/** Ends the roles that come with an office group: of the managers' group the manager's, of the staff's all other work. */
export async function revokeRoles(
  tx: Tx,
  from: { communityId: string; personId: string; audience: 'staff' | 'managers' },
  now: Date,
): Promise<void> {
  const { communityId, personId, audience } = from;
  const role =
    audience === 'managers' ? 'manager' : { notIn: ['resident', 'committee', 'supervisor', 'manager'] as Role[] };
  const ended = await tx.roleGrant.updateMany({
    where: { communityId, personId, role, revokedAt: null },
    data: { revokedAt: now },
  });
  if (ended.count === 0) return;
  const subject = `person:${personId}`;
  await audit(tx, { communityId, actorId: null, action: 'revoke_roles', subject, data: { audience } });
}

/** Ends every role of somebody who works for the office no more, whichever group it came with. */
export async function revokeWork(
  tx: Tx,
  from: { communityId: string; personId: string; by: string | null },
  now: Date,
): Promise<void> {
  const { communityId, personId, by } = from;
  await tx.roleGrant.updateMany({
    where: { communityId, personId, role: { notIn: ['resident', 'committee', 'supervisor'] }, revokedAt: null },
    data: { revokedAt: now },
  });
  await audit(tx, { communityId, actorId: by, action: 'revoke_roles', subject: `person:${personId}` });
}
