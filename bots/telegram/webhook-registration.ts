import type { Logger } from 'pino';
import type { TelegramApi } from './api.ts';
import { pause } from '../pauses.ts';
import type { Pauses } from './pauses.ts';
import { ALLOWED_UPDATES } from './translate/update.ts';
import { troubleOf } from './trouble.ts';

export interface WebhookRegistrationOptions {
  api: TelegramApi;
  url: string;
  secretToken: string;
  pauses: Pauses;
  log: Logger;
}

/** Tells Telegram where to call, again and again until Telegram has taken note. */
export class WebhookRegistration {
  readonly #options: WebhookRegistrationOptions;
  readonly #stopping = new AbortController();
  #retrying: Promise<void> = Promise.resolve();

  constructor(options: WebhookRegistrationOptions) {
    this.#options = options;
  }

  /** Resolves after the first try; when that fails, it goes on behind. */
  async start(): Promise<void> {
    const pauseMs = await this.#try(1);
    if (pauseMs !== null) this.#retrying = this.#keepTrying(pauseMs);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#retrying;
  }

  async #keepTrying(firstPauseMs: number): Promise<void> {
    let pauseMs: number | null = firstPauseMs;
    for (let faults = 2; pauseMs !== null && !this.#stopping.signal.aborted; faults += 1) {
      await pause(pauseMs, this.#stopping.signal);
      if (!this.#stopping.signal.aborted) pauseMs = await this.#try(faults);
    }
  }

  /** Resolves to the pause before the next try, or null when Telegram knows. */
  async #try(faults: number): Promise<number | null> {
    const { api, url, secretToken, pauses, log } = this.#options;
    try {
      const payload = { url, secret_token: secretToken, allowed_updates: ALLOWED_UPDATES };
      await api.call('setWebhook', payload, { signal: this.#stopping.signal });
      log.info('Telegram calls at the public address');
      return null;
    } catch (error) {
      if (this.#stopping.signal.aborted) return null;
      const trouble = troubleOf(error, faults, pauses);
      log.warn({ trouble: trouble.kind, faults, pauseMs: trouble.pauseMs, err: error }, trouble.say);
      return trouble.pauseMs;
    }
  }
}
