import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { PrismaClient } from './generated/client.ts';

export interface DatabaseConnection {
  db: PrismaClient;
  /** Lets running queries end and closes every connection. Calling it again does nothing. */
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** Connections held at most; default 10. */
  poolSize?: number;
  /** Told when a connection that nobody was using is lost. The next query opens another, or fails and says why. */
  onConnectionLost?: (error: Error) => void;
}

/** Of a transaction on a busy machine: to be given a connection, and to end. Prisma's own defaults are 2 and 5 seconds. */
const PATIENCE = { maxWait: 10_000, timeout: 20_000 };

/** How many different statements a connection keeps prepared. */
const KEPT_STATEMENTS = 300;

/**
 * Gives statements names, so that each connection has them planned once and not every time: about half of the server's
 * work for a line of talk. Statements beyond the first few hundred, and those without arguments, stay nameless.
 */
function createStatementNames(): (query: { sql: string; args: unknown[] }) => string {
  const names = new Map<string, string>();
  return ({ sql, args }) => {
    if (args.length === 0) return '';
    const known = names.get(sql);
    if (known !== undefined || names.size >= KEPT_STATEMENTS) return known ?? '';
    const name = `linli_${names.size + 1}`;
    names.set(sql, name);
    return name;
  };
}

/** Opens no connection by itself: the first query does. A server that vanishes fails queries, never the process. */
export function connectDatabase(connectionString: string, options: ConnectOptions = {}): DatabaseConnection {
  const { poolSize = 10, onConnectionLost = () => {} } = options;
  const pool = new Pool({ connectionString, max: poolSize });
  // Without a listener, a server that restarts would end the process through an unhandled "error" event.
  pool.on('error', onConnectionLost);
  const adapter = new PrismaPg(pool, { statementNameGenerator: createStatementNames() });
  const db = new PrismaClient({ adapter, transactionOptions: PATIENCE });
  let closing: Promise<void> | undefined;
  return {
    db,
    close() {
      closing ??= db.$disconnect().then(() => pool.end());
      return closing;
    },
  };
}
