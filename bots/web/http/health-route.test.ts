import fastify from 'fastify';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { connectDatabase } from '../../../prisma/client.ts';
import { borrowTestDatabase } from '../../../core/testing/borrowed-database.ts';
import { addHealth } from './health-route.ts';

describe('/health', async () => {
  const database = await borrowTestDatabase();
  const { db } = database;
  afterAll(() => database.drop());
  const ask = async (hasModel: boolean, asked = db) => {
    const server = fastify();
    onTestFinished(() => server.close());
    addHealth(server, asked, { hasModel });
    const { statusCode, body } = await server.inject('/health');
    return { statusCode, body: JSON.parse(body) as unknown };
  };

  it('says that the database answers, and of the language model only where there is one', async () => {
    expect(await ask(false)).toEqual({ statusCode: 200, body: { database: 'ok' } });
    expect(await ask(true)).toEqual({ statusCode: 200, body: { database: 'ok', languageModel: 'unasked' } });
  });

  it('is well, though the language model is silent', async () => {
    const { id: conversationId } = await db.conversation.create({
      data: { channel: 'web', account: 'desk', externalId: 'g', kind: 'group' },
    });
    const at = new Date('2026-11-23T02:00:00Z');
    const data = { conversationId, externalId: 'm', sentAt: at, text: '灯' };
    const { id: messageId } = await db.message.create({ data });
    await db.opinion.create({ data: { messageId, model: 'small', askedAt: at, outcome: 'no_answer' } });
    expect(await ask(true)).toEqual({ statusCode: 200, body: { database: 'ok', languageModel: 'silent' } });
    await db.opinion.update({ where: { messageId }, data: { outcome: 'nothing', answeredAt: at } });
    expect(await ask(true)).toEqual({ statusCode: 200, body: { database: 'ok', languageModel: 'well' } });
  });

  it('says 503 when the database is away', async () => {
    const away = connectDatabase('postgresql://nobody@127.0.0.1:1/none', {
      poolSize: 1,
      onConnectionLost: () => undefined,
    });
    onTestFinished(() => away.close());
    expect(await ask(true, away.db)).toEqual({ statusCode: 503, body: { database: 'away' } });
  });
});
