import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

/** Any number that nothing else in the server's database `postgres` locks. */
const OWNER_LOCK = 5_346_217_000;
/** A process that was just killed may hold its connection a moment longer. */
const PATIENCE_MS = 2_000;
const POLL_MS = 100;

/**
 * That this process, and no other, uses an embedded server. The right is a session's advisory lock: when the process
 * ends, however it ends, the operating system closes the connection and the server gives the lock back.
 */
export interface Ownership {
  client: Client;
  /** From now on a broken connection is what is wanted. */
  expectEnd(): void;
  /** Gives the server back. */
  release(): Promise<void>;
}

async function otherOwner(client: Client): Promise<number | null> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT a.application_name AS name FROM pg_locks l JOIN pg_stat_activity a USING (pid)
     WHERE l.locktype = 'advisory' AND l.granted AND a.application_name LIKE 'linli %' AND a.datname = current_database()
       AND l.classid = ($1::bigint >> 32)::oid AND l.objid = ($1::bigint & 4294967295)::oid`,
    [OWNER_LOCK],
  );
  const pid = Number.parseInt(rows[0]?.name.replace('linli ', '') ?? '', 10);
  return Number.isInteger(pid) ? pid : null;
}

/**
 * Asks for the server at `url`.
 * @param onLost told once, if the connection that holds the right breaks before it is given back
 * @param patienceMs how long another owner may take to be gone
 */
export async function claimOwnership(
  url: string,
  onLost: (error: Error) => void,
  patienceMs: number = PATIENCE_MS,
): Promise<{ kind: 'owned'; ownership: Ownership } | { kind: 'taken'; pid: number | null }> {
  const client = new Client({
    connectionString: url,
    application_name: `linli ${process.pid}`,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  });
  let released = false;
  let lost = false;
  const broke = (error: Error): void => {
    if (released || lost) return;
    lost = true;
    onLost(error);
  };
  client.on('error', broke);
  client.on('end', () => broke(new Error('the connection to the embedded PostgreSQL ended')));
  const expectEnd = (): void => {
    released = true;
  };
  const release = async (): Promise<void> => {
    expectEnd();
    await client.end().catch(() => {});
  };
  try {
    await client.connect();
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [OWNER_LOCK]);
      if (rows[0]?.mine === true) return { kind: 'owned', ownership: { client, expectEnd, release } };
      if (Date.now() > deadline) break;
      await pause(POLL_MS);
    }
    const pid = await otherOwner(client);
    await release();
    return { kind: 'taken', pid };
  } catch (error) {
    await release();
    throw error;
  }
}
