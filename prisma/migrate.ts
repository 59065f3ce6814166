import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Pool } from 'pg';
import { appliedMigrations, forgetInterrupted, wholeScripts } from './migration-scripts.ts';
import { NO_EXTERNALS, openSchemaEngine } from './schema-engine.ts';

/** Beside this file, in the sources and in dist/: `npm run build` copies the folder. */
const MIGRATIONS_DIR = fileURLToPath(new URL('./migrations', import.meta.url));
/** Any number that nothing else in this database locks. */
const MIGRATION_LOCK = 5_346_217_001;
const OLDEST_SERVER = { version: 140_000, name: 'PostgreSQL 14' };

export type MigrationFailure = 'unreachable' | 'server_too_old' | 'migration_failed' | 'behind';

/** The database could not be brought up to date; the message is for the operator. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
  readonly failure: MigrationFailure;

  constructor(failure: MigrationFailure, message: string, cause?: unknown) {
    super(message, { cause });
    this.failure = failure;
  }
}

function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join('; ');
  return error instanceof Error ? error.message : String(error);
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 10_000 });
  // Should the server go away meanwhile, the engine's own statement says so.
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw new MigrationError('unreachable', `The database cannot be reached: ${reason(error)}`, error);
  }
}

async function demandVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ number: string; name: string }>(
    `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS name`,
  );
  const [server] = rows;
  if (server !== undefined && Number(server.number) >= OLDEST_SERVER.version) return;
  throw new MigrationError(
    'server_too_old',
    `The database server is PostgreSQL ${server?.name ?? 'of an unknown version'}; linli needs ${OLDEST_SERVER.name} or newer.`,
  );
}

async function migrationDirectories(dir: string) {
  const entries = await readdir(dir, { withFileTypes: true });
  const names = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).toSorted();
  return Promise.all(
    names.map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: await readFile(join(dir, name, 'migration.sql'), 'utf8') },
      },
    })),
  );
}

type Directories = Awaited<ReturnType<typeof migrationDirectories>>;

async function runEngine(connectionString: string, baseDir: string, directories: Directories): Promise<string[]> {
  const pool = new Pool({ connectionString });
  // What an idle connection meets is of no interest here: the next statement tells.
  pool.on('error', () => {});
  const database = wholeScripts(pool);
  try {
    // To apply finished SQL, the engine need only know the kind of database.
    const engine = await openSchemaEngine('datasource db { provider = "postgresql" }', database);
    try {
      const lockfile = { path: 'migration_lock.toml', content: 'provider = "postgresql"' };
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: { baseDir, lockfile, shadowDbInitScript: '', migrationDirectories: directories },
        filters: NO_EXTERNALS,
      });
      return appliedMigrationNames;
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}

/**
 * Brings a database up to date and answers with the names of the migrations that were new to it, oldest first; none the
 * second time. Several processes may call it at once: one works, the others wait for it. What was applied is recorded
 * as `prisma migrate deploy` records it, so either may be used.
 * @throws MigrationError
 */
export async function applyMigrations(connectionString: string, dir: string = MIGRATIONS_DIR): Promise<string[]> {
  const directories = await migrationDirectories(dir);
  const client = await connect(connectionString);
  try {
    await demandVersion(client);
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await appliedMigrations(client);
    // The engine takes some 60 MB and a third of a second, so it is only called when there is something to do.
    if (directories.every(({ path }) => applied.has(path))) return [];
    await forgetInterrupted(client);
    return await runEngine(connectionString, dir, directories);
  } catch (error) {
    if (error instanceof MigrationError) throw error;
    throw new MigrationError('migration_failed', `The database could not be migrated: ${reason(error)}`, error);
  } finally {
    // Ends the session and with it the lock.
    await client.end().catch(() => {});
  }
}

/**
 * Makes sure that a database which others use now is as this program knows it, and changes nothing.
 * @throws MigrationError `behind` when it is older
 */
export async function demandMigrated(connectionString: string, dir: string = MIGRATIONS_DIR): Promise<void> {
  const directories = await migrationDirectories(dir);
  const client = await connect(connectionString);
  try {
    const applied = await appliedMigrations(client);
    const missing = directories.map(({ path }) => path).filter((path) => !applied.has(path));
    if (missing.length === 0) return;
    throw new MigrationError(
      'behind',
      `The database is older than this program (${missing.join(', ')}): start linli anew with it, or run \`linli migrate\`.`,
    );
  } finally {
    await client.end().catch(() => {});
  }
}
