import type { Area, Role } from '../../../prisma/generated/enums.ts';
import type { Step } from '../../step.ts';
import { audit } from '../audit.ts';

/** Who changes the books of an estate. */
export interface Change {
  communityId: string;
  by: string;
}

/** A part of the grid: one building or all (null), one area or all (null). */
export interface Cell {
  buildingId: string | null;
  area: Area | null;
}

/** Makes these persons, and nobody else, responsible for a part of the grid (P6a). */
export async function setGrid(step: Step, change: Change, cell: Cell, personIds: readonly string[]): Promise<void> {
  await endGrid(step, change, cell);
  for (const personId of personIds) await name(step, change, { kind: 'grid', personId, ...cell, role: null });
}

/** Nobody is named for this very part any more. Returns how many were. */
export function endGrid(step: Step, change: Change, cell: Cell): Promise<number> {
  return end(step, change, { kind: 'grid', ...cell });
}

/** Makes somebody the standing deputy for a role, or for all (null), in place of whoever was. */
export async function setDeputy(step: Step, change: Change, role: Role | null, personId: string): Promise<void> {
  await endDeputy(step, change, role);
  await name(step, change, { kind: 'deputy', personId, buildingId: null, area: null, role });
}

/** Nobody is the standing deputy for this role any more. Returns how many were. */
export function endDeputy(step: Step, change: Change, role: Role | null): Promise<number> {
  return end(step, change, { kind: 'deputy', role });
}

/** How many tickets somebody is put in charge of at most; null: no limit. */
export async function setCapacity(
  step: Step,
  { communityId, by }: Change,
  personId: string,
  capacity: number | null,
): Promise<void> {
  await step.tx.person.update({ where: { id: personId, communityId }, data: { capacity }, select: { id: true } });
  const subject = `person:${personId}`;
  await audit(step.tx, { communityId, actorId: by, action: 'set_capacity', subject, data: { capacity } });
}

interface Named {
  kind: 'grid' | 'deputy';
  personId: string;
  buildingId: string | null;
  area: Area | null;
  role: Role | null;
}

async function name(step: Step, { communityId, by }: Change, { kind, personId, ...what }: Named): Promise<void> {
  const data = { communityId, personId, kind, ...what, grantedAt: step.now };
  await step.tx.responsibility.create({ data, select: { id: true } });
  const entry = { communityId, actorId: by, subject: `person:${personId}`, data: what };
  await audit(step.tx, { ...entry, action: `set_${kind}` });
}

async function end(
  step: Step,
  { communityId, by }: Change,
  what: { kind: 'grid'; buildingId: string | null; area: Area | null } | { kind: 'deputy'; role: Role | null },
): Promise<number> {
  // One after the other, so that two managers at once do not both name somebody.
  await step.tx.$queryRaw`SELECT 1 FROM "Community" WHERE id = ${communityId}::uuid FOR NO KEY UPDATE`;
  const where = { communityId, revokedAt: null, ...what };
  const rows = await step.tx.responsibility.findMany({ where, select: { id: true, personId: true } });
  await step.tx.responsibility.updateMany({ where, data: { revokedAt: step.now } });
  const { kind, ...data } = what;
  for (const { personId } of rows) {
    const subject = `person:${personId}`;
    await audit(step.tx, { communityId, actorId: by, action: `end_${kind}`, subject, data });
  }
  return rows.length;
}
