import type { Step } from '../../step.ts';

/** Somebody wants to be greeted on festivals, or not any more (P8g). Returns false when it stood so already. */
export async function wantGreetings({ tx, now }: Step, personId: string, wanted: boolean): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
  const known = await tx.consent.findFirst({ where: { personId, kind: 'greetings', revokedAt: null } });
  if ((known !== null) === wanted) return false;
  if (known) await tx.consent.update({ where: { id: known.id }, data: { revokedAt: now }, select: { id: true } });
  else await tx.consent.create({ data: { personId, kind: 'greetings', givenAt: now }, select: { id: true } });
  return true;
}

/** Everybody of a community who wants to be greeted. */
export async function wantingGreetings({ tx }: Pick<Step, 'tx'>, communityId: string): Promise<string[]> {
  const rows = await tx.consent.findMany({
    where: { kind: 'greetings', revokedAt: null, person: { communityId, mergedIntoId: null } },
    distinct: ['personId'],
    orderBy: { personId: 'asc' },
    select: { personId: true },
  });
  return rows.map(({ personId }) => personId);
}
