import type { Database } from '../database.ts';
import { newId } from '../new-id.ts';

/** The first look waits until the accounts of a fresh start had time to log in. */
const FIRST_LOOK_MS = 60_000;

/**
 * Makes sure that every community is looked at again and again (P10b): one unsettled `health_check` for each, which moves on with
 * every look. Idempotent; called at every start and at every sweep, so that nothing ends the looks for good.
 */
export async function ensureHealthChecks(db: Database, now: Date): Promise<void> {
  const without = await unwatched(db);
  if (without.length === 0) return;
  await db.$transaction(async (tx) => {
    // One at a time: two processes may start at once.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('health-checks', 0))`;
    const dueAt = new Date(now.getTime() + FIRST_LOOK_MS);
    for (const communityId of await unwatched(tx)) {
      // Without a ring: the sweep finds it.
      await tx.deadline.create({
        data: { id: newId(), kind: 'health_check', communityId, dueAt },
        select: { id: true },
      });
    }
  });
}

async function unwatched(db: Pick<Database, '$queryRaw'>): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM "Community" c WHERE NOT EXISTS (
      SELECT 1 FROM "Deadline" d
      WHERE d."communityId" = c.id AND d."settledAt" IS NULL AND d.kind = 'health_check')`;
  return rows.map(({ id }) => id);
}
