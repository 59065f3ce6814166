import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { pino } from 'pino';
import type { Harness } from '../../../core/channel/testing/driver.ts';
import { createTelegramBot } from '../bot.ts';
import type { TelegramBot, TelegramBotOptions } from '../bot.ts';
import { createTelegramChannel } from '../channel.ts';
import type { TelegramChannel } from '../channel.ts';
import { startBotApiServer } from './bot-api-server.ts';
import type { BotApiServer } from './bot-api-server.ts';
import { createTelegramDriver } from './platform-driver.ts';

export const silent = pino({ level: 'silent' });

/** Telegram on loopback with a channel of ours, and bots that do not dawdle after a fault. */
export interface TelegramHarness extends Harness {
  server: BotApiServer;
  channel: TelegramChannel;
  /** Where bots are called at, when they are. */
  publicUrl: string;
  bot: (options?: Partial<TelegramBotOptions>) => Promise<TelegramBot>;
}

export const quickPauses = { firstMs: 2, maxMs: 10, loggedOutMs: 10 };
export const secretToken = 'secret-of-the-test';

export async function startTelegramHarness(way: 'polling' | 'webhook'): Promise<TelegramHarness> {
  const server = await startBotApiServer();
  const { token, apiRoot } = server;
  const channel = await createTelegramChannel({ token, apiRoot, log: silent });
  let current: TelegramBot | null = null;
  const http = await listening((request, response) => {
    if (current?.webhook && request.url === current.webhook.path) void current.webhook.handle(request, response);
    else response.writeHead(404).end();
  });
  const publicUrl = urlOf(http);
  return {
    server,
    channel,
    publicUrl,
    driver: createTelegramDriver(server),
    bot: async (options = {}) => {
      const webhook = way === 'webhook' ? { publicUrl, path: '/telegram/4711', secretToken } : undefined;
      current = createTelegramBot({ channel, token, apiRoot, webhook, log: silent, pauses: quickPauses, ...options });
      return current;
    },
    close: async () => {
      await server.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

async function listening(listener: RequestListener): Promise<Server> {
  const http = createServer(listener);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return http;
}

function urlOf(http: Server): string {
  const address = http.address();
  if (typeof address !== 'object' || !address) throw new Error('the server does not listen');
  return `http://127.0.0.1:${address.port}`;
}
