/** How far a message of several calls has come: the ids sent so far, and how many of its steps they took. */
export interface Progress {
  steps: number;
  externalIds: string[];
}

/** Messages broken off in the middle are rare, and are tried again within minutes. */
const REMEMBERED = 1_000;

/**
 * Remembers messages that were broken off in the middle, by their send key, so that the next try in this process goes
 * on where the last one stopped. Another process, or this one after a restart, says such a message from its beginning.
 */
export class BrokenOff {
  readonly #progress = new Map<string, Progress>();

  take(sendKey: string): Progress {
    const known = this.#progress.get(sendKey);
    this.#progress.delete(sendKey);
    return known ?? { steps: 0, externalIds: [] };
  }

  keep(sendKey: string, progress: Progress): void {
    if (progress.steps === 0) return;
    this.#progress.set(sendKey, progress);
    const [oldest] = this.#progress.keys();
    if (this.#progress.size > REMEMBERED && oldest !== undefined) this.#progress.delete(oldest);
  }
}
