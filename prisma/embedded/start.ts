import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AlreadyRunning, EmbeddedPostgresError } from './failure.ts';
import { findHome } from './home.ts';
import { claimOwnership } from './ownership.ts';
import type { Ownership } from './ownership.ts';
import { startPostmaster } from './launch.ts';
import { runningPostmaster, stopPostmaster, tellToStop } from './postmaster.ts';
import type { Postmaster } from './postmaster.ts';
import { addressOf, setUpCluster } from './set-up.ts';

/** The database in the server that is linli's. */
export const DATABASE = 'linli';
const CLAIM_ATTEMPTS = 5;
const CLAIM_PAUSE_MS = 300;

interface Claimed {
  claim: Awaited<ReturnType<typeof claimOwnership>>;
  postmaster: Postmaster;
  urlOf: (database: string) => string;
}

export interface EmbeddedOptions {
  /** The server's files go to `<dataDir>/postgres`, or to where that points. */
  dataDir: string;
  /** Friendly lines for whoever started the program. */
  log?: (line: string) => void;
  /** Told once if the server goes away while it is in use. */
  onLost?: (error: Error) => void;
  /** False gives up surviving a power failure for speed; for tests. Default true. */
  durable?: boolean;
  /** Default 60: a desk with its queues uses about 40. */
  maxConnections?: number;
  /** How long another process may take to be gone, in milliseconds. Default 2,000. */
  claimPatienceMs?: number;
}

export interface EmbeddedPostgres {
  /** Of the database `linli` in it, with the password. Good until the next start: the port is another then. */
  url: string;
  /** Ends the server within about two seconds. Close pools first. Calling it again does nothing. */
  stop(): Promise<void>;
  /** Tells the server to end and waits for nothing: for a process that ends this very moment. */
  abandon(): void;
}

async function createDatabase({ client }: Ownership): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(DATABASE)}`);
}

/**
 * Starts a real PostgreSQL from npm on this folder, setting it up the first time (about two seconds). It listens on
 * 127.0.0.1 only, on a port that is free. A server left behind by a linli that was killed is taken over.
 * @throws AlreadyRunning when another process uses the folder
 * @throws EmbeddedPostgresError with one sentence for the operator
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { log = () => {}, onLost = () => {}, durable = true, maxConnections = 60, claimPatienceMs } = options;
  const dataDir = resolve(options.dataDir);
  const home = await findHome(dataDir, log);
  const { password } = await setUpCluster(home, durable);
  const { claim, postmaster, urlOf } = await claimServer();
  // Whoever has the right may be using the very server that we started: it is theirs then.
  if (claim.kind === 'taken') throw new AlreadyRunning(dataDir, claim.pid);

  async function claimServer(attempt = 1): Promise<Claimed> {
    const postmaster = (await runningPostmaster(home)) ?? (await startPostmaster(home, { durable, maxConnections }));
    const urlOf = (database: string): string => addressOf(postmaster, password, database);
    try {
      return { claim: await claimOwnership(urlOf('postgres'), onLost, claimPatienceMs), postmaster, urlOf };
    } catch (error) {
      // It may have been the server of a linli that was just ending.
      if (attempt < CLAIM_ATTEMPTS) return pause(CLAIM_PAUSE_MS).then(() => claimServer(attempt + 1));
      const why = error instanceof Error ? error.message : String(error);
      throw new EmbeddedPostgresError('did_not_start', `The embedded PostgreSQL does not answer: ${why}.`, error);
    }
  }

  async function end(ownership: Ownership): Promise<void> {
    // The server itself ends the right to it, last of all: nobody can have got it in between and lose their server.
    ownership.expectEnd();
    await stopPostmaster(home, postmaster);
    await ownership.release();
  }

  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping ??= end(claim.ownership);
    return stopping;
  };
  try {
    await createDatabase(claim.ownership);
  } catch (error) {
    await stop();
    const why = error instanceof Error ? error.message : String(error);
    throw new EmbeddedPostgresError('did_not_start', `The database could not be created: ${why}.`, error);
  }
  const abandon = (): void => {
    claim.ownership.expectEnd();
    tellToStop(postmaster);
  };
  return { url: urlOf(DATABASE), stop, abandon };
}
