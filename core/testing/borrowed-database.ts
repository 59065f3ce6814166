import { afterAll } from 'vitest';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const idle: TestDatabase[] = [];

afterAll(async () => {
  for (const database of idle.splice(0)) await database.drop();
});

/**
 * As {@link createTestDatabase}, for tests in which nothing runs on by itself: `drop` empties it and leaves it to the next test of
 * the file, whose queries are then prepared already. That is most of the time such a test takes.
 */
export async function borrowTestDatabase(): Promise<TestDatabase> {
  const database = idle.pop() ?? (await createTestDatabase());
  return {
    ...database,
    async drop() {
      await empty(database);
      idle.push(database);
    },
  };
}

/** Triggers that keep rows, and references between them, are asleep meanwhile. */
async function empty({ db }: TestDatabase): Promise<void> {
  await db.$executeRaw`
    DO $$ DECLARE name text; BEGIN
      SET LOCAL session_replication_role = replica;
      FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
        EXECUTE format('DELETE FROM %I', name);
      END LOOP;
    END $$`;
}
