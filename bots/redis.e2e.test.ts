import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRedis } from '../core/testing/redis.ts';
import type { TestRedis } from '../core/testing/redis.ts';
import { createTestDatabase } from '../core/testing/test-database.ts';
import type { TestDatabase } from '../core/testing/test-database.ts';
import { startBotApiServer } from './telegram/testing/bot-api-server.ts';
import type { BotApiServer } from './telegram/testing/bot-api-server.ts';
import type { BotMessage } from './telegram/testing/bot-message.ts';
import type { WireMessage } from './telegram/testing/wire.ts';
import { codeIn, hearing, saidTwice } from './testing/hearing.ts';
import type { Heard } from './testing/hearing.ts';
import { roomsOf, startProgram } from './testing/program.ts';
import type { Program } from './testing/program.ts';
import { foundTelegramEstate } from './testing/telegram-estate.ts';
import type { TelegramEstate } from './testing/telegram-estate.ts';
import { until } from '../core/testing/until.ts';

let database: TestDatabase;
let server: BotApiServer;
let redis: TestRedis;
let estate: TelegramEstate;
let env: Record<string, string>;
let bots: Program;
let workers: Program;
let heard: Heard;

const startWorkers = async (): Promise<void> => {
  workers = startProgram(['workers'], env);
  await workers.says(/linli works: jobs on Redis/);
};

beforeAll(async () => {
  [database, server, redis] = await Promise.all([createTestDatabase(), startBotApiServer(), startRedis()]);
  heard = hearing(server);
  estate = await foundTelegramEstate(server, database.db);
  const { token, apiRoot } = server;
  env = {
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: apiRoot,
  };
  bots = startProgram(['bots'], env);
  await Promise.all([roomsOf(bots), startWorkers()]);
}, 60_000);
afterAll(async () => {
  await Promise.all([bots?.kill(), workers?.kill()]);
  await server?.close();
  await redis?.stop();
  await database?.drop();
}, 30_000);

describe(
  'the way of one matter with bots and workers in processes of their own, and jobs on Redis',
  { timeout: 60_000 },
  () => {
    let report: WireMessage;
    let card: BotMessage;
    let code: string;

    it('both say that they run, and where the jobs are', () => {
      expect(bots.said()).toContain('Jobs       Redis, at REDIS_URL');
      expect(workers.said()).toContain('jobs on Redis');
    });

    it('a resident reports: a receipt to them, a card to the staff', async () => {
      const { residents, staff, auntLi } = estate;
      report = auntLi.say(residents, '3栋2单元厨房漏水，顶上一直在滴');
      const receipt = await heard(residents, '收到您的报修', '李工');
      expect(receipt.replyToId).toBe(server.idOf(report));
      code = codeIn(receipt.text);
      card = await heard(staff, code, '厨房漏水');
      expect(card.buttons.flat()).toContain('接单');
    });

    it('Redis forgets everything while both run: the next press is carried out and told all the same', async () => {
      const { residents, engineer } = estate;
      await redis.flush();
      engineer.press(card.wire, '接单');
      const told = await heard(residents, `${code}：李工已接单`);
      expect(told.replyToId).toBe(server.idOf(report));
    });

    it('Redis forgets what was to be done while no worker runs: the answer reaches the resident when one does', async () => {
      const { residents, staff, engineer } = estate;
      expect(await workers.stop()).toBe(0);
      engineer.say(staff, '师傅二十分钟后到', { replyTo: card.wire });
      await until('the answer waits in the outbox', () =>
        database.db.outboxMessage.findFirst({ where: { purpose: 'answer', state: 'pending' } }),
      );
      await redis.flush();
      await startWorkers();
      const answer = await heard(residents, `李工回复（${code}）：师傅二十分钟后到`);
      expect(answer.replyToId).toBe(server.idOf(report));
    });

    it('done by the staff, rated by the resident, closed', async () => {
      const { residents, staff, auntLi, engineer } = estate;
      engineer.say(staff, `办结 ${code} 换了角阀`);
      const question = await heard(residents, '换了角阀', '请问解决了吗');
      auntLi.press(question.wire, '5');
      await heard(residents, '谢谢您的 5 分');
      const closed = await heard(staff, code, '已关闭', '评分 5/5');
      expect(closed.id).toBe(card.id);
    });

    it('nothing is missing, and nothing was said twice', async () => {
      const { db } = database;
      await until('all is said', async () => (await db.outboxMessage.count({ where: { state: 'pending' } })) === 0);
      expect(await db.outboxMessage.count({ where: { state: 'failed' } })).toBe(0);
      expect(saidTwice(server)).toEqual([]);
      const { status, events } = await db.ticket.findFirstOrThrow({ include: { events: { orderBy: { id: 'asc' } } } });
      expect(status).toBe('closed');
      // A part of all closed tickets, drawn by chance, is asked after later.
      expect(events.map(({ type }) => type).filter((type) => type !== 'follow_up_planned')).toEqual([
        'opened',
        'assigned',
        'taken',
        'progressed',
        'done',
        'rated',
        'closed',
      ]);
    });

    it('both end in peace when they are asked to', async () => {
      expect(await Promise.all([bots.stop(), workers.stop()])).toEqual([0, 0]);
    });
  },
);
