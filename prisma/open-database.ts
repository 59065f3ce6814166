import { connectDatabase } from './client.ts';
import type { DatabaseConnection } from './client.ts';
import { joinEmbeddedPostgres } from './embedded/join.ts';
import type { JoinedPostgres } from './embedded/join.ts';
import { startEmbeddedPostgres } from './embedded/start.ts';
import { applyMigrations, demandMigrated } from './migrate.ts';

export interface OpenDatabaseOptions {
  /** Null: the embedded server under `dataDir`. */
  databaseUrl: string | null;
  dataDir: string;
  poolSize?: number;
  /** A short visit beside a desk that may be running: its database is used as it is, and left running. */
  visits?: boolean;
  /** Friendly lines for whoever started the program. */
  say: (line: string) => void;
  /** Told once if the embedded server goes away while it is in use. */
  onLost: (error: Error) => void;
  /** Told when a connection that nobody was using is lost. */
  onConnectionLost: (error: Error) => void;
}

export interface OpenDatabase extends DatabaseConnection {
  url: string;
  embedded: boolean;
  /** The migrations that were new to it. */
  applied: string[];
  /** For a process that ends this very moment: the embedded server is told to end, nothing is waited for. */
  abandon(): void;
}

type Server = Pick<JoinedPostgres, 'url' | 'isGuest' | 'stop' | 'abandon'>;

async function findServer(options: OpenDatabaseOptions): Promise<Server> {
  const { databaseUrl, dataDir, say, onLost, visits = false } = options;
  const embedded = { dataDir, log: say, onLost };
  if (databaseUrl !== null)
    return { url: databaseUrl, isGuest: visits, stop: () => Promise.resolve(), abandon: () => {} };
  return visits ? joinEmbeddedPostgres(embedded) : { ...(await startEmbeddedPostgres(embedded)), isGuest: false };
}

/**
 * Opens the database that the configuration asks for, ready to use: started if it is ours, and brought up to date; what
 * others use now is only looked at. `close` ends all that was begun.
 * @throws AlreadyRunning, EmbeddedPostgresError, MigrationError
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<OpenDatabase> {
  const { databaseUrl, poolSize, onConnectionLost } = options;
  const server = await findServer(options);
  const { url } = server;
  try {
    if (server.isGuest) await demandMigrated(url);
    const applied = server.isGuest ? [] : await applyMigrations(url);
    const connection = connectDatabase(url, { onConnectionLost, ...(poolSize === undefined ? {} : { poolSize }) });
    return {
      db: connection.db,
      url,
      embedded: databaseUrl === null,
      applied,
      async close() {
        await connection.close();
        await server.stop();
      },
      abandon: () => server.abandon(),
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
