import type { Logger } from 'pino';
import type { Clock } from '../core/clock.ts';
import type { Config } from '../core/config.ts';
import type { Desk } from '../core/desk/desk.ts';
import type { BotName } from '../core/only.ts';
import type { OpenDatabase } from '../prisma/open-database.ts';
import { addMachines } from './machines/route.ts';
import { startBots } from './start-bots.ts';
import { createTelegramBot } from './telegram/bot.ts';
import type { TelegramBot } from './telegram/bot.ts';
import type { TelegramChannel } from './telegram/channel.ts';
import { addWebhookRoute } from './telegram/webhook-route.ts';
import { webhookSecret } from './telegram/webhook-secret.ts';
import { openDemoEstate } from './web/demo-estate.ts';
import { addHealth } from './web/http/health-route.ts';
import { createWebChannel } from './web/web-channel.ts';
import { createWebRooms } from './web/web-rooms.ts';

export interface RoomsParts {
  config: Config;
  store: OpenDatabase;
  telegram: TelegramChannel | null;
  desk: Desk;
  only: ReadonlySet<BotName>;
  clock: Clock;
  log: Logger;
}

/** Runs the rooms, health and, behind the same address or by polling, Telegram. Resolves once all of them listen. */
export async function runRooms(parts: RoomsParts): Promise<{ address: string; stop(): Promise<void> }> {
  const { config, store, telegram, desk, only, clock, log } = parts;
  const account = createWebChannel({ db: store.db, clock, log });
  const { locale, timeZone, http, password } = config;
  const people = await openDemoEstate({ db: store.db, clock, account, locale, timeZone });
  const rooms = createWebRooms({ db: store.db, connectionString: store.url, http, password, log, clock, people });
  addHealth(rooms.server, store.db, { hasModel: config.languageModel !== null });
  addMachines(rooms.server, desk.machines, log);
  const telegramSide = telegram && only.has('telegram') ? telegramBot(telegram, config, log) : null;
  if (telegramSide?.webhook) addWebhookRoute(rooms.server, telegramSide.webhook);
  const bots = [rooms.bot, ...(telegramSide ? [telegramSide] : [])];
  const address = await rooms.listen();
  await startBots(bots, { config, desk, log });
  const stop = async (): Promise<void> => {
    await Promise.all([...bots.map((bot) => bot.stop()), rooms.close()]);
  };
  return { address, stop };
}

function telegramBot(channel: TelegramChannel, config: Config, log: Logger): TelegramBot {
  const { token = '', apiRoot } = config.telegram ?? {};
  const webhook =
    config.publicUrl === null
      ? undefined
      : { publicUrl: config.publicUrl, path: '/telegram', secretToken: webhookSecret(token) };
  return createTelegramBot({ channel, token, apiRoot, webhook, log });
}
