import type { Clock } from '../../../core/clock.ts';
import type { Database, Tx } from '../../../core/database.ts';

/** What every part of the books of one account is made of. */
export interface BookParts {
  db: Database;
  account: string;
  clock: Clock;
}

/** Any number serves that nothing else in this database takes advisory locks with. */
const FIRST_SIGHTS = 7_611;

/**
 * Whoever sees somebody or some group for the first time looks whether it is known, and writes it down: one at a time over all
 * processes, so that what two accounts see at once becomes one.
 */
export const atFirstSight = <T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${FIRST_SIGHTS}, 0)`;
      return work(tx);
    },
    { maxWait: 10_000, timeout: 20_000 },
  );

/** An id for something new: the platform's own, unless it once was another's. */
export async function freeId(puppetId: string, isTaken: (id: string) => Promise<boolean>): Promise<string> {
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? puppetId : `${puppetId}#${count}`;
    if (!(await isTaken(id))) return id;
  }
}

/** What is remembered within one login to spare the database; as much as this, then all of it is looked up again. */
export const REMEMBERED = 20_000;

/** What was looked up so long ago is written again as seen, so that it is not taken for gone. */
export const SEEN_AGAIN_MS = 3_600_000;
