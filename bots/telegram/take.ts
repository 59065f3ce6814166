import type { Logger } from 'pino';
import type { CallbackQuery, Update } from 'telegraf/types';
import type { Inbox } from '../../core/channel/channel.ts';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { Clock } from '../../core/clock.ts';
import { textsFor } from '../../core/text/texts-for.ts';
import { readChoiceId } from '../../core/tickets/choice-id.ts';
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

/** Of users whose language Telegram does not tell. */
const DEFAULT_LANGUAGE = 'zh-CN';

/** A choice of a questionnaire, a vote or the like: a card of a ticket changes before their eyes. */
function isAskedInGroup(query: CallbackQuery): boolean {
  const isGroup = query.message !== undefined && query.message.chat.type !== 'private';
  return isGroup && 'data' in query && readChoiceId(query.data)?.kind === 'about';
}

export function createTake({ self, inbox, api, clock, log }: TakeOptions): Take {
  return async (update) => {
    for (const event of translated(update)) await inbox.receive(event);
    if ('callback_query' in update) void answerPress(update.callback_query);
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

  /**
   * Ends the waiting that Telegram shows on the button. Whoever pressed sees in the chat what came of it; but what they choose in a group
   * is answered directly, and who never wrote to the bot would see nothing: they are shown for a moment that it has arrived.
   */
  async function answerPress(query: CallbackQuery): Promise<void> {
    const shown = isAskedInGroup(query)
      ? { text: textsFor(query.from.language_code ?? DEFAULT_LANGUAGE).pressTaken() }
      : {};
    try {
      await api.call(
        'answerCallbackQuery',
        { callback_query_id: query.id, ...shown },
        { timeoutMs: ANSWER_TIMEOUT_MS },
      );
    } catch (error) {
      // Too old, or Telegram is away: only the little clock on the button stays a while.
      log.debug({ err: error }, 'a press on a button was not answered');
    }
  }
}
