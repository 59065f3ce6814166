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

/** As new: rows come back in the order in which they are written, which they would not where others had been deleted before them. */
async function empty({ db }: TestDatabase): Promise<void> {
  await db.$executeRaw`
    DO $$ DECLARE name text; used text[] := '{}'; is_used boolean; BEGIN
      FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
        EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I)', name) INTO is_used;
        IF is_used THEN used := used || quote_ident(name); END IF;
      END LOOP;
      IF used <> '{}' THEN EXECUTE 'TRUNCATE ' || array_to_string(used, ', ') || ' RESTART IDENTITY CASCADE'; END IF;
    END $$`;
}
