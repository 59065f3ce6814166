import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { connectDatabase } from '../../prisma/client.ts';
import type { Database } from '../database.ts';

export interface TestDatabase {
  url: string;
  db: Database;
  /** Closes `db`, cuts every other connection, and removes the database. */
  drop(): Promise<void>;
}

async function onServer(work: (client: Client) => Promise<unknown>): Promise<void> {
  const url = new URL(inject('databaseServer'));
  url.pathname = '/postgres';
  // A server that does not answer fails the test that asked, and does not hold the whole run.
  const client = new Client({ connectionString: url.href, connectionTimeoutMillis: 10_000, query_timeout: 15_000 });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/**
 * A migrated, empty PostgreSQL database of its own for the test that asks, in some 50 ms. Drop it in `afterAll`.
 * The server runs as long as the tests do (prisma/testing/database-server.ts).
 */
export async function createTestDatabase(options: { poolSize?: number } = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer((client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${inject('databaseTemplate')} STRATEGY FILE_COPY`),
  );
  const url = new URL(inject('databaseServer'));
  url.pathname = `/${name}`;
  const connection = connectDatabase(url.href, { poolSize: options.poolSize ?? 5 });
  return {
    url: url.href,
    db: connection.db,
    async drop() {
      await connection.close();
      await onServer((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}
