import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { applyMigrations } from '../migrate.ts';
import { openDatabase, type OpenDatabase } from '../open-database.ts';
import { joinEmbeddedPostgres } from './join.ts';
import { startEmbeddedPostgres } from './start.ts';

let dataDir: string;

beforeEach(async () => {
  const parent = await mkdtemp(join(tmpdir(), 'linli 邻里-'));
  await chmod(parent, 0o755);
  dataDir = join(parent, 'data');
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
});

/** Another linli, in a process of its own, that uses the server until it is killed. */
async function desk(): Promise<{ url: string; kill(): Promise<void> }> {
  const program = fileURLToPath(new URL('../testing/hold-server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', './core/typescript/register.mjs', program, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exit;
  };
  // Whoever comes next on the folder takes the server over and ends it.
  onTestFinished(async () => {
    await kill();
    await (await startEmbeddedPostgres({ dataDir, durable: false })).stop();
  });
  for await (const url of createInterface({ input: child.stdout })) return { url, kill };
  throw new Error('the other process did not start a server');
}

async function query<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const visit = (): Promise<OpenDatabase> =>
  openDatabase({
    databaseUrl: null,
    dataDir,
    visits: true,
    say: () => {},
    onLost: () => {},
    onConnectionLost: () => {},
  });

describe('a visit to the embedded database', () => {
  it('uses the server of a linli that runs, and leaves it running', async () => {
    const { url } = await desk();
    await query(url, 'CREATE TABLE kept AS SELECT 1 AS one');
    const guest = await joinEmbeddedPostgres({ dataDir, durable: false });
    expect(guest).toMatchObject({ isGuest: true, url });
    expect(await query(guest.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    await guest.stop();
    guest.abandon();
    expect(await query(url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });

  it('starts the server where no linli runs, and ends it afterwards', async () => {
    const alone = await joinEmbeddedPostgres({ dataDir, durable: false });
    expect(alone.isGuest).toBe(false);
    await query(alone.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    await alone.stop();
    await expect(query(alone.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    const later = await startEmbeddedPostgres({ dataDir, durable: false });
    onTestFinished(() => later.stop());
    expect(await query(later.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });

  it('does not bring the database of a running desk up to date, but says that it is older', async () => {
    const { url } = await desk();
    await expect(visit()).rejects.toMatchObject({ failure: 'behind', message: expect.stringContaining('0001_init') });
    expect(await query(url, `SELECT to_regclass('"Community"') AS made`)).toEqual([{ made: null }]);
    await applyMigrations(url);
    const store = await visit();
    expect(await store.db.community.count()).toBe(0);
    await store.close();
    expect(await query(url, 'SELECT count(*)::int AS n FROM "Community"')).toEqual([{ n: 0 }]);
  });

  it('brings its own up to date where no linli runs', async () => {
    const store = await visit();
    expect(store.applied).toContain('0001_init');
    expect(await store.db.community.count()).toBe(0);
    await store.close();
  });
});
