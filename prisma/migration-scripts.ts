import { PrismaPg } from '@prisma/adapter-pg';
import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { DatabaseError } from 'pg';
import type { Client, Pool } from 'pg';

const UNFINISHED = 'finished_at IS NULL AND rolled_back_at IS NULL';

async function historyExists(client: Pick<Client, 'query'>): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found`,
  );
  return rows[0]?.found === true;
}

/** The engine passes on only errors of this shape. */
function asAdapterError(error: unknown): never {
  if (!(error instanceof DatabaseError)) throw error;
  const { code = '', severity = 'ERROR', message, detail, column, hint } = error;
  throw new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint });
}

/**
 * The database as the schema engine gets it, with one difference: a migration's script is executed as a whole. Prisma's
 * adapter cuts scripts at every semicolon, also within the body of a function. Sent whole, PostgreSQL executes it in one
 * transaction, and the note in the history that it is finished is part of that: it is applied and noted, or neither.
 */
export function wholeScripts(pool: Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const adapter = await factory.connect();
      adapter.executeScript = async (script) => {
        const note = `UPDATE "_prisma_migrations" SET finished_at = now() WHERE ${UNFINISHED}`;
        await pool.query((await historyExists(pool)) ? `${script}\n;${note}` : script).catch(asAdapterError);
      };
      return adapter;
    },
    connectToShadowDb: () => factory.connectToShadowDb(),
  };
}

/** The migrations that are applied whole. */
export async function appliedMigrations(client: Client): Promise<Set<string>> {
  if (!(await historyExists(client))) return new Set();
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  return new Set(rows.map(({ name }) => name));
}

/**
 * Lets migrations that were begun and never finished be tried again: the process was killed, or the script failed, and
 * PostgreSQL has undone what there was of it.
 */
export async function forgetInterrupted(client: Client): Promise<void> {
  if (!(await historyExists(client))) return;
  await client.query(`UPDATE "_prisma_migrations" SET rolled_back_at = now() WHERE ${UNFINISHED}`);
}
