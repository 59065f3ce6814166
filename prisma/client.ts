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

/** Opens no connection by itself: the first query does. A server that vanishes fails queries, never the process. */
export function connectDatabase(connectionString: string, options: ConnectOptions = {}): DatabaseConnection {
  const { poolSize = 10, onConnectionLost = () => {} } = options;
  const pool = new Pool({ connectionString, max: poolSize });
  // Without a listener, a server that restarts would end the process through an unhandled "error" event.
  pool.on('error', onConnectionLost);
  const db = new PrismaClient({ adapter: new PrismaPg(pool) });
  let closing: Promise<void> | undefined;
  return {
    db,
    close() {
      closing ??= db.$disconnect().then(() => pool.end());
      return closing;
    },
  };
}
