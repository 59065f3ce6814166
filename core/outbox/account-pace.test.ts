import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createAccountPace } from './account-pace.ts';
import { createScriptedChannel } from './testing/scripted-channel.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const pace = {
  perConversation: { count: 1, windowMs: 1_000 },
  perGroup: { count: 20, windowMs: 60_000 },
  perAccount: { count: 30, windowMs: 1_000 },
};

const nextWordAt = async (account: string): Promise<number> => {
  const where = { channel_account: { channel: 'scripted', account } };
  const row = await database.db.channelAccount.findUniqueOrThrow({ where });
  return row.nextWordAt?.getTime() ?? Number.NaN;
};

it('keeps one line for an account, whichever process books on it', async () => {
  const clock = createFakeClock('2026-11-23T10:00:00+08:00');
  const channel = createScriptedChannel({ account: 'shared', pace });
  const began = clock.now().getTime();
  const [one, other] = [1, 2].map(() => createAccountPace({ db: database.db, clock }));
  for (let round = 0; round < 5; round++) {
    await one?.take(channel, { priority: 60, messages: 1 });
    await other?.take(channel, { priority: 60, messages: 1 });
  }
  // Ten places, each of them a little farther than a thirtieth of a second from the one before.
  expect((await nextWordAt('shared')) - began).toBeGreaterThanOrEqual(340);
  expect((await nextWordAt('shared')) - began).toBeLessThanOrEqual(346);
});

it('keeps a line of its own for every account, and begins it with the first word', async () => {
  const clock = createFakeClock('2026-11-23T10:00:00+08:00');
  const accounts = createAccountPace({ db: database.db, clock });
  for (const account of ['first', 'second']) {
    const channel = createScriptedChannel({ account, pace });
    expect(await accounts.take(channel, { priority: 60, messages: 1 })).toEqual({ kind: 'go' });
    expect((await nextWordAt(account)) - clock.now().getTime()).toBe(34);
  }
});

it('does not give a silent account the places that it did not use', async () => {
  const clock = createFakeClock('2026-11-23T10:00:00+08:00');
  const channel = createScriptedChannel({ account: 'silent', pace });
  const accounts = createAccountPace({ db: database.db, clock });
  await accounts.take(channel, { priority: 60, messages: 1 });
  clock.advance(60_000);
  await accounts.take(channel, { priority: 60, messages: 1 });
  expect(await nextWordAt('silent')).toBeGreaterThan(clock.now().getTime());
});
