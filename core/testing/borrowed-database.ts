import { Client } from 'pg';
import { afterAll } from 'vitest';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

interface Lent {
  database: TestDatabase;
  /** A connection of its own, so that those of the tests keep what they have prepared. */
  cleaner: Client;
}

const idle: Lent[] = [];

afterAll(async () => {
  for (const { database, cleaner } of idle.splice(0)) {
    await cleaner.end();
    await database.drop();
  }
});

async function open(): Promise<Lent> {
  const database = await createTestDatabase();
  const cleaner = new Client({ connectionString: database.url });
  await cleaner.connect();
  return { database, cleaner };
}

/**
 * As {@link createTestDatabase}, for tests in which nothing runs on by itself: `drop` empties it and leaves it to the next test of
 * the file, whose queries are then prepared already. That is most of the time such a test takes.
 */
export async function borrowTestDatabase(): Promise<TestDatabase> {
  const lent = idle.pop() ?? (await open());
  return {
    ...lent.database,
    async drop() {
      await empty(lent.cleaner);
      idle.push(lent);
    },
  };
}

/** Tables whose files hold anything, be it only room that deleted rows left; in a new database there are none. */
async function usedTables(cleaner: Client): Promise<string[]> {
  const { rows } = await cleaner.query<{ name: string }>(
    `SELECT oid::regclass::text AS name FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations' AND pg_relation_size(oid) > 0`,
  );
  return rows.map(({ name }) => name);
}

/**
 * As new: rows come back in the order in which they are written, which they would not where others had been deleted before them.
 * Truncating does that, too, but takes ten times as long, for it makes every file anew.
 */
async function empty(cleaner: Client): Promise<void> {
  const used = await usedTables(cleaner);
  if (used.length > 0) {
    const deletions = used.map((name) => `DELETE FROM ${name};`).join(' ');
    // Neither what is only ever added nor what points to each other is minded here.
    await cleaner.query(`BEGIN; SET LOCAL session_replication_role = replica; ${deletions} COMMIT`);
    await cleaner.query(`VACUUM ${used.join(', ')}`);
  }
  // Where a connection was still looking, nothing could be given back.
  const left = await usedTables(cleaner);
  if (left.length > 0) await cleaner.query(`TRUNCATE ${left.join(', ')} CASCADE`);
  await cleaner.query(
    `SELECT setval(format('%I.%I', schemaname, sequencename), start_value, false) FROM pg_sequences
     WHERE schemaname = 'public' AND last_value IS NOT NULL`,
  );
}
