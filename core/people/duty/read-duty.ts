import type { Area, Role } from '../../../prisma/generated/enums.ts';
import type { Tx } from '../../database.ts';
import { wallClock } from '../../policy/time/wall-clock.ts';
import type { Absence } from './absence.ts';
import type { Roster } from './roster.ts';

/** The part of an estate that somebody answers for by name. */
export interface GridCell {
  personId: string;
  /** Label; null: every building. */
  building: string | null;
  /** Null: every area. */
  area: Area | null;
}

export interface Deputy {
  personId: string;
  /** Null: for every role. */
  role: Role | null;
}

/** The roster as it holds in a stretch of time: lines that are not revoked, with the changes of its days. */
export async function readRoster(
  tx: Tx,
  community: { id: string; timeZone: string },
  from: Date,
  until: Date,
): Promise<Roster> {
  const day = (at: Date, days: number): string =>
    wallClock(at, community.timeZone).toPlainDate().add({ days }).toString();
  const rows = await tx.dutyShift.findMany({
    where: { communityId: community.id, revokedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    include: { changes: { where: { day: { gte: day(from, -1), lte: day(until, 0) } } } },
  });
  return { shifts: rows, changes: rows.flatMap(({ changes }) => changes) };
}

/** Absences that are not over at an instant, the running ones and those to come. */
export function readAbsences(tx: Tx, communityId: string, now: Date): Promise<(Absence & { id: string })[]> {
  return tx.absence.findMany({
    where: { communityId, revokedAt: null, untilAt: { gt: now } },
    orderBy: [{ fromAt: 'asc' }, { id: 'asc' }],
    select: { id: true, personId: true, fromAt: true, untilAt: true },
  });
}

/** Who answers for what, and who stands in for whom. */
export async function readResponsibilities(
  tx: Tx,
  communityId: string,
): Promise<{ grid: GridCell[]; deputies: Deputy[] }> {
  const rows = await tx.responsibility.findMany({
    where: { communityId, revokedAt: null },
    orderBy: { id: 'asc' },
    select: { kind: true, personId: true, area: true, role: true, building: { select: { label: true } } },
  });
  return {
    grid: rows
      .filter(({ kind }) => kind === 'grid')
      .map(({ personId, building, area }) => ({ personId, building: building?.label ?? null, area })),
    deputies: rows.filter(({ kind }) => kind === 'deputy').map(({ personId, role }) => ({ personId, role })),
  };
}

/** Everybody with a role in the office, smallest id first. */
export async function readOffice(
  tx: Tx,
  communityId: string,
): Promise<{ personId: string; name: string; roles: Role[] }[]> {
  const persons = await tx.person.findMany({
    where: { communityId, roles: { some: { revokedAt: null, role: { not: 'resident' } } } },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, roles: { where: { revokedAt: null }, select: { role: true } } },
  });
  return persons.map(({ id, name, roles }) => ({ personId: id, name, roles: roles.map(({ role }) => role) }));
}
