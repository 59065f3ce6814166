import type { Logger } from 'pino';
import type { Update } from 'telegraf/types';
import type { TelegramApi } from './api.ts';
import { growingPauseMs, pause } from '../pauses.ts';
import type { Pauses } from './pauses.ts';
import type { Take } from './take.ts';
import { laneOf, ALLOWED_UPDATES } from './translate/update.ts';
import { troubleOf } from './trouble.ts';

/** Telegram holds a question for updates open this long. */
const POLL_SECONDS = 50;
/** Beyond that, the connection is dead. */
const POLL_GRACE_MS = 10_000;
/** How long the last word to Telegram, up to where we got, may take when stopping. */
const LAST_WORD_MS = 700;

export interface PollingOptions {
  api: TelegramApi;
  take: Take;
  pauses: Pauses;
  log: Logger;
}

/**
 * Asks Telegram for updates until stopped. telegraf's own loop tells Telegram that a batch was received even when
 * taking it failed, and ends at the first conflict; this one moves the offset only past what was stored, and outlives
 * every fault.
 */
export class Polling {
  readonly #options: PollingOptions;
  readonly #stopping = new AbortController();
  #loop: Promise<void> = Promise.resolve();
  #offset = 0;
  /** Updates up to here have been acknowledged to Telegram. */
  #acknowledged = 0;
  #faults = 0;

  constructor(options: PollingOptions) {
    this.#options = options;
  }

  start(): void {
    this.#loop = this.#run();
  }

  /** Resolves when what was under way has ended and Telegram knows how far we got. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#loop;
    if (this.#offset === this.#acknowledged) return;
    const payload = { offset: this.#offset, limit: 1, timeout: 0 };
    // Not heard, it is delivered again at the next start, and stored once all the same.
    await this.#options.api.call('getUpdates', payload, { timeoutMs: LAST_WORD_MS }).catch((error: unknown) => {
      this.#options.log.debug({ err: error }, 'the last updates will be delivered again');
    });
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    let webhookIsGone = false;
    while (!signal.aborted) {
      try {
        // A webhook that is still set from another way of running would turn every question away.
        if (!webhookIsGone) await this.#options.api.call('deleteWebhook', {}, { signal });
        webhookIsGone = true;
        const updates = await this.#ask();
        if (!(await this.#takeAll(updates))) await this.#pauseAfterStoring();
        else this.#recovered();
      } catch (error) {
        if (!signal.aborted) await this.#pauseAfter(error);
      }
    }
  }

  async #ask(): Promise<Update[]> {
    const offset = this.#offset;
    const updates = await this.#options.api.call(
      'getUpdates',
      { offset, timeout: POLL_SECONDS, allowed_updates: ALLOWED_UPDATES },
      { timeoutMs: POLL_SECONDS * 1_000 + POLL_GRACE_MS, signal: this.#stopping.signal },
    );
    this.#acknowledged = offset;
    return updates;
  }

  /**
   * Lanes beside each other, within a lane one after the other. Where an update cannot be stored, its lane waits
   * behind it, and the offset stays before it: Telegram delivers it again, together with what other lanes had after
   * it, which is known by its key.
   */
  async #takeAll(updates: readonly Update[]): Promise<boolean> {
    const lanes = byLane(updates);
    const untaken = new Set(updates);
    await Promise.all(Array.from(lanes.values(), (lane) => this.#takeLane(lane, untaken)));
    const firstUntaken = updates.find((update) => untaken.has(update));
    const last = updates.at(-1);
    // Not the highest number ever seen: after a quiet week Telegram goes on with a random one.
    if (firstUntaken) this.#offset = firstUntaken.update_id;
    else if (last) this.#offset = last.update_id + 1;
    return firstUntaken === undefined;
  }

  async #takeLane(lane: readonly Update[], untaken: Set<Update>): Promise<void> {
    const { take, log } = this.#options;
    for (const update of lane) {
      if (this.#stopping.signal.aborted) return;
      try {
        await take(update);
      } catch (error) {
        log.error(
          { err: error, updateId: update.update_id },
          'what Telegram told could not be stored; it is asked for again',
        );
        return;
      }
      untaken.delete(update);
    }
  }

  async #pauseAfterStoring(): Promise<void> {
    this.#faults += 1;
    await pause(growingPauseMs(this.#faults, this.#options.pauses), this.#stopping.signal);
  }

  async #pauseAfter(error: unknown): Promise<void> {
    this.#faults += 1;
    const trouble = troubleOf(error, this.#faults, this.#options.pauses);
    const fields = { trouble: trouble.kind, faults: this.#faults, pauseMs: trouble.pauseMs, err: error };
    if (trouble.kind === 'logged_out') this.#options.log.error(fields, trouble.say);
    else this.#options.log.warn(fields, trouble.say);
    await pause(trouble.pauseMs, this.#stopping.signal);
  }

  #recovered(): void {
    if (this.#faults > 0) this.#options.log.info({ faults: this.#faults }, 'Telegram tells updates again');
    this.#faults = 0;
  }
}

function byLane(updates: readonly Update[]): Map<string, Update[]> {
  const lanes = new Map<string, Update[]>();
  for (const update of updates) {
    const lane = laneOf(update);
    lanes.set(lane, [...(lanes.get(lane) ?? []), update]);
  }
  return lanes;
}
