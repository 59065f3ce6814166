import type { DeliveryOutcome } from '../core/channel/outgoing.ts';

/** How far a message of one or more calls has come: the ids sent so far, and how many of its steps they took. */
export interface Progress {
  /** The kinds of its steps. A message planned otherwise is another one, although its key is the same. */
  shape: string;
  steps: number;
  externalIds: string[];
  /** Of the poll among them. */
  pollId?: string;
}

/** More than an account may send in the five minutes that a message waits at most for its next try. */
const REMEMBERED = 10_000;

/**
 * Remembers messages by their send key, so that nothing is said twice in this process: the next try of a message that was
 * broken off goes on where the last one stopped, and a message that got through after nobody waited for it any more is
 * not said again. Another process, or this one after a restart, says such a message from its beginning.
 */
export class Memory {
  readonly #progress = new Map<string, Progress>();
  readonly #underWay = new Map<string, Promise<DeliveryOutcome>>();

  /** Where to go on with a message that is to be said in these steps. */
  progressOf(sendKey: string, steps: readonly { kind: string }[]): Progress {
    const shape = steps.map((step) => step.kind).join();
    const known = this.#progress.get(sendKey);
    return known?.shape === shape ? known : { shape, steps: 0, externalIds: [] };
  }

  keep(sendKey: string, progress: Progress): void {
    if (progress.steps === 0) return;
    this.#progress.delete(sendKey);
    this.#progress.set(sendKey, progress);
    const [oldest] = this.#progress.keys();
    if (this.#progress.size > REMEMBERED && oldest !== undefined) this.#progress.delete(oldest);
  }

  /** Whoever asks for a message that is being said at this moment gets to know what comes of it. */
  once(sendKey: string, say: () => Promise<DeliveryOutcome>): Promise<DeliveryOutcome> {
    const joined = this.#underWay.get(sendKey);
    if (joined) return joined;
    const running = say().finally(() => this.#underWay.delete(sendKey));
    this.#underWay.set(sendKey, running);
    return running;
  }
}
