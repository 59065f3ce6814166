import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { checkAccounts } from './check-accounts.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const at = (time: string): Date => new Date(`2026-11-23T${time}Z`);

it('tells the operator of accounts that are down, silent or stopped', async () => {
  const { db } = database;
  const where = { channel_account: { channel: 'wechat', account: 'desk' } };
  await db.channelAccount.create({ data: { channel: 'telegram', account: 'bot' } });
  expect(await checkAccounts(db, at('10:00:00'))).toMatchObject({ kind: 'unused' });
  await db.channelAccount.create({
    data: { channel: 'wechat', account: 'desk', state: 'online', stateAt: at('09:00:00'), aliveAt: at('09:59:50') },
  });
  expect(await checkAccounts(db, at('10:00:00'))).toEqual({ kind: 'well', says: '1 online' });
  expect(await checkAccounts(db, at('10:10:00'))).toMatchObject({
    kind: 'ill',
    says: expect.stringContaining('not heard of'),
  });
  await db.channelAccount.update({ where, data: { state: 'login_needed', stoppedAt: at('09:30:00') } });
  expect(await checkAccounts(db, at('10:00:00'))).toMatchObject({
    kind: 'ill',
    says: 'wechat desk: login_needed since 2026-11-23T09:00:00.000Z, stopped since 2026-11-23T09:30:00.000Z',
  });
});
