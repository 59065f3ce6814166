import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Bot, Inbox } from '../../core/channel/channel.ts';
import { systemClock } from '../../core/clock.ts';
import type { Clock } from '../../core/clock.ts';
import { createApi } from './api.ts';
import type { TelegramChannel } from './channel.ts';
import { defaultPauses } from './pauses.ts';
import type { Pauses } from './pauses.ts';
import { Polling } from './polling.ts';
import { createTake } from './take.ts';
import { WebhookReceiver } from './webhook.ts';
import type { TelegramWebhook } from './webhook.ts';
import { WebhookRegistration } from './webhook-registration.ts';

export interface TelegramBotOptions {
  channel: TelegramChannel;
  token: string;
  apiRoot?: string | undefined;
  /** Be called at `publicUrl` + `path` instead of asking. `secretToken`: 1–256 letters, digits, `_`, `-`. */
  webhook?: { publicUrl: string; path: string; secretToken: string } | undefined;
  log: Logger;
  clock?: Clock;
  fetchTimeoutMs?: number | undefined;
  pauses?: Pauses;
}

export interface TelegramBot extends Bot {
  /** Set when the bot is called instead of asking. */
  readonly webhook: TelegramWebhook | null;
}

/** What is under way gets this long to end: stopping takes two seconds at the most. */
const GRACE_MS = 1_500;

/**
 * The listening half. `start` resolves at once when Telegram is away: it is tried again, with growing pauses, until the
 * bot is stopped. Only one process may poll for an account; behind a webhook there may be any number with the same
 * secret. A bot is started and stopped once.
 */
export function createTelegramBot(options: TelegramBotOptions): TelegramBot {
  const { channel, webhook, clock = systemClock, pauses = defaultPauses } = options;
  const log = options.log.child({ channel: channel.name, account: channel.account });
  const api = createApi(options);
  const takeInto = (inbox: Inbox) => createTake({ self: channel.self, inbox, api, clock, log });
  if (!webhook) return { channel, webhook: null, ...pollingHalf() };
  return webhookBot(webhook);

  function pollingHalf(): Pick<Bot, 'start' | 'stop'> {
    let polling: Polling | null = null;
    return {
      start: (inbox) => {
        polling = new Polling({ api, take: takeInto(inbox), pauses, log });
        polling.start();
        return Promise.resolve();
      },
      stop: once(() => withinGrace(polling?.stop())),
    };
  }

  function webhookBot({ publicUrl, path, secretToken }: NonNullable<TelegramBotOptions['webhook']>): TelegramBot {
    const receiver = new WebhookReceiver(secretToken, log);
    const registration = new WebhookRegistration({ api, url: joinUrl(publicUrl, path), secretToken, pauses, log });
    return {
      channel,
      webhook: { path, handle: (request, response) => receiver.handle(request, response) },
      start: async (inbox) => {
        receiver.open(takeInto(inbox));
        await registration.start();
      },
      // The webhook stays set: other processes may stand behind the same address, and Telegram keeps what it cannot
      // deliver.
      stop: once(async () => {
        await withinGrace(Promise.all([registration.stop(), receiver.close()]));
        receiver.abandon();
      }),
    };
  }
}

function once(end: () => Promise<void>): () => Promise<void> {
  let ending: Promise<void> | null = null;
  return () => (ending ??= end());
}

async function withinGrace(ending: Promise<unknown> | undefined): Promise<void> {
  const giveUp = new AbortController();
  const graceIsOver = sleep(GRACE_MS, undefined, { signal: giveUp.signal }).catch(() => undefined);
  await Promise.race([ending, graceIsOver]);
  giveUp.abort();
}

const joinUrl = (publicUrl: string, path: string): string =>
  `${publicUrl.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
