import { pino } from 'pino';
import { afterAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../testing/test-database.ts';
import { collectFiles } from './outgoing-files.ts';
import { createScriptedChannel } from './testing/scripted-channel.ts';

describe('files that came by a channel', async () => {
  const database = await createTestDatabase();
  const { db } = database;
  afterAll(() => database.drop());
  const log = pino({ enabled: false });
  const attachments = { create: { kind: 'photo', channelRef: 'ref-1' } };
  const conversation = { create: { channel: 'wechat', account: 'one', externalId: 'r', kind: 'group' as const } };
  const message = await db.message.create({
    data: { externalId: 'm', text: '', sentAt: new Date(), conversation, attachments },
    include: { attachments: true },
  });
  const ids = message.attachments.map(({ id }) => id);
  const bytesFrom = (who: string) => ({ fetchFile: (ref: string) => Promise.resolve(Buffer.from(`${ref} by ${who}`)) });
  const telegram = createScriptedChannel({ name: 'telegram' });

  it.each([
    {
      told: 'its account',
      sources: { 'wechat:one': bytesFrom('one'), wechat: bytesFrom('any') },
      bytes: 'ref-1 by one',
    },
    { told: 'anybody who can read them', sources: { wechat: bytesFrom('any') }, bytes: 'ref-1 by any' },
  ])('are handed out by $told', async ({ sources, bytes }) => {
    const { files, missing } = await collectFiles(db, ids, telegram, new Map(Object.entries(sources)), log);
    expect(missing).toBe(0);
    expect(Buffer.from((await files[0]?.bytes()) ?? []).toString()).toBe(bytes);
    expect(files[0]?.ref).toBeNull();
  });

  it('are missing where only another account of the channel hands out its own', async () => {
    const sources = new Map([['wechat:two', bytesFrom('two')]]);
    expect(await collectFiles(db, ids, telegram, sources, log)).toEqual({ files: [], missing: 1 });
  });

  it('go back by the account that they came by as they are', async () => {
    const same = createScriptedChannel({ name: 'wechat', account: 'one' });
    const { files } = await collectFiles(db, ids, same, new Map(), log);
    expect(files).toMatchObject([{ kind: 'photo', ref: 'ref-1' }]);
  });
});
