import type { Step } from '../../step.ts';

/**
 * Two rows were one person: shifts, swaps, absences, and what they answer for go over. A part of the grid that both were named for
 * is theirs once; a swap that one asked of the other is none.
 */
export async function moveDuty({ tx, now }: Step, fromId: string, intoId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Responsibility" r SET "revokedAt" = ${now} WHERE r."personId" = ${fromId}::uuid AND r."revokedAt" IS NULL AND EXISTS (
      SELECT 1 FROM "Responsibility" o WHERE o."personId" = ${intoId}::uuid AND o."revokedAt" IS NULL AND o.kind = r.kind
        AND o."buildingId" IS NOT DISTINCT FROM r."buildingId" AND o.area IS NOT DISTINCT FROM r.area
        AND o.role IS NOT DISTINCT FROM r.role)`;
  const move = { where: { personId: fromId }, data: { personId: intoId } };
  await tx.responsibility.updateMany(move);
  await tx.dutyShift.updateMany(move);
  await tx.dutyChange.updateMany(move);
  await tx.absence.updateMany(move);
  await tx.dutySwap.updateMany({ where: { fromId }, data: { fromId: intoId } });
  await tx.dutySwap.updateMany({ where: { toId: fromId }, data: { toId: intoId } });
  await tx.dutySwap.updateMany({
    where: { fromId: intoId, toId: intoId, answeredAt: null },
    data: { answeredAt: now, agreed: false },
  });
  const [from, into] = [
    await tx.person.findUnique({ where: { id: fromId }, select: { capacity: true } }),
    await tx.person.findUnique({ where: { id: intoId }, select: { capacity: true } }),
  ];
  if (from?.capacity == null || into?.capacity != null) return;
  await tx.person.update({ where: { id: intoId }, data: { capacity: from.capacity }, select: { id: true } });
}
