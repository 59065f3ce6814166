import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { isAlive } from '../embedded/process.ts';
import { startEmbeddedPostgres } from '../embedded/start.ts';
import { applyMigrations } from '../migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The run's own PostgreSQL server. */
    databaseServer: string;
    /** A migrated, empty database in it, to be copied and never changed. */
    databaseTemplate: string;
  }
}

const PREFIX = 'linli-test-';
const TEMPLATE = 'linli_template';

/** A copy into which nobody ever connects: a database that somebody looks into cannot be copied at that moment. */
async function makeTemplate(serverUrl: string): Promise<void> {
  const url = new URL(serverUrl);
  const migrated = url.pathname.slice(1);
  url.pathname = '/postgres';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${TEMPLATE} TEMPLATE ${migrated} ALLOW_CONNECTIONS false`);
  } finally {
    await client.end();
  }
}

/** Runs that were killed leave a server behind; it ends by itself within a minute once its folder is gone. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const [, pid] = /^linli-test-(\d+)-\w+$/.exec(name) ?? [];
    if (pid && !isAlive(Number(pid))) await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
}

/** One PostgreSQL for a whole run of the tests, gone with the run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeAbandoned();
  const dataDir = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // The server's user must get in, when root runs the tests.
  await chmod(dataDir, 0o755);
  const server = await startEmbeddedPostgres({ dataDir, durable: false, maxConnections: 300 });
  const end = async (): Promise<void> => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await applyMigrations(server.url);
    await makeTemplate(server.url);
  } catch (error) {
    await end();
    throw error;
  }
  project.provide('databaseServer', server.url);
  project.provide('databaseTemplate', TEMPLATE);
  return end;
}
