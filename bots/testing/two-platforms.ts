import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDatabase } from '../../core/testing/test-database.ts';
import { createTestDatabase } from '../../core/testing/test-database.ts';
import { startBotApiServer } from '../telegram/testing/bot-api-server.ts';
import type { BotApiServer } from '../telegram/testing/bot-api-server.ts';
import type { BotMessage } from '../telegram/testing/bot-message.ts';
import { startGateway } from '../wechat/testing/gateway.ts';
import type { Gateway } from '../wechat/testing/gateway.ts';
import type { WechatWorld } from '../wechat/testing/wechat-world.ts';
import { hearing } from './hearing.ts';
import type { Heard } from './hearing.ts';
import { roomsOf, startProgram } from './program.ts';
import type { Program } from './program.ts';
import { until } from '../../core/testing/until.ts';
import { wechatHearing } from './wechat-hearing.ts';
import type { HeardInWechat } from './wechat-hearing.ts';

/** The program in a process of its own, with Telegram and a gateway to WeChat on loopback. */
export interface TwoPlatforms {
  database: TestDatabase;
  telegram: BotApiServer;
  gateway: Gateway;
  world: WechatWorld;
  program: Program;
  /** Where the rooms are. */
  rooms: string;
  heard: Heard;
  heardInWechat: HeardInWechat;
  close(): Promise<void>;
}

/** What a program that speaks through the gateway has in its environment, with more than it needs to say for a quota. */
export const wechatEnv = ({ token }: { token: string }, endpoint: string): Record<string, string> => ({
  WECHATY_PUPPET: 'service',
  WECHATY_PUPPET_SERVICE_TOKEN: token,
  WECHATY_PUPPET_SERVICE_ENDPOINT: endpoint,
  LINLI_WECHAT_GROUP_QUOTA: '1000/min',
  LINLI_WECHAT_ACCOUNT_QUOTA: '1000/min',
});

/**
 * Opens everything and starts the program, which logs all it can. The account on WeChat is not logged in.
 *
 * @param env what the program is started with besides
 */
export async function openTwoPlatforms(env: Record<string, string> = {}): Promise<TwoPlatforms> {
  const [database, telegram, gateway, folder] = await Promise.all([
    createTestDatabase(),
    startBotApiServer(),
    startGateway(),
    mkdtemp(join(tmpdir(), 'linli-two-platforms-')),
  ]);
  const program = startProgram(['start'], {
    DATABASE_URL: database.url,
    LINLI_DATA: folder,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    LOG_LEVEL: 'trace',
    ...wechatEnv(gateway, gateway.endpoint),
    ...env,
  });
  const rooms = await roomsOf(program);
  return {
    database,
    telegram,
    gateway,
    world: gateway.world,
    program,
    rooms,
    heard: hearing(telegram),
    heardInWechat: wechatHearing(gateway.world),
    async close() {
      await program.kill();
      await Promise.all([telegram.close(), gateway.stop()]);
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Shows a code and scans it; resolves when the account is on record as online. */
export async function logIn({ world, database }: Pick<TwoPlatforms, 'world' | 'database'>): Promise<void> {
  await world.untilRunning(1);
  await world.login();
  await untilOnline(database, 'wechat');
}

export async function untilOnline({ db }: TestDatabase, account: string): Promise<void> {
  await until(`${account} is online`, async () =>
    db.channelAccount.findFirst({ where: { channel: 'wechat', account, state: 'online', stateAt: { not: null } } }),
  );
}

/** The bytes of the photo or file in a message, as somebody sees them who opens it. @throws when there are none */
export async function fileIn(server: BotApiServer, { wire }: BotMessage): Promise<Buffer> {
  const id = wire.photo?.at(-1)?.file_id ?? wire.document?.file_id;
  if (id === undefined) throw new Error('there is no file in the message');
  const response = await fetch(`${server.apiRoot}/file/bot${server.token}/documents/${id}`);
  if (!response.ok) throw new Error(`the file is not there: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}
