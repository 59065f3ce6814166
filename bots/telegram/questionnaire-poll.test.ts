import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clock } from '../../core/clock.ts';
import { createDesk } from '../../core/desk/desk.ts';
import { createDelivery } from '../../core/outbox/delivery.ts';
import { reportUndelivered } from '../../core/tickets/undelivered.ts';
import { createTestDatabase, type TestDatabase } from '../../core/testing/test-database.ts';
import { until } from '../../core/testing/until.ts';
import { foundTelegramEstate, type TelegramEstate } from '../testing/telegram-estate.ts';
import type { TelegramBot } from './bot.ts';
import type { TestUser } from './testing/people.ts';
import { silent, startTelegramHarness, type TelegramHarness } from './testing/telegram-harness.ts';

/** It runs, and it is ten in the morning, whenever that is tried: at night nobody is asked anything. */
const startedAt = performance.now();
const clock: Clock = {
  now: () => new Date(Date.parse('2026-11-23T10:00:00+08:00') + Math.floor(performance.now() - startedAt)),
};

/** The desk, its way out, and Telegram on loopback, in this process. */
describe('a questionnaire on Telegram', () => {
  let database: TestDatabase;
  let harness: TelegramHarness;
  let estate: TelegramEstate;
  let bot: TelegramBot;
  let manager: TestUser;
  const over = new AbortController();
  let working: Promise<void>;

  beforeAll(async () => {
    database = await createTestDatabase();
    const { db } = database;
    harness = await startTelegramHarness('polling');
    estate = await foundTelegramEstate(harness.server, db, 'Asia/Shanghai');
    manager = harness.server.user({ name: '周经理' });
    estate.managers.join(manager);
    const bells = { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(true) };
    const tools = { db, clock, bells, log: silent };
    const desk = createDesk({ ...tools, defaults: { locale: 'zh-CN', timeZone: 'Asia/Shanghai' } });
    const { channel } = harness;
    const channels = new Map([[`${channel.name}:${channel.account}`, channel]]);
    const delivery = createDelivery({ ...tools, channels, onFailed: reportUndelivered });
    // What workers do: look at what is due, and run the lanes in which something waits.
    const work = async (): Promise<void> => {
      while (!over.signal.aborted) {
        const due = await db.deadline.findMany({ where: { settledAt: null, dueAt: { lte: clock.now() } } });
        for (const { id } of due) await desk.due(id);
        const waiting = await db.outboxMessage.findMany({
          where: { state: 'pending' },
          distinct: ['conversationId'],
          select: { conversationId: true },
        });
        for (const { conversationId } of waiting) await delivery.runLane(conversationId);
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    working = work();
    bot = await harness.bot();
    await bot.start(desk.inboxFor(channel));
  }, 60_000);
  afterAll(async () => {
    over.abort();
    await working;
    await bot.stop();
    await harness.close();
    await database.drop();
  });

  const responses = () => database.db.questionnaireResponse.findMany({ select: { answers: true, personId: true } });

  it('of one question is a poll of Telegram, whose votes count by household until it is withdrawn', async () => {
    const { server } = harness;
    manager.say(estate.managers, '问卷 活动\n1. 办哪个活动？ A 包粽子 B 看电影\n截止: 7天\n方式: 群');
    const preview = await server.waitFor((said) => said.text.includes('居民会看到'));
    manager.press(preview.wire, '确认发布');
    const asked = await server.waitFor(({ wire }) => wire.poll !== undefined && wire.chat.id === estate.residents.id);
    expect(asked.wire.poll).toMatchObject({
      question: '办哪个活动？',
      options: [{ text: '包粽子' }, { text: '看电影' }],
      is_anonymous: false,
      allows_multiple_answers: false,
    });
    const pollId = asked.wire.poll?.id ?? '';
    estate.auntLi.vote(pollId, 0);
    estate.chen.vote(pollId, 0);
    estate.auntLi.vote(pollId, 1);
    await until('both have voted', async () => {
      const all = await responses();
      return all.length === 2 && all.some(({ answers }) => JSON.stringify(answers) === '{"1":[1]}');
    });
    estate.chen.vote(pollId);
    await until('one vote is taken back', async () => (await responses()).length === 1);
    manager.say(estate.managers, '问卷1 撤回');
    await until('the words and the poll are gone', async () => server.said(estate.residents).length === 0);
  }, 60_000);
});
