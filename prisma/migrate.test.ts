import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { migrationSql } from './migration-sql.ts';
import { MigrationError, applyMigrations } from './migrate.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const nil = '00000000-0000-0000-0000-000000000000';
const databases: string[] = [];
let server: Client;

beforeAll(async () => {
  server = new Client({ connectionString: inject('databaseServer') });
  await server.connect();
});
afterAll(async () => {
  for (const name of databases) await server.query(`DROP DATABASE ${name}`);
  await server.end();
});

async function emptyDatabase(): Promise<string> {
  const name = `migrate_${process.pid}_${databases.length}`;
  await server.query(`CREATE DATABASE ${name} TEMPLATE template0`);
  databases.push(name);
  const url = new URL(inject('databaseServer'));
  url.pathname = `/${name}`;
  return url.href;
}

describe('bringing a database up to date', () => {
  it('applies every migration to an empty database, and nothing the second time', async () => {
    const url = await emptyDatabase();
    expect(await applyMigrations(url)).toEqual(expect.arrayContaining(['0001_init', '0002_rules']));
    expect(await applyMigrations(url)).toEqual([]);
  });

  it('lets one of two processes that start at once do it, and the other find it done', async () => {
    const url = await emptyDatabase();
    const [one, other] = await Promise.all([applyMigrations(url), applyMigrations(url)]);
    expect(Math.min(one.length, other.length)).toBe(0);
    expect(Math.max(one.length, other.length)).toBeGreaterThan(1);
  });

  it('keeps the history as prisma migrate does', async () => {
    const url = await emptyDatabase();
    await applyMigrations(url);
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ migration_name: string; finished: boolean }>(
      'SELECT migration_name, finished_at IS NOT NULL AS finished FROM _prisma_migrations ORDER BY migration_name',
    );
    await client.end();
    expect(rows.slice(0, 2)).toEqual([
      { migration_name: '0001_init', finished: true },
      { migration_name: '0002_rules', finished: true },
    ]);
  });

  it('tries a migration again that was broken off', async () => {
    const url = await emptyDatabase();
    await applyMigrations(url, at('./testing/broken-migrations')).catch(() => {});
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(`UPDATE _prisma_migrations SET migration_name = '0001_init'`);
    await client.end();
    expect(await applyMigrations(url)).toContain('0001_init');
    expect(await applyMigrations(url)).toEqual([]);
  });

  it('does not take what was sent long ago for sent just now', async () => {
    const url = await emptyDatabase();
    const earlier = await mkdtemp(join(tmpdir(), 'migrations-'));
    for (const name of ['0001_init', '0002_rules', 'migration_lock.toml'])
      await cp(at(`./migrations/${name}`), join(earlier, name), { recursive: true });
    await applyMigrations(url, earlier);
    const client = new Client({ connectionString: url });
    await client.connect();
    const add = (externalId: string): string =>
      `INSERT INTO "SentMessage" ("conversationId", "externalId", "outboxId") VALUES ('${nil}', '${externalId}', '${nil}')`;
    // Without the rows that it belongs to.
    await client.query('SET session_replication_role = replica');
    await client.query(add('old'));
    await applyMigrations(url);
    await client.query(add('new'));
    const { rows } = await client.query<{ externalId: string; isNew: boolean }>(
      `SELECT "externalId", "sentAt" > now() - interval '1 hour' AS "isNew" FROM "SentMessage" ORDER BY "externalId"`,
    );
    await client.end();
    await rm(earlier, { recursive: true });
    expect(rows).toEqual([
      { externalId: 'new', isNew: true },
      { externalId: 'old', isNew: false },
    ]);
  });

  it('says that a server cannot be reached', async () => {
    const failing = applyMigrations('postgresql://nobody@127.0.0.1:1/none');
    await expect(failing).rejects.toBeInstanceOf(MigrationError);
    await expect(failing).rejects.toMatchObject({ failure: 'unreachable' });
  });

  it('says that a migration failed, and which', async () => {
    const url = await emptyDatabase();
    await expect(applyMigrations(url, at('./testing/broken-migrations'))).rejects.toMatchObject({
      failure: 'migration_failed',
      message: expect.stringContaining('0001_broken'),
    });
  });
});

describe('the migrations that are kept', () => {
  it('lead to schema.prisma as it is now', async () => {
    const names = (await readdir(at('./migrations'))).toSorted();
    const snapshots = await Promise.all(
      names.map((name) => readFile(at(`./migrations/${name}/schema.prisma`), 'utf8').catch(() => null)),
    );
    const kept = snapshots.findLast((snapshot) => snapshot !== null) ?? null;
    const now = await readFile(at('./schema.prisma'), 'utf8');
    expect(await migrationSql(kept, now, inject('databaseServer'))).toBeNull();
  });
});

describe('what happened is only ever added to', () => {
  let client: Client;
  beforeAll(async () => {
    const url = await emptyDatabase();
    await applyMigrations(url);
    client = new Client({ connectionString: url });
    await client.connect();
    await client.query(`INSERT INTO "AuditEntry" (action, subject) VALUES ('grant_role', 'person')`);
  });
  afterAll(() => client.end());

  it.each([`UPDATE "AuditEntry" SET action = 'other'`, `DELETE FROM "AuditEntry"`])('refuses %s', async (sql) => {
    await expect(client.query(sql)).rejects.toMatchObject({ code: '23001' });
  });

  it('lets it be erased in a transaction that says so, and in no other', async () => {
    await client.query('BEGIN');
    await client.query(`SET LOCAL linli.erasing = 'on'`);
    const erased = await client.query('DELETE FROM "AuditEntry"');
    expect(erased.rowCount).toBe(1);
    await client.query('ROLLBACK');
    await expect(client.query('DELETE FROM "AuditEntry"')).rejects.toMatchObject({ code: '23001' });
  });
});
