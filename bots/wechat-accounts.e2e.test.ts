import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolPerson } from '../core/people/enrol.ts';
import { createTestDatabase } from '../core/testing/test-database.ts';
import type { TestDatabase } from '../core/testing/test-database.ts';
import { startBotApiServer } from './telegram/testing/bot-api-server.ts';
import type { BotApiServer } from './telegram/testing/bot-api-server.ts';
import type { BotMessage } from './telegram/testing/bot-message.ts';
import { codeIn, hearing } from './testing/hearing.ts';
import type { Heard } from './testing/hearing.ts';
import { startProgram } from './testing/program.ts';
import type { Program } from './testing/program.ts';
import { foundTelegramEstate } from './testing/telegram-estate.ts';
import type { TelegramEstate } from './testing/telegram-estate.ts';
import { fileIn, untilOnline, wechatEnv } from './testing/two-platforms.ts';
import { openTwoWechats } from './testing/two-wechats.ts';
import type { TwoWechats } from './testing/two-wechats.ts';
import { until } from '../core/testing/until.ts';
import { wechatHearing } from './testing/wechat-hearing.ts';
import { startGateway } from './wechat/testing/gateway.ts';
import type { Gateway } from './wechat/testing/gateway.ts';

const PATIENCE = { timeout: 60_000 };
const photo = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0x33, 0x44, 0xff, 0xd9]);
const residents = '10000000001@chatroom';
const manager = { id: 'wxid_manager', name: '老周' };
const auntLi = { id: 'wxid_aunt_li', name: '3-2-501 李阿姨' };
const chen = { id: 'wxid_chen', name: '小陈' };

/** A program that has this in its environment ends where it would load anything of wechaty. */
const withoutWechaty = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(
    `import { register } from 'node:module';
    register('data:text/javascript,' + encodeURIComponent(\`export const resolve = (name, context, next) => {
      if (/^(wechaty|file-box)/.test(name)) throw new Error('wechaty is loaded');
      return next(name, context);
    };\`));`,
  )}`,
};

describe('two accounts on WeChat in one group, each in a process of its own, and workers beside them', PATIENCE, () => {
  let database: TestDatabase;
  let telegram: BotApiServer;
  let heard: Heard;
  let estate: TelegramEstate;
  let wechats: TwoWechats;
  let folder: string;
  const gateways: Gateway[] = [];
  const programs: Program[] = [];
  let first: Program;
  let standby: Program;
  let card: BotMessage;
  let code = '';

  const env = (): Record<string, string> => ({
    DATABASE_URL: database.url,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    LOG_LEVEL: 'info',
  });
  const run = (args: readonly string[], more: Record<string, string>): Program => {
    const program = startProgram(args, { ...env(), ...more });
    programs.push(program);
    return program;
  };
  const speakFor = (account: string, gateway: Gateway): Program =>
    run(['bots', '--only', 'wechat'], {
      ...wechatEnv(gateway, gateway.endpoint),
      LINLI_WECHAT_ACCOUNT: account,
      LINLI_DATA: join(folder, account),
    });

  beforeAll(async () => {
    [database, telegram, folder, wechats] = await Promise.all([
      createTestDatabase(),
      startBotApiServer(),
      mkdtemp(join(tmpdir(), 'linli-accounts-')),
      openTwoWechats({ groupId: residents, topic: '3号楼居民群', people: [manager, auntLi, chen] }),
    ]);
    heard = hearing(telegram);
    gateways.push(...(await Promise.all([startGateway(wechats.first), startGateway(wechats.second)])));
    estate = await foundTelegramEstate(telegram, database.db);
    const { id: communityId } = await database.db.community.findFirstOrThrow({ where: { name: '桂园小区' } });
    const known = { communityId, channel: 'wechat', externalId: manager.id, name: manager.name, flat: null };
    await database.db.$transaction((tx) => enrolPerson(tx, { ...known, role: 'manager' }, new Date()));

    const workers = run(['workers'], withoutWechaty);
    await workers.says(/linli works/);
    const [one] = gateways;
    if (one) first = speakFor('desk-1', one);
    await run(['bots', '--only', 'telegram'], withoutWechaty).says(/Ctrl-C/);
    await wechats.first.untilRunning(1);
    await wechats.first.login();
    await untilOnline(database, 'desk-1');
  }, 90_000);
  afterAll(async () => {
    await Promise.all(programs.map((program) => program.kill()));
    await Promise.all(gateways.map((gateway) => gateway.stop()));
    await telegram?.close();
    await database?.drop();
    if (folder) await rm(folder, { recursive: true, force: true });
  }, 30_000);

  it('the account that was there first speaks for the group', async () => {
    await wechats.say({ from: manager.id, text: '/link residents 3' });
    await wechatHearing(wechats.first)(residents, '本群是居民群（3栋）');
    const [, other] = gateways;
    if (other) speakFor('desk-2', other);
    await wechats.second.untilRunning(1);
    await wechats.second.login();
    await untilOnline(database, 'desk-2');
    await until('both are known to be in the group', async () => (await database.db.wechatSeat.count()) === 2);
    expect((await database.db.wechatRoom.findFirstOrThrow()).holder).toBe('desk-1');
  });

  it('a report that both hear is one ticket with one receipt, and its photo reaches the staff elsewhere', async () => {
    const { db } = database;
    await wechats.say({ from: auntLi.id, text: '3栋2单元门禁坏了，刷卡没反应' });
    await wechats.say({ from: auntLi.id, file: { kind: 'photo', name: '门禁.jpg', bytes: photo } });
    const receipt = await wechatHearing(wechats.first)(residents, '收到您的报修');
    code = codeIn(receipt.text);
    card = await heard(estate.staff, code, '“3栋2单元门禁坏了，刷卡没反应”');
    const shown = await telegram.waitFor(
      ({ chatId, hasFile, text }) => chatId === estate.staff.id && hasFile && text.includes(code),
    );
    expect((await fileIn(telegram, shown)).equals(Buffer.from(photo))).toBe(true);
    expect(await db.ticket.count()).toBe(1);
    expect(await db.conversation.count({ where: { channel: 'wechat' } })).toBe(1);
    expect(wechats.said().filter((text) => text.includes('收到您的报修'))).toHaveLength(1);
    expect(wechats.second.said()).toEqual([]);
  });

  it('a second process for an account stands by, and takes over when the first is killed', async () => {
    const [gateway] = gateways;
    if (gateway) standby = speakFor('desk-1', gateway);
    await standby.says(/another process has the account/);
    await first.kill();
    const killedAt = new Date();
    await standby.says(/"msg":"logged in"/);
    await untilAlive('desk-1', killedAt);
    estate.engineer.press(card.wire, '接单');
    await wechatHearing(wechats.first)(residents, code, '李工已接单');
    await wechats.say({ from: auntLi.id, text: '进度' });
    await wechatHearing(wechats.first)(residents, '您有 1 件正在办理', code);
    expect(wechats.second.said()).toEqual([]);
  });

  it('gone with its process, its groups go to the other account, with what was said there meanwhile', async () => {
    const { db } = database;
    await standby.kill();
    await wechats.say({ from: chen.id, text: '3栋1单元电梯停了，按了没反应' });
    await wechats.say({ from: chen.id, text: '谢谢大家，我先走楼梯' });
    expect(await db.ticket.count()).toBe(1);
    // A minute and more has gone by, whatever the dead process wrote last.
    const then = new Date(Date.now() - 65_000);
    await until('the group has changed hands', async () => {
      await db.channelAccount.updateMany({ where: { account: 'desk-1' }, data: { aliveAt: then, stateAt: then } });
      return (await db.wechatRoom.findFirstOrThrow()).holder === 'desk-2';
    });
    const receipt = await wechatHearing(wechats.second)(residents, '收到您的报修', '电梯');
    const second = codeIn(receipt.text);
    await heard(estate.managers, '微信账号“小邻一号”不在线', '改由微信账号“小邻二号”收听和答复', '3号楼居民群');
    await heard(estate.staff, second, '“3栋1单元电梯停了，按了没反应”');
  });

  it('nothing is lost and nothing is said twice; the other account goes on with what the first began', async () => {
    const { db } = database;
    estate.engineer.say(estate.staff, '配件明天到', { replyTo: card.wire });
    await wechatHearing(wechats.second)(residents, `李工回复（${code}）：配件明天到`);
    await until('all is said', async () => (await db.outboxMessage.count({ where: { state: 'pending' } })) === 0);
    expect(await db.ticket.count()).toBe(2);
    expect(await db.conversation.count({ where: { channel: 'wechat' } })).toBe(1);
    const messages = await db.message.findMany({
      where: { conversation: { channel: 'wechat' }, person: { name: { in: [auntLi.name, chen.name] } } },
      orderBy: { sentAt: 'asc' },
      select: { text: true },
    });
    expect(messages.map(({ text }) => text)).toEqual([
      '3栋2单元门禁坏了，刷卡没反应',
      '',
      '进度',
      '3栋1单元电梯停了，按了没反应',
      '谢谢大家，我先走楼梯',
    ]);
    const said = wechats.said();
    expect(said.filter((text, index) => said.indexOf(text) !== index)).toEqual([]);
  });

  it('the first account comes back and stands by for the other now', async () => {
    const { db } = database;
    const since = new Date();
    const [gateway] = gateways;
    if (gateway) speakFor('desk-1', gateway);
    await untilAlive('desk-1', since);
    const before = wechats.first.said().length;
    await wechats.say({ from: auntLi.id, text: '进度' });
    await wechatHearing(wechats.second)(residents, '您有 1 件正在办理', code);
    expect(wechats.first.said()).toHaveLength(before);
    expect((await db.wechatRoom.findFirstOrThrow()).holder).toBe('desk-2');
  });

  async function untilAlive(account: string, since: Date): Promise<void> {
    await until(`${account} is alive`, async () =>
      database.db.channelAccount.findFirst({ where: { account, state: 'online', aliveAt: { gt: since } } }),
    );
  }
});
