import type { Logger } from 'pino';
import type { Update } from 'telegraf/types';
import type { Inbox } from '../../core/channel/channel.ts';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { Clock } from '../../core/clock.ts';
import type { TelegramApi } from './api.ts';
import type { Self } from './translate/self.ts';
import { translateUpdate } from './translate/update.ts';

/**
 * Resolves when everything that the update tells is stored. @throws what the inbox throws; Telegram must then deliver
 * it again.
 */
export type Take = (update: Update) => Promise<void>;

export interface TakeOptions {
  self: Self;
  inbox: Inbox;
  api: TelegramApi;
  clock: Clock;
  log: Logger;
}

/** A press may be answered for some seconds only, and stopping must not wait for it. */
const ANSWER_TIMEOUT_MS = 5_000;

export function createTake({ self, inbox, api, clock, log }: TakeOptions): Take {
  return async (update) => {
    for (const event of translated(update)) await inbox.receive(event);
    if ('callback_query' in update) void answerPress(update.callback_query.id);
  };

  /** An update that cannot be read will not be read better the next time; it must not hold back all others. */
  function translated(update: Update): ChannelEvent[] {
    try {
      return translateUpdate(update, self, clock.now());
    } catch (error) {
      log.error({ err: error, updateId: update.update_id }, 'an update of Telegram cannot be read and is passed over');
      return [];
    }
  }

  /** Ends the waiting that Telegram shows on the button; whoever pressed sees what came of it in the chat. */
  async function answerPress(queryId: string): Promise<void> {
    try {
      await api.call('answerCallbackQuery', { callback_query_id: queryId }, { timeoutMs: ANSWER_TIMEOUT_MS });
    } catch (error) {
      // Too old, or Telegram is away: only the little clock on the button stays a while.
      log.debug({ err: error }, 'a press on a button was not answered');
    }
  }
}
