import type { Bot } from '../../core/channel/channel.ts';
import type { WechatChannel } from './channel.ts';
import type { Listening } from './listen/listening.ts';

/**
 * The listening half. The account listens all the time; a bot hands on what was heard, also before it was started. It may be
 * started again after it was stopped.
 */
export function createWechatBot(channel: WechatChannel, listening: Pick<Listening, 'open' | 'close'>): Bot {
  return { channel, start: (inbox) => listening.open(inbox), stop: () => listening.close() };
}
