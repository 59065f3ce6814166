import pino from 'pino';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../core/testing/test-database.ts';
import type { TestDatabase } from '../../../core/testing/test-database.ts';
import { Ears } from '../testing/ears.ts';
import { openInProcess, sessionOver } from '../testing/open-session.ts';
import { WechatWorld } from '../testing/wechat-world.ts';
import type { Session } from '../session.ts';
import { createAccountLock } from './account-lock.ts';
import type { AccountLock, HeldLock } from './account-lock.ts';

let database: TestDatabase;
let operator: Client;
const sessions: Session[] = [];
const held: HeldLock[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  operator = new Client({ connectionString: database.url });
  await operator.connect();
});

afterEach(async () => {
  await Promise.all(sessions.splice(0).map((session) => session.stop()));
  await Promise.all(held.splice(0).map((lock) => lock.release()));
});

afterAll(async () => {
  await operator.end();
  await database.drop();
});

/** Lock and log of one process. `told` resolves when it has said that it waits. */
function processLock(account: string): { lock: AccountLock; told: Promise<void> } {
  let tell = (): void => {};
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const log = pino({ level: 'info' }, { write: (text) => void (text.includes('waits for it') && tell()) });
  return {
    lock: createAccountLock({ connectionString: database.url, channel: 'wechat', account, log, lookEveryMs: 50 }),
    told,
  };
}

async function take(lock: AccountLock): Promise<HeldLock> {
  const taken = await lock.take(new AbortController().signal);
  if (!taken) throw new Error('not taken');
  held.push(taken);
  return taken;
}

/** As if the process that holds the account had lost its way to the database. */
async function cutHolderOf(account: string): Promise<void> {
  await operator.query(
    `SELECT pg_terminate_backend(activity.pid) FROM pg_stat_activity activity
     JOIN pg_locks USING (pid) WHERE application_name = $1 AND locktype = 'advisory' AND granted`,
    [`linli wechat ${account}`],
  );
}

/** A process that does not come back after it lost the lock. */
function onceOnly(lock: AccountLock): AccountLock {
  let taken = false;
  return {
    take: async (signal) => {
      if (!taken) {
        taken = true;
        return await lock.take(signal);
      }
      return await new Promise((resolve) => signal.addEventListener('abort', () => resolve(null)));
    },
  };
}

describe('the lock of an account', () => {
  it('is held by one process; the next gets it when it is released, and says meanwhile that it waits', async () => {
    const first = await take(processLock('a').lock);
    const other = processLock('a');
    const second = take(other.lock);
    await other.told;
    expect(first.lost.aborted).toBe(false);
    await first.release();
    expect((await second).lost.aborted).toBe(false);
  });

  it('does not keep other accounts waiting', async () => {
    await take(processLock('b').lock);
    expect((await take(processLock('c').lock)).lost.aborted).toBe(false);
  });

  it('is not waited for any longer when the process ends', async () => {
    await take(processLock('d').lock);
    const ending = new AbortController();
    const other = processLock('d');
    const waiting = other.lock.take(ending.signal);
    await other.told;
    ending.abort();
    expect(await waiting).toBeNull();
  });

  it('is lost at once when its connection breaks', async () => {
    const lock = await take(processLock('e').lock);
    const lost = new Promise((resolve) => lock.lost.addEventListener('abort', resolve));
    await cutHolderOf('e');
    await lost;
    expect(lock.lost.aborted).toBe(true);
  });
});

describe('two processes for one account', () => {
  it('are never logged in at once: the second waits, and takes over when the first one loses the lock', async () => {
    const world = new WechatWorld();
    await world.login();
    const first = onceOnly(processLock('f').lock);
    const next = processLock('f');
    const [one, other] = [first, next.lock].map((lock) => {
      const session = sessionOver(openInProcess(world), { lock });
      sessions.push(session);
      return { session, ears: new Ears() };
    });
    if (!one || !other) throw new Error('two sessions');
    await one.session.start(one.ears);
    await one.ears.untilReport('logged_in');
    await other.session.start(other.ears);
    await next.told;
    expect(other.ears.reports).toEqual([]);
    expect(other.session.online()).toBeNull();

    await cutHolderOf('f');
    await other.ears.untilReport('connecting');
    expect(one.session.online()).toBeNull();
    await other.ears.untilReport('logged_in');
    expect(one.session.online()).toBeNull();
  });

  it('stop speaking and hearing at once when the connection that holds the lock breaks, and one of them goes on', async () => {
    const world = new WechatWorld();
    await world.login();
    const ears = new Ears();
    const session = sessionOver(openInProcess(world), { lock: processLock('g').lock });
    sessions.push(session);
    await session.start(ears);
    await ears.untilReport('logged_in');
    await cutHolderOf('g');
    expect((await ears.untilReport('connecting', 2)).reason).toContain('another process');
    await ears.untilReport('logged_in', 2);
    expect(ears.of('logged_out')).toEqual([]);
  });
});
