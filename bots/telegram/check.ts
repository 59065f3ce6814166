import type { Finding } from '../../core/doctor.ts';
import { TelegramAccountError } from './channel.ts';
import type { TelegramChannel } from './channel.ts';

/** Whether Telegram knows us by our token. */
export async function checkTelegram(open: () => Promise<TelegramChannel | null>): Promise<Finding> {
  try {
    const channel = await open();
    if (!channel) return { kind: 'unused', says: 'TELEGRAM_BOT_TOKEN is not set' };
    return { kind: 'well', says: `@${channel.self.username}` };
  } catch (error) {
    if (!(error instanceof TelegramAccountError)) throw error;
    return { kind: 'ill', says: 'the bot is not connected', mend: `${error.message}.` };
  }
}
