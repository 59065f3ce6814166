import type { WechatyBuilder } from 'wechaty';
import type { Puppet } from 'wechaty-puppet';
import type { OpenedPuppet } from './opened-puppet.ts';

/** Puts a wechaty instance around a puppet. `memory` is the path of its memory card, without the ending; null keeps nothing. */
export async function openWith(
  wechaty: { WechatyBuilder: Pick<typeof WechatyBuilder, 'build'> },
  puppet: Puppet,
  options: { memory: string | null; keepsHistory: boolean; closed?: () => Promise<void> },
): Promise<OpenedPuppet> {
  const bot = wechaty.WechatyBuilder.build({ puppet, ...(options.memory === null ? {} : { name: options.memory }) });
  // Without a listener an error would end the process, also one that comes after the end.
  bot.on('error', () => {});
  await bot.init();
  return {
    wechaty: bot,
    puppet,
    keepsHistory: options.keepsHistory,
    close: async () => {
      await bot.stop();
      await options.closed?.();
    },
  };
}
