import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../core/database.ts';
import { createTestDatabase } from '../core/testing/test-database.ts';
import type { TestDatabase } from '../core/testing/test-database.ts';
import { startBotApiServer } from './telegram/testing/bot-api-server.ts';
import type { BotApiServer } from './telegram/testing/bot-api-server.ts';
import type { BotMessage } from './telegram/testing/bot-message.ts';
import type { TestGroup } from './telegram/testing/group.ts';
import type { TestUser } from './telegram/testing/people.ts';
import type { WireMessage } from './telegram/testing/wire.ts';
import { codeIn, hearing, saidTwice } from './testing/hearing.ts';
import type { Heard } from './testing/hearing.ts';
import { roomsOf, startProgram } from './testing/program.ts';
import type { Program } from './testing/program.ts';
import { foundTelegramEstate } from './testing/telegram-estate.ts';
import type { TelegramEstate } from './testing/telegram-estate.ts';
import { until } from '../core/testing/until.ts';

const PATIENCE = { timeout: 60_000 };
const photo = new Uint8Array([0xff, 0xd8, 0xff, 0xd9]);

/** The program in a process of its own, and Telegram on loopback. */
interface House {
  database: TestDatabase;
  server: BotApiServer;
  heard: Heard;
  program: Program;
  /** Of the program's own server. */
  address: string;
  close(): Promise<void>;
}

/** @param options.before what is there before the first start; `publicUrl` makes it a webhook */
async function openHouse(
  options: { before?: (server: BotApiServer, db: Database) => Promise<void>; publicUrl?: string } = {},
): Promise<House> {
  const { before, publicUrl = '' } = options;
  const [database, server] = await Promise.all([createTestDatabase(), startBotApiServer()]);
  await before?.(server, database.db);
  const program = startProgram(['start'], {
    DATABASE_URL: database.url,
    TELEGRAM_BOT_TOKEN: server.token,
    TELEGRAM_API_ROOT: server.apiRoot,
    LINLI_PUBLIC_URL: publicUrl,
  });
  const address = await roomsOf(program);
  server.reach = (url) => url.replace(publicUrl, address.replace(/\/$/, ''));
  return {
    database,
    server,
    heard: hearing(server),
    program,
    address,
    async close() {
      await program.kill();
      await server.close();
      await database.drop();
    },
  };
}

describe('in Telegram, by long polling, from the first start on', PATIENCE, () => {
  let house: House;
  let staff: TestGroup;
  let residents: TestGroup;
  let manager: TestUser;
  let engineer: TestUser;
  let auntLi: TestUser;
  let report: WireMessage;
  let card: BotMessage;
  let question: BotMessage;
  let code: string;
  beforeAll(async () => {
    house = await openHouse();
    const { server } = house;
    staff = server.group({ title: '桂园小区客服群', botIsIn: false });
    residents = server.group({ title: '3、4号楼居民群', botIsIn: false });
    manager = server.user({ name: '周经理' });
    engineer = server.user({ name: '李工' });
    auntLi = server.user({ name: '李阿姨' });
    staff.join(manager, engineer);
    residents.join(manager, auntLi);
  }, 60_000);
  afterAll(() => house?.close(), 30_000);

  it('the code that the terminal showed makes its sender the first manager, and the group the staff’s', async () => {
    const { heard, program, database } = house;
    const [, ownerCode = ''] = await program.says(/send once: \/setup (\w+)/);
    staff.addBot(manager);
    await heard(staff, '不是真人', '还没有关联小区');
    manager.say(staff, `/setup ${ownerCode}`);
    await heard(staff, '您是桂园小区的第一位经理，本群是客服群');
    await heard(staff, '我是桂园小区的登记机器人，不是真人');
    const account = await database.db.channelAccount.findFirstOrThrow({ where: { channel: 'telegram' } });
    expect(account.ownerCodeUsedAt).not.toBeNull();
  });

  it('a manager says what the other group is for, and who mends things', async () => {
    const { heard, database } = house;
    residents.addBot(manager);
    await heard(residents, '还没有关联小区');
    manager.say(residents, '/link residents 3,4');
    await heard(residents, '本群是居民群（3、4栋）');
    await heard(residents, '在群里照常说话就行');
    expect(await database.db.deadline.count({ where: { kind: 'leave_unlinked', settledAt: null } })).toBe(0);
    const hello = engineer.say(staff, '大家早上好');
    manager.say(staff, '角色 维修', { replyTo: hello });
    await heard(staff, '李工现在是维修');
  });

  it('a report that Telegram delivers twice is answered with one receipt, and becomes a card in the words in which it was written', async () => {
    const { heard, server } = house;
    report = auntLi.say(residents, '3栋2单元门禁_*[坏了]，刷卡没反应');
    server.redeliver();
    const receipt = await heard(residents, '收到您的报修', '3栋2单元', '李工负责');
    code = codeIn(receipt.text);
    expect(receipt.replyToId).toBe(server.idOf(report));
    card = await heard(staff, code, '“3栋2单元门禁_*[坏了]，刷卡没反应”');
    expect(card.buttons.flat()).toEqual(['接单', '承诺', '转交', '办结', '误报']);
  });

  it('a photo without a word joins it; delivered twice, it is shown once', async () => {
    const { heard, server, database } = house;
    auntLi.say(residents, '', { photo });
    server.redeliver();
    const shown = await heard(staff, `${code} 李阿姨补充`);
    expect(shown.hasFile).toBe(true);
    await heard(staff, code, '照片 1 张');
    expect(await database.db.ticket.count()).toBe(1);
  });

  it('a message that is edited corrects the ticket', async () => {
    const { heard } = house;
    auntLi.edit(report, '3栋1单元门禁_*[坏了]，刷卡没反应');
    const changed = await heard(staff, code, '3栋1单元', '待接单');
    expect(changed.id).toBe(card.id);
  });

  it('a reply to the card reaches the resident as a reply to what they said', async () => {
    const { heard, server } = house;
    engineer.say(staff, '师傅_*[在路上]了', { replyTo: card.wire });
    const answer = await heard(residents, `李工回复（${code}）：师傅_*[在路上]了`);
    expect(answer.replyToId).toBe(server.idOf(report));
  });

  it('done by a button, rated by a button, closed', async () => {
    const { heard, server } = house;
    engineer.press(card.wire, '办结');
    question = await heard(residents, `${code}：李工已经处理好了`, '请问解决了吗');
    expect(question.buttons).toEqual([['1', '2', '3', '4', '5'], ['未解决']]);
    auntLi.press(question.wire, '4');
    await heard(residents, `谢谢您的 4 分（${code}）`);
    const closed = await heard(staff, code, '已关闭', '评分 4/5');
    expect(closed.id).toBe(card.id);
    expect(server.openPresses).toBe(0);
  });

  it('a reply to a closed ticket reopens nothing behind the staff’s back: they see it and choose', async () => {
    const { heard, database } = house;
    auntLi.say(residents, '师傅走了以后又刷不开了', { replyTo: question.wire });
    const asked = await heard(staff, `李阿姨在已结束的 ${code} 下又说`, '师傅走了以后又刷不开了');
    expect(asked.buttons).toEqual([['重开', '不用']]);
    expect(await database.db.ticket.findFirstOrThrow()).toMatchObject({ code, status: 'closed' });
  });

  it('nothing was said twice, and nothing is left to say', async () => {
    const { server, database } = house;
    const { db } = database;
    await until('all is said', async () => (await db.outboxMessage.count({ where: { state: 'pending' } })) === 0);
    expect(await db.outboxMessage.count({ where: { state: 'failed' } })).toBe(0);
    expect(saidTwice(server)).toEqual([]);
  });
});

describe('in Telegram, behind a webhook', PATIENCE, () => {
  let house: House;
  let estate: TelegramEstate;
  let code: string;
  let card: BotMessage;
  beforeAll(async () => {
    const publicUrl = 'https://desk.example.org';
    const before = async (server: BotApiServer, db: Database): Promise<void> => {
      estate = await foundTelegramEstate(server, db);
    };
    house = await openHouse({ before, publicUrl });
  }, 60_000);
  afterAll(() => house?.close(), 30_000);

  it.each([
    { told: 'no secret', headers: {} },
    { told: 'a wrong secret', headers: { 'x-telegram-bot-api-secret-token': 'x'.repeat(64) } },
  ])('a call with $told is turned away, and nothing of it is stored', async ({ headers }) => {
    const { server, address, database } = house;
    expect(server.webhook?.url).toBe('https://desk.example.org/telegram');
    const forged = {
      update_id: 1,
      message: {
        message_id: 3,
        date: Math.floor(Date.now() / 1_000),
        chat: { id: estate.residents.id, type: 'group', title: '3号楼居民群' },
        from: { id: estate.auntLi.id, is_bot: false, first_name: '李阿姨' },
        text: '3栋电梯坏了',
      },
    };
    const body = JSON.stringify(forged);
    const call = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
    expect((await fetch(new URL('/telegram', address), call)).status).toBe(403);
    expect(await database.db.inboundEvent.count({ where: { conversation: { channel: 'telegram' } } })).toBe(0);
  });

  it('an album with a caption is one matter, and the card shows its photos', async () => {
    const { heard, server, database } = house;
    const { residents, staff, auntLi } = estate;
    const [first] = auntLi.sayAlbum(residents, [photo, photo], '3栋2单元厨房漏水，顶上一直在滴');
    const receipt = await heard(residents, '收到您的报修', '李工负责');
    expect(receipt.replyToId).toBe(first && server.idOf(first));
    code = codeIn(receipt.text);
    card = await heard(staff, code, '照片 2 张');
    expect(await database.db.ticket.count()).toBe(1);
  });

  it('taken, answered, done and rated; the same press twice is one press', async () => {
    const { heard, server, database } = house;
    const { residents, staff, auntLi, engineer } = estate;
    engineer.press(card.wire, '接单');
    server.redeliver();
    await heard(residents, `${code}：李工已接单`);
    engineer.say(staff, '先关了总阀，马上到', { replyTo: card.wire });
    await heard(residents, `李工回复（${code}）：先关了总阀，马上到`);
    engineer.say(staff, `办结 ${code} 换了水管`);
    const question = await heard(residents, `李工（${code}）：换了水管`);
    auntLi.press(question.wire, '5');
    await heard(residents, `谢谢您的 5 分（${code}）`);
    const events = await database.db.ticketEvent.findMany({ where: { ticket: { code } }, orderBy: { id: 'asc' } });
    // A part of all closed tickets, drawn by chance, is asked after later.
    const besides = new Set(['message_added', 'follow_up_planned']);
    expect(events.map(({ type }) => type).filter((type) => !besides.has(type))).toEqual([
      'opened',
      'assigned',
      'taken',
      'progressed',
      'done',
      'rated',
      'closed',
    ]);
  });

  it('two persons with one name have each their own matter', async () => {
    const { heard, server, database } = house;
    const { residents, auntLi } = estate;
    const namesake = server.user({ name: '李阿姨' });
    residents.join(namesake);
    const mine = auntLi.say(residents, '3栋2单元楼道灯不亮了');
    const hers = namesake.say(residents, '小区大门道闸坏了，车进不来');
    const receipts = await Promise.all(
      [mine, hers].map((said) => server.waitFor(({ replyToId }) => replyToId === server.idOf(said))),
    );
    const [myCode = '', herCode = ''] = receipts.map(({ text }) => codeIn(text));
    const tickets = await database.db.ticket.findMany({
      where: { code: { in: [myCode, herCode] } },
      include: { requester: true },
    });
    expect(tickets.map(({ requester }) => requester?.name)).toEqual(['李阿姨', '李阿姨']);
    expect(new Set(tickets.map(({ requesterId }) => requesterId)).size).toBe(2);
    namesake.say(residents, '进度');
    const own = await heard(residents, '您有 1 件正在办理');
    expect(own.text).toContain(herCode);
    expect(own.text).not.toContain(myCode);
  });

  it('one person in two groups is one person, and is answered where they asked', async () => {
    const { heard, server, database } = house;
    const { residents, five, chen } = estate;
    const asked = chen.say(five, '5栋1单元垃圾没人收，臭死了');
    const receipt = await heard(five, '收到您的');
    expect(receipt.replyToId).toBe(server.idOf(asked));
    const status = chen.say(residents, '进度');
    const own = await server.waitFor(({ replyToId }) => replyToId === server.idOf(status));
    expect(own.text).toContain(codeIn(receipt.text));
    expect(await database.db.identity.count({ where: { externalId: String(chen.id) } })).toBe(1);
  });
});

describe('what Telegram does to a bot', PATIENCE, () => {
  let house: House;
  let estate: TelegramEstate;
  let strangers: TestGroup;
  let code: string;
  let card: BotMessage;
  beforeAll(async () => {
    const before = async (server: BotApiServer, db: Database): Promise<void> => {
      estate = await foundTelegramEstate(server, db);
    };
    house = await openHouse({ before });
  }, 60_000);
  afterAll(() => house?.close(), 30_000);

  it('a group that nobody linked is told so, and has a day', async () => {
    const { server, heard, database } = house;
    const stranger = server.user({ name: '路人' });
    strangers = server.group({ title: '广场舞群', botIsIn: false });
    strangers.join(stranger);
    strangers.addBot(stranger);
    await heard(strangers, '一天内没有关联，我会自己退群');
    const { id, dueAt, createdAt } = await database.db.deadline.findFirstOrThrow({
      where: { kind: 'leave_unlinked', conversation: { externalId: String(strangers.id) } },
    });
    expect(Math.round((dueAt.getTime() - createdAt.getTime()) / 60_000)).toBe(24 * 60);
    stranger.say(strangers, '3栋电梯坏了');
    // The day is over; the last case of this file sees what comes of it.
    await database.db.deadline.update({ where: { id }, data: { dueAt: new Date() } });
  });

  it('429: what was refused keeps its place, waits as long as Telegram says, and is said once', async () => {
    const { server, heard } = house;
    const { residents, staff, auntLi, engineer } = estate;
    auntLi.say(residents, '3栋2单元电梯又停了');
    code = codeIn((await heard(residents, '收到您的报修')).text);
    card = await heard(staff, code);
    server.fail({ kind: 'too_many', retryAfterSeconds: 2 }, { method: /^sendMessage$/ });
    engineer.say(staff, '维保单位十分钟后到', { replyTo: card.wire });
    engineer.say(staff, '请先走2单元另一部电梯', { replyTo: card.wire });
    await heard(residents, '请先走2单元另一部电梯');
    const tries = server.calls.filter(
      ({ method, fields }) => method === 'sendMessage' && /李工回复/.test(String(fields['text'])),
    );
    const [refused, first, second] = tries.map(({ fields, at }) => ({ text: String(fields['text']), at }));
    expect(tries).toHaveLength(3);
    expect(refused?.text).toContain('维保单位十分钟后到');
    expect(first?.text).toBe(refused?.text);
    expect(second?.text).toContain('请先走2单元另一部电梯');
    expect((first?.at.getTime() ?? 0) - (refused?.at.getTime() ?? 0)).toBeGreaterThanOrEqual(2_000);
  });

  it('a group that becomes a supergroup goes on under its new id, with what was under way', async () => {
    const { server, heard, database } = house;
    const { residents, staff, auntLi, engineer } = estate;
    const before = await estate.conversationOf(residents);
    const oldId = residents.id;
    residents.upgrade();
    engineer.say(staff, '电梯已恢复运行', { replyTo: card.wire });
    const answer = await heard(residents, `李工回复（${code}）：电梯已恢复运行`);
    expect(answer.chatId).not.toBe(oldId);
    const asked = auntLi.say(residents, '进度');
    const own = await server.waitFor(({ replyToId }) => replyToId === server.idOf(asked));
    expect(own.text).toContain(code);
    expect(await estate.conversationOf(residents)).toBe(before);
    expect(await database.db.conversation.count({ where: { externalId: String(oldId) } })).toBe(0);
  });

  it('thrown out of a group: the staff are told, and see on the ticket what did not arrive', async () => {
    const { heard, database } = house;
    const { five, staff, chen, engineer } = estate;
    chen.say(five, '5栋1单元垃圾没人收，臭死了');
    const lost = codeIn((await heard(five, '收到您的')).text);
    const cardOfLost = await heard(staff, lost);
    five.removeBot(chen);
    await heard(staff, '机器人被移出了“5号楼居民群”');
    engineer.say(staff, '保洁马上来收', { replyTo: cardOfLost.wire });
    await heard(staff, `${lost} 有一条消息没能送到`, '请换个方式联系对方');
    engineer.say(staff, `详情 ${lost}`);
    await heard(staff, `${lost} `, '李工答复：保洁马上来收', '消息没能送到');
    expect(await database.db.ticketEvent.count({ where: { type: 'delivery_failed', ticket: { code: lost } } })).toBe(1);
  });

  it('a group that nobody linked within a day is left, and told why', async () => {
    const { server, heard, database } = house;
    await heard(strangers, '我先退群了');
    await server.waitForCall(({ method, fields }) => method === 'leaveChat' && fields['chat_id'] === strangers.id);
    await until('the group is on record as left', () =>
      database.db.conversation.findFirst({ where: { externalId: String(strangers.id), state: 'left' } }),
    );
    expect(await database.db.message.count({ where: { text: '3栋电梯坏了' } })).toBe(0);
  });
});
