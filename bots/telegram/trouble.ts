import { TelegramError } from 'telegraf';
import { failureOf } from './failure.ts';
import { growingPauseMs } from '../pauses.ts';
import type { Pauses } from './pauses.ts';

/** What stands between us and Telegram's updates, how long to leave it alone, and what an operator is told. */
export interface Trouble {
  kind: 'logged_out' | 'conflict' | 'must_wait' | 'fault';
  pauseMs: number;
  say: string;
}

/** `faults`: how many calls in a row have failed, this one included. */
export function troubleOf(error: unknown, faults: number, pauses: Pauses): Trouble {
  const pauseMs = growingPauseMs(faults, pauses);
  if (error instanceof TelegramError && error.code === 409) {
    return {
      kind: 'conflict',
      pauseMs,
      say: 'somebody else listens to Telegram with the same bot token, or a webhook is set: only one may; stop the other, or give this one its own bot',
    };
  }
  const failure = failureOf(error);
  if (failure?.kind === 'logged_out') {
    return {
      kind: 'logged_out',
      pauseMs: pauses.loggedOutMs,
      say: 'Telegram does not accept the bot token any more: take the current one from @BotFather, set TELEGRAM_BOT_TOKEN and start again',
    };
  }
  if (failure?.kind === 'must_wait') {
    return {
      kind: 'must_wait',
      pauseMs: Math.max(failure.waitMs, pauseMs),
      say: 'Telegram asks to be left alone for a while',
    };
  }
  return { kind: 'fault', pauseMs, say: 'Telegram cannot be reached; it is tried again' };
}
