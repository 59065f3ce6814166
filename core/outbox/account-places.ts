import type { Clock } from '../clock.ts';

/** Whether a word may go out now; where too many are before it, when to come again. */
export type Place = { kind: 'go' } | { kind: 'wait'; until: Date };

/** A stretch of an account's line that is this process's own. */
export interface PlacesBooked {
  endsAt: Date;
}

interface Waiter {
  /** Somebody waits for the word: it goes before those of which nobody does. Emergencies do not go before answers: to many they are many. */
  isWaitedFor: boolean;
  messages: number;
  resolve(place: Place): void;
  reject(fault: unknown): void;
}

/** Whoever would hold a connection for longer than that comes again instead. */
const LONGEST_WAIT_MS = 2_000;
/** The line never reaches so far, but where the platform has asked the account to rest: nobody sleeps until then. */
const LONGEST_SLEEP_MS = 5_000;
/** A place is good for so long; half of what a message may come late, the other half being the way to the platform. */
const GOOD_FOR_MS = 20;
/** Where booking takes long, places are booked ahead by so much at most. */
const MOST_AHEAD_MS = 1_000;
/** What people wait for: everything up to questions and receipts (core/outbox/priority.ts). */
const WAITED_FOR = 30;

/** Who waits in this process for a place of one account. */
export class AccountPlaces {
  readonly #clock: Clock;
  readonly #spacingMs: number;
  readonly #book: (from: Date, ms: number) => Promise<PlacesBooked>;
  readonly #waiting: Waiter[] = [];
  /** Milliseconds are whole in the database: what is cut off a stretch is added to the next. */
  #owedMs = 0;
  #aheadMs = 0;
  #lastEndsAt = 0;
  #isBooking = false;

  constructor(parts: { clock: Clock; spacingMs: number; book: (from: Date, ms: number) => Promise<PlacesBooked> }) {
    this.#clock = parts.clock;
    this.#spacingMs = parts.spacingMs;
    this.#book = parts.book;
  }

  take({ priority, messages }: { priority: number; messages: number }): Promise<Place> {
    const now = this.#clock.now().getTime();
    if (this.#lastEndsAt - now > LONGEST_SLEEP_MS)
      return Promise.resolve({ kind: 'wait', until: new Date(this.#lastEndsAt) });
    const isWaitedFor = priority <= WAITED_FOR;
    const expectedMs = Math.max(0, this.#lastEndsAt - now) + this.#waiting.length * this.#spacingMs;
    if (!isWaitedFor && expectedMs > LONGEST_WAIT_MS)
      return Promise.resolve({ kind: 'wait', until: new Date(now + expectedMs) });
    return new Promise((resolve, reject) => {
      const behind = isWaitedFor ? this.#waiting.findIndex((other) => !other.isWaitedFor) : -1;
      this.#waiting.splice(behind === -1 ? this.#waiting.length : behind, 0, {
        isWaitedFor,
        messages,
        resolve,
        reject,
      });
      if (!this.#isBooking) void this.#serve();
    });
  }

  async #serve(): Promise<void> {
    this.#isBooking = true;
    try {
      while (this.#waiting.length > 0) await this.#serveOne();
    } catch (fault) {
      for (const waiter of this.#waiting.splice(0)) waiter.reject(fault);
    } finally {
      this.#isBooking = false;
    }
  }

  async #serveOne(): Promise<void> {
    const [first] = this.#waiting;
    if (!first) return;
    const { messages } = first;
    // Several messages go out at once: as many places before them and behind them stay free as keep every window whole.
    const stretchMs = this.#wholeMs((2 * messages - 1) * this.#spacingMs);
    const askedAt = this.#clock.now().getTime();
    const { endsAt } = await this.#book(new Date(askedAt + this.#aheadMs), stretchMs);
    this.#lastEndsAt = endsAt.getTime();
    const place = endsAt.getTime() - Math.round(messages * this.#spacingMs);
    const tookMs = this.#clock.now().getTime() - askedAt;
    const earlyMs = place - this.#clock.now().getTime();
    if (earlyMs > LONGEST_SLEEP_MS + messages * this.#spacingMs) {
      for (const waiter of this.#waiting.splice(0)) waiter.resolve({ kind: 'wait', until: new Date(place) });
      return;
    }
    if (earlyMs > 0) await new Promise((resolve) => setTimeout(resolve, earlyMs));
    if (this.#clock.now().getTime() - place > GOOD_FOR_MS) {
      this.#aheadMs = Math.min(MOST_AHEAD_MS, 2 * tookMs);
      return;
    }
    this.#aheadMs = Math.floor(this.#aheadMs / 2);
    const at = this.#waiting.findIndex((waiter) => waiter.messages <= messages);
    this.#waiting.splice(at, 1)[0]?.resolve({ kind: 'go' });
  }

  #wholeMs(ms: number): number {
    this.#owedMs += ms;
    const whole = Math.floor(this.#owedMs);
    this.#owedMs -= whole;
    return whole;
  }
}
