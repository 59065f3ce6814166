import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Update } from 'telegraf/types';
import { Lanes } from '../lanes.ts';
import type { Take } from './take.ts';
import { laneOf } from './translate/update.ts';

/** What whoever owns the HTTP server hangs in at `path`. */
export interface TelegramWebhook {
  path: string;
  /** Answers 200 only once everything is stored. Never rejects. */
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** An update of Telegram is a few kilobytes. */
const BODY_LIMIT = 1024 * 1024;

/** Takes updates while it is open; to Telegram, a closed one is a server that is just starting. */
export class WebhookReceiver {
  readonly #secretToken: string;
  readonly #log: Logger;
  readonly #lanes = new Lanes();
  #take: Take | null = null;
  readonly #waiting = new Set<(status: 503) => void>();

  constructor(secretToken: string, log: Logger) {
    this.#secretToken = secretToken;
    this.#log = log;
  }

  open(take: Take): void {
    this.#take = take;
  }

  /** Takes nothing new. Resolves when what was under way has been stored. */
  async close(): Promise<void> {
    this.#take = null;
    await this.#lanes.idle();
  }

  /** What is still under way is answered with "not received". */
  abandon(): void {
    for (const answer of this.#waiting) answer(503);
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let status = 500;
    try {
      status = await this.#answer(request);
    } catch (error) {
      this.#log.error({ err: error }, 'what Telegram told could not be stored; Telegram will deliver it again');
    }
    // An unread body would be taken for the next request.
    response.writeHead(status, status === 200 ? {} : { connection: 'close' }).end();
  }

  async #answer(request: IncomingMessage): Promise<number> {
    if (request.method !== 'POST') return 405;
    if (!isSame(request.headers['x-telegram-bot-api-secret-token'], this.#secretToken)) {
      this.#log.warn('somebody without the secret token called at the webhook and was turned away');
      return 403;
    }
    const body = await read(request);
    if (body === null) return 413;
    const update = parsed(body);
    if (!update) return 400;
    const take = this.#take;
    if (!take) return 503;
    return new Promise((resolve, reject) => {
      this.#waiting.add(resolve);
      const stored = this.#lanes.run(laneOf(update), () => take(update));
      void stored.then(() => resolve(200), reject).finally(() => this.#waiting.delete(resolve));
    });
  }
}

/** Compares digests in constant time, so that neither content nor length can be guessed from how long it takes. */
function isSame(given: string | string[] | undefined, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(typeof given === 'string' ? given : ''), digest(expected)) && typeof given === 'string';
}

async function read(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(body: string): Update | null {
  try {
    const value: unknown = JSON.parse(body);
    const isUpdate =
      typeof value === 'object' && value !== null && 'update_id' in value && typeof value.update_id === 'number';
    return isUpdate ? (value as Update) : null;
  } catch {
    return null;
  }
}
