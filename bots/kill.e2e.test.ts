import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../core/testing/test-database.ts';
import type { TestDatabase } from '../core/testing/test-database.ts';
import { startBotApiServer } from './telegram/testing/bot-api-server.ts';
import type { BotApiServer, BotCall } from './telegram/testing/bot-api-server.ts';
import { hearing } from './testing/hearing.ts';
import type { Heard } from './testing/hearing.ts';
import { roomsOf, startProgram } from './testing/program.ts';
import type { Program } from './testing/program.ts';
import { foundTelegramEstate } from './testing/telegram-estate.ts';
import type { TelegramEstate } from './testing/telegram-estate.ts';
import { until } from '../core/testing/until.ts';

let database: TestDatabase;
let server: BotApiServer;
let estate: TelegramEstate;
let program: Program;
let heard: Heard;
/** A transaction of the test, which holds what the program needs to go on. */
let holder: Client;

const start = async (): Promise<void> => {
  const { token, apiRoot } = server;
  const env = { DATABASE_URL: database.url, TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot };
  program = startProgram(['start'], env);
  await roomsOf(program);
};

beforeAll(async () => {
  [database, server] = await Promise.all([createTestDatabase(), startBotApiServer()]);
  heard = hearing(server);
  estate = await foundTelegramEstate(server, database.db);
  holder = new Client({ connectionString: database.url });
  await holder.connect();
  await start();
}, 60_000);
afterAll(async () => {
  await program?.kill();
  await holder?.end();
  await server?.close();
  await database?.drop();
}, 30_000);

/** Runs `work` while the test holds something, and lets go of it afterwards. */
async function holding(query: string, values: string[], work: () => Promise<void>): Promise<void> {
  await holder.query('BEGIN');
  try {
    await holder.query(query, values);
    await work();
  } finally {
    await holder.query('ROLLBACK');
  }
}

const somebodyWaits = async (): Promise<boolean> => {
  const { rows } = await holder.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows.length > 0;
};

/** As a platform that holds an update for delivered, although nobody acknowledged it. */
async function telegramForgets(): Promise<void> {
  const offset = (server.lastUpdate?.update_id ?? 0) + 1;
  await fetch(`${server.apiRoot}/bot${server.token}/getUpdates?offset=${offset}&timeout=0`);
}

/** Every message that people saw appear, whatever became of it later: chat and text, oldest first. */
const sendings = (): string[] =>
  server.calls
    .filter((call: BotCall) => call.method === 'sendMessage')
    .map(({ fields }) => `${String(fields['chat_id'])} ${String(fields['text'])}`);
const repeated = (): string[] => sendings().filter((one, index, all) => all.indexOf(one) !== index);
const nothingWaits = () =>
  until('all that was decided to be said is settled', async () => {
    const [words, events] = await Promise.all([
      database.db.outboxMessage.count({ where: { state: 'pending' } }),
      database.db.inboundEvent.count({ where: { handledAt: null } }),
    ]);
    return words + events === 0;
  });

describe('linli is killed', { timeout: 60_000 }, () => {
  let inTheAir: string;

  it('between recording and understanding: after the restart the matter is on record, once, and told of once', async () => {
    const { residents, staff, auntLi } = estate;
    const conversationId = await estate.conversationOf(residents);
    const held = `SELECT pg_advisory_xact_lock(hashtextextended('inbound:' || $1, 0))`;
    await holding(held, [conversationId], async () => {
      auntLi.say(residents, '3栋2单元电梯又停了，谁来看看');
      await until('the message is recorded', () => database.db.inboundEvent.findFirst({ where: { conversationId } }));
      await until('the understanding is held back', somebodyWaits);
      await program.kill();
    });
    expect(await database.db.inboundEvent.count({ where: { conversationId, handledAt: null } })).toBe(1);
    expect(await database.db.message.count()).toBe(0);
    expect(sendings()).toEqual([]);

    await telegramForgets();
    await start();
    await heard(residents, '收到您的报修');
    await heard(staff, '电梯又停了');
    await nothingWaits();
    expect(await database.db.ticket.count()).toBe(1);
    expect(sendings()).toHaveLength(2);
  });

  it('between outbox and sending: what waited is said once, and only what was in the air is said again', async () => {
    const { residents, staff, auntLi } = estate;
    const staffId = await estate.conversationOf(staff);
    server.fail({ kind: 'hang', afterwards: true }, { method: /sendMessage/ });
    await holding('SELECT pg_advisory_xact_lock(hashtextextended($1, 7501))', [staffId], async () => {
      const report = auntLi.say(residents, '小区大门的道闸坏了，车进不来');
      inTheAir = (await server.waitFor(({ replyToId }) => replyToId === server.idOf(report))).text;
      await until('the card waits in the outbox', () =>
        database.db.outboxMessage.findFirst({ where: { conversationId: staffId, state: 'pending', purpose: 'card' } }),
      );
      await program.kill();
    });
    expect(server.said(staff).filter(({ text }) => text.includes('道闸'))).toEqual([]);

    await start();
    await heard(staff, '道闸坏了');
    await nothingWaits();
    expect(await database.db.ticket.count()).toBe(2);
    expect(server.said(staff).filter(({ text }) => text.includes('道闸'))).toHaveLength(1);
    expect(repeated()).toEqual([`${residents.id} ${inTheAir}`]);
  });

  it('in the middle of a reminder: the person in charge is reminded after the restart, once', async () => {
    const { staff } = estate;
    const { db } = database;
    const staffId = await estate.conversationOf(staff);
    const { id } = await db.deadline.findFirstOrThrow({
      where: { kind: 'remind', settledAt: null, ticket: { summary: { contains: '电梯' } } },
      orderBy: { dueAt: 'asc' },
    });
    await program.stop();
    await db.deadline.update({ where: { id }, data: { dueAt: new Date(), rungAt: null } });
    // The same word, not yet committed: the program must wait for it with its own reminder half done.
    const held = `INSERT INTO "OutboxMessage" (id, "conversationId", purpose, priority, content, "dedupeKey")
      VALUES (gen_random_uuid(), $1::uuid, 'reminder', 40, '{}', $2)`;
    await holding(held, [staffId, `remind:${id}:${staffId}`], async () => {
      await start();
      await until('the reminder is held back', somebodyWaits);
      await program.kill();
    });
    expect(await db.ticketEvent.count({ where: { type: 'reminded' } })).toBe(0);

    await start();
    await heard(staff, '到时限（P5d），请给居民一个答复');
    const settled = await until('the deadline is settled', () =>
      db.deadline.findFirst({ where: { id, settledAt: { not: null } } }),
    );
    await nothingWaits();
    expect(settled.outcome).toBe('done');
    expect(await db.ticketEvent.count({ where: { type: 'reminded' } })).toBe(1);
    expect(repeated()).toEqual([`${estate.residents.id} ${inTheAir}`]);
  });

  it('and never leaves a message, a ticket or a word behind that nobody heard of', async () => {
    expect(await database.db.message.count()).toBe(2);
    expect(await database.db.outboxMessage.count({ where: { state: { not: 'sent' } } })).toBe(0);
    expect(await program.stop()).toBe(0);
  });
});
