import type { Logger } from 'pino';
import type { Bot } from '../core/channel/channel.ts';
import type { Config } from '../core/config.ts';
import type { Desk } from '../core/desk/desk.ts';
import { transcribed } from '../core/transcribe/transcribed.ts';

/** Lets bots listen, one after the other, into the desk's inboxes. */
export async function startBots(
  bots: readonly Bot[],
  into: { config: Pick<Config, 'transcribe'>; desk: Pick<Desk, 'inboxFor'>; log: Logger },
): Promise<void> {
  const { config, desk, log } = into;
  for (const bot of bots) {
    const { channel } = bot;
    await bot.start(transcribed(config.transcribe, { inbox: desk.inboxFor(channel), channel, log }));
  }
}
