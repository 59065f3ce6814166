import { Client } from 'pg';
import type { Logger } from 'pino';
import { faultOf } from './fault.ts';
import { parseWake, WAKE_CHANNEL, type Wake } from './wake.ts';

export interface WakeLineOptions {
  connectionString: string;
  log: Logger;
  onWake: (wake: Wake) => void;
  /** Listening (again). What was notified before was not heard: the hearer must look for itself. */
  onListening: () => void;
}

/** How long after a broken connection the next is tried: at once at first, then slower, at most 5 s. */
const pauses = [0, 200, 1000, 2000, 5000];

/**
 * A connection of its own that hears the notifications of the rooms, whoever commits them. It comes back by itself when
 * the server goes away.
 */
export class WakeLine {
  readonly #options: WakeLineOptions;
  #client: Client | null = null;
  #timer: NodeJS.Timeout | null = null;
  #attempt = 0;
  #closed = false;

  constructor(options: WakeLineOptions) {
    this.#options = options;
  }

  /** Resolves after the first try, whether the server was there or not. */
  async open(): Promise<void> {
    if (this.#closed || this.#client) return;
    const client = new Client({
      connectionString: this.#options.connectionString,
      keepAlive: true,
      application_name: 'linli rooms',
    });
    this.#client = client;
    client.on('error', (error) => this.#lost(client, error));
    client.on('end', () => this.#lost(client, null));
    client.on('notification', (heard) => {
      const wake = parseWake(heard.payload);
      if (wake) this.#options.onWake(wake);
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${WAKE_CHANNEL}`);
    } catch (error) {
      this.#lost(client, error);
      return;
    }
    this.#attempt = 0;
    if (this.#client === client) this.#options.onListening();
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => undefined);
  }

  #lost(client: Client, error: unknown): void {
    if (this.#client !== client) return;
    this.#client = null;
    client.end().catch(() => undefined);
    if (this.#closed) return;
    const pause = pauses[Math.min(this.#attempt, pauses.length - 1)] ?? 0;
    this.#attempt += 1;
    this.#options.log.warn(
      { fault: faultOf(error), attempt: this.#attempt },
      'rooms: lost the notifications, listening again',
    );
    this.#timer = setTimeout(() => void this.open(), pause);
  }
}
