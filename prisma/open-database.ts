import { connectDatabase } from './client.ts';
import type { DatabaseConnection } from './client.ts';
import { startEmbeddedPostgres } from './embedded/start.ts';
import type { EmbeddedPostgres } from './embedded/start.ts';
import { applyMigrations } from './migrate.ts';

export interface OpenDatabaseOptions {
  /** Null: the embedded server under `dataDir`. */
  databaseUrl: string | null;
  dataDir: string;
  poolSize?: number;
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

/**
 * Opens the database that the configuration asks for, ready to use: started if it is ours, and brought up to date.
 * `close` ends all of it.
 * @throws AlreadyRunning, EmbeddedPostgresError, MigrationError
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<OpenDatabase> {
  const { databaseUrl, dataDir, poolSize, say, onLost, onConnectionLost } = options;
  let server: EmbeddedPostgres | null = null;
  if (databaseUrl === null) server = await startEmbeddedPostgres({ dataDir, log: say, onLost });
  const url = server?.url ?? databaseUrl ?? '';
  try {
    const applied = await applyMigrations(url);
    const connection = connectDatabase(url, { onConnectionLost, ...(poolSize === undefined ? {} : { poolSize }) });
    return {
      db: connection.db,
      url,
      embedded: server !== null,
      applied,
      async close() {
        await connection.close();
        await server?.stop();
      },
      abandon: () => server?.abandon(),
    };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}
