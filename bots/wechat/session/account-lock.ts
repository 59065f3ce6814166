import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { Client } from 'pg';
import { faultName } from './fault-name.ts';
import { pause } from '../../pauses.ts';

/** The account, held by this process. */
export interface HeldLock {
  /** Aborted when the connection that holds it breaks: from then on another process may have it. */
  lost: AbortSignal;
  release(): Promise<void>;
}

/** Lets one process at a time work with an account. */
export interface AccountLock {
  /** Waits until the account is free and resolves then; null once `signal` is aborted. */
  take(signal: AbortSignal): Promise<HeldLock | null>;
}

export interface AccountLockParts {
  connectionString: string;
  channel: string;
  account: string;
  log: Logger;
  /** How often it is looked whether the account is free, and whether the connection that holds it still answers. */
  lookEveryMs?: number;
}

/**
 * A session lock of PostgreSQL on a connection of its own, which the server gives up by itself when the process dies. Its
 * connection is looked after: a silent one counts as broken, because the server may have given the lock away.
 */
export function createAccountLock(parts: AccountLockParts): AccountLock {
  const { log, lookEveryMs = 2_000 } = parts;
  const key = lockKey(parts.channel, parts.account);
  let toldWaiting = false;

  /** A connection that asks until it has the lock; null when it broke, or `signal` was aborted. */
  async function askOnOneConnection(signal: AbortSignal): Promise<HeldLock | null> {
    const client = new Client({
      connectionString: parts.connectionString,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      application_name: `linli ${parts.channel} ${parts.account}`,
    });
    const lost = new AbortController();
    client.on('error', () => lost.abort());
    client.on('end', () => lost.abort());
    try {
      await client.connect();
      while (!signal.aborted) {
        const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1::bigint) AS got', [key]);
        if (rows[0]?.got === true) return held(client, lost);
        tellWaiting();
        await pause(lookEveryMs, signal);
      }
    } catch (error) {
      log.warn({ fault: faultName(error) }, 'the lock of the account cannot be asked for');
    }
    await endQuietly(client);
    return null;
  }

  function tellWaiting(): void {
    if (!toldWaiting)
      log.info({ channel: parts.channel, account: parts.account }, 'another process has the account; waits for it');
    toldWaiting = true;
  }

  function held(client: Client, lost: AbortController): HeldLock {
    log.info({ channel: parts.channel, account: parts.account }, 'holds the account');
    toldWaiting = false;
    const released = new AbortController();
    const over = AbortSignal.any([lost.signal, released.signal]);
    const lookAfter = async (): Promise<void> => {
      while (!over.aborted) {
        await pause(lookEveryMs, over);
        if (over.aborted) return;
        await client.query('SELECT 1').catch(() => lost.abort());
      }
    };
    void lookAfter();
    return {
      lost: lost.signal,
      release: async () => {
        released.abort();
        await endQuietly(client);
      },
    };
  }

  return {
    take: async (signal) => {
      while (!signal.aborted) {
        const lock = await askOnOneConnection(signal);
        if (lock && !signal.aborted) return lock;
        await lock?.release();
        await pause(lookEveryMs, signal);
      }
      return null;
    },
  };
}

/** The same number for the same account in every process. */
function lockKey(channel: string, account: string): string {
  return createHash('sha256').update(`linli account ${channel} ${account}`).digest().readBigInt64BE().toString();
}

async function endQuietly(client: Client): Promise<void> {
  const gone = new AbortController();
  await Promise.race([client.end().catch(() => {}), pause(500, gone.signal)]);
  gone.abort();
}
