import { AlreadyRunning, EmbeddedPostgresError } from './embedded/failure.ts';
import { MigrationError } from './migrate.ts';
import { openDatabase } from './open-database.ts';

type Finding = { kind: 'well'; says: string } | { kind: 'ill'; says: string; mend: string };

/** Opens the database, brings it up to date, and closes it again. One that another linli uses now is well. */
export async function checkDatabase(where: { databaseUrl: string | null; dataDir: string }): Promise<Finding> {
  try {
    const store = await openDatabase({ ...where, say: () => {}, onLost: () => {}, onConnectionLost: () => {} });
    await store.close();
    return { kind: 'well', says: `${store.embedded ? 'PostgreSQL from npm' : 'at DATABASE_URL'}, up to date` };
  } catch (error) {
    if (error instanceof AlreadyRunning) return { kind: 'well', says: error.message };
    if (error instanceof EmbeddedPostgresError) return { kind: 'ill', says: 'does not start', mend: error.message };
    if (!(error instanceof MigrationError)) throw error;
    const mend = 'Correct DATABASE_URL, or unset it: linli then brings its own PostgreSQL.';
    return { kind: 'ill', says: error.message, mend };
  }
}
