import type { Finding } from '../../core/doctor.ts';
import { TelegramAccountError } from './channel.ts';
import type { TelegramChannel } from './channel.ts';

/** Whether Telegram knows us by our token. */
export async function checkTelegram(open: () => Promise<TelegramChannel | null>): Promise<Finding> {
  try {
    const channel = await open();
    if (!channel) return { kind: 'unused', says: 'TELEGRAM_BOT_TOKEN is not set' };
    const privacy = channel.hearsGroups
      ? ''
      : '; group privacy is on: it hears talk only in groups where it is an administrator';
    return { kind: 'well', says: `@${channel.self.username}${privacy}` };
  } catch (error) {
    if (!(error instanceof TelegramAccountError)) throw error;
    return { kind: 'ill', says: 'the bot is not connected', mend: `${error.message}.` };
  }
}
