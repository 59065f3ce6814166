import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../prisma/embedded/start.ts';
import { applyMigrations } from '../../prisma/migrate.ts';

/** A PostgreSQL for one measurement, as durable as the real one. */
export interface BenchServer {
  urlOf(database: string): string;
  /** Makes a database like another one, which nobody may be using. */
  copy(from: string, to: string): Promise<void>;
  close(): Promise<void>;
}

/** The first database, migrated and empty. */
export const firstDatabase = 'linli';

/** Starts a server in a temporary folder; `close` removes all of it, and so does Ctrl-C as far as it can. */
export async function startBenchServer(): Promise<BenchServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'linli-bench-'));
  // The server's user must get in, when root measures.
  await chmod(dataDir, 0o755);
  const server = await startEmbeddedPostgres({ dataDir });
  const interrupted = (): never => {
    server.abandon();
    process.exit(130);
  };
  process.once('SIGINT', interrupted);
  const close = async (): Promise<void> => {
    process.off('SIGINT', interrupted);
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  const urlOf = (database: string): string => Object.assign(new URL(server.url), { pathname: `/${database}` }).href;
  try {
    await applyMigrations(server.url);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    urlOf,
    async copy(from, to) {
      const client = new Client({ connectionString: urlOf('postgres') });
      await client.connect();
      try {
        await client.query(`CREATE DATABASE ${client.escapeIdentifier(to)} TEMPLATE ${client.escapeIdentifier(from)}`);
      } finally {
        await client.end();
      }
    },
    close,
  };
}
