import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { restIfFlooded } from './account-flood.ts';
import { createSmallEstate, type SmallEstate } from './testing/small-estate.ts';

const now = new Date('2026-11-23T10:00:00+08:00');
const inMs = (ms: number): Date => new Date(now.getTime() + ms);
const until = inMs(30_000);

describe('an account of which the platform says "too many"', () => {
  let database: TestDatabase;
  let estate: SmallEstate;
  let account: string;
  let accounts = 0;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    account = `account-${(accounts += 1)}`;
    estate = await createSmallEstate(database.db, 'scripted', account);
    await database.db.channelAccount.create({ data: { channel: 'scripted', account, nextWordAt: now } });
  });

  /** Tries in their order: `w` was told to wait, `s` was sent, each in the conversation of its number. */
  async function tried(...tries: string[]): Promise<void> {
    const { db } = database;
    const { communityId } = estate;
    for (const [index, said] of tries.entries()) {
      const externalId = `${account}-${said.slice(1)}`;
      const key = { channel: 'scripted', account, externalId };
      const { id: conversationId } = await db.conversation.upsert({
        where: { channel_account_externalId: key },
        create: { ...key, communityId, kind: 'group' },
        update: {},
      });
      const outcome = said.startsWith('w') ? 'must_wait' : 'sent';
      await db.outboxMessage.create({
        data: {
          conversationId,
          purpose: 'notice',
          priority: 60,
          content: { text: '停水' },
          dedupeKey: `${account}:${index}`,
          deliveries: {
            create: { conversationId, channel: 'scripted', account, attempt: 1, at: inMs(index), outcome },
          },
        },
      });
    }
  }
  const nextWordAt = async () =>
    (
      await database.db.channelAccount.findUniqueOrThrow({
        where: { channel_account: { channel: 'scripted', account } },
      })
    ).nextWordAt;

  it.each([
    { told: 'to one group', tries: ['w1'], rests: false },
    { told: 'to one group again and again', tries: ['w1', 'w1', 'w1', 'w1', 'w1'], rests: false },
    { told: 'to four in a row', tries: ['s1', 'w2', 'w3', 'w4', 'w5'], rests: false },
    { told: 'to many, and others got through', tries: ['w1', 'w2', 'w3', 's4', 'w5', 'w6'], rests: false },
    { told: 'to five in a row', tries: ['s1', 'w2', 'w3', 'w4', 'w5', 'w6'], rests: true },
  ])('$told: rests as a whole: $rests', async ({ tries, rests }) => {
    await tried(...tries);
    const on = { name: 'scripted', account };
    expect(await database.db.$transaction((tx) => restIfFlooded(tx, on, until))).toBe(rests);
    expect(await nextWordAt()).toEqual(rests ? until : now);
  });

  it('rests for the longest that it was asked for', async () => {
    await tried('w1', 'w2', 'w3', 'w4', 'w5');
    const on = { name: 'scripted', account };
    await database.db.$transaction((tx) => restIfFlooded(tx, on, until));
    await database.db.$transaction((tx) => restIfFlooded(tx, on, inMs(1_000)));
    expect(await nextWordAt()).toEqual(until);
  });
});
