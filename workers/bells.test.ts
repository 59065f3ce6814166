import { pino } from 'pino';
import { afterAll, describe, expect, it } from 'vitest';
import { systemClock } from '../core/clock.ts';
import { createTestDatabase } from '../core/testing/test-database.ts';
import type { JobQueue } from './backend-port.ts';
import { createBells } from './bells.ts';

describe('a bell for a conversation', async () => {
  const database = await createTestDatabase();
  const { db } = database;
  afterAll(() => database.drop());

  it('rings where its account is worked for now, also after it was handed over', async () => {
    const rung: string[] = [];
    const queue = (name: string): JobQueue => ({
      add: async () => void rung.push(name),
      addBulk: () => Promise.resolve(),
      close: () => Promise.resolve(),
    });
    const queues = {
      desk: queue('desk'),
      lane: (channel: string, account: string) => queue(`${channel}:${account}`),
      close: () => Promise.resolve(),
    };
    const bells = createBells({ queues, db, clock: systemClock, log: pino({ enabled: false }) });
    const { id } = await db.conversation.create({
      data: { channel: 'wechat', account: 'one', externalId: 'r', kind: 'group' },
    });
    await bells.lane(id);
    await db.conversation.update({ where: { id }, data: { account: 'two' } });
    await bells.lane(id);
    expect(rung).toEqual(['wechat:one', 'wechat:two']);
  });
});
