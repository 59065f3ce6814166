import type { WireUpdate } from './wire.ts';

export interface WebhookTarget {
  url: string;
  secretToken: string | undefined;
}

interface Source {
  /** The first update whose lane is not busy. */
  head: (busyLanes: ReadonlySet<string>) => WireUpdate | null;
  laneOf: (update: WireUpdate) => string;
  received: (update: WireUpdate) => void;
}

const FIRST_RETRY_MS = 5;
const LONGEST_RETRY_MS = 500;

/** Calls the bot's address with every update until it answers 2xx, one update of a chat after the other. */
export class WebhookCaller {
  target: WebhookTarget | null = null;
  /** Where the address that the bot told is found from here. */
  reach: (url: string) => string = (url) => url;
  readonly #source: Source;
  readonly #busy = new Set<string>();
  readonly #closing = new AbortController();
  readonly #timers = new Set<NodeJS.Timeout>();
  #failures = 0;

  constructor(source: Source) {
    this.#source = source;
  }

  pump(): void {
    for (;;) {
      const { target } = this;
      const update = target && !this.#closing.signal.aborted ? this.#source.head(this.#busy) : null;
      if (!target || !update) return;
      const lane = this.#source.laneOf(update);
      this.#busy.add(lane);
      void this.#call(target, update, lane);
    }
  }

  close(): void {
    this.target = null;
    this.#closing.abort();
    for (const timer of this.#timers) clearTimeout(timer);
  }

  async #call(target: WebhookTarget, update: WireUpdate, lane: string): Promise<void> {
    const received = await this.#post(target, update);
    if (received) {
      this.#failures = 0;
      this.#source.received(update);
      this.#freeLane(lane);
      return;
    }
    this.#failures += 1;
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer);
        this.#freeLane(lane);
      },
      Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#failures),
    );
    this.#timers.add(timer);
  }

  #freeLane(lane: string): void {
    this.#busy.delete(lane);
    this.pump();
  }

  async #post({ url, secretToken }: WebhookTarget, update: WireUpdate): Promise<boolean> {
    try {
      const response = await fetch(this.reach(url), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secretToken === undefined ? {} : { 'x-telegram-bot-api-secret-token': secretToken }),
        },
        body: JSON.stringify(update),
        signal: this.#closing.signal,
      });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      // Nobody there: Telegram tries again as well.
      return false;
    }
  }
}
