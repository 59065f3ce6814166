import type { Inbox } from '../../../core/channel/channel.ts';
import { growingPauseMs, pause } from '../../pauses.ts';
import type { GrowingPauses } from '../../pauses.ts';

/** Something heard that the desk has not stored yet. */
export interface Letter {
  /** Core's id of the conversation. */
  conversation: string;
  /** Resolves once it is stored; is asked for again after a fault. */
  deliver(inbox: Inbox): Promise<void>;
}

export interface MailboxParts {
  pauses: GrowingPauses;
  /** A letter could not be stored, for the `faults`th time in a row. */
  failed: (error: unknown, faults: number) => void;
  /** How long closing waits for what is under way. */
  graceMs?: number;
}

/** What is under way gets this long to end: stopping takes two seconds at the most. */
const GRACE_MS = 1_500;

/** A letter that was refused so often while others were stored is at fault itself. By then it was tried for half a minute. */
const STUBBORN = 8;

/** What waits of one conversation, in the order in which it came. */
interface Queue {
  letters: { letter: Letter; heardAt: Date }[];
  /** Faults of the first of them, and how many letters had been stored at its first fault. */
  faults: number;
  storedBefore: number;
}

/** A stretch of time in which there is somebody to take letters. */
interface Opening {
  inbox: Inbox;
  /** Nothing new is begun. */
  closing: AbortController;
  /** What has not ended by now is begun anew at the next opening. */
  over: AbortController;
  rounds: Set<Promise<void>>;
}

/**
 * Keeps what was heard until it is stored. One letter of a conversation is handed over at a time, in the order in which they
 * came; conversations do not wait for each other. While it is closed, letters wait.
 */
export class Mailbox {
  readonly #parts: MailboxParts;
  readonly #waiting = new Map<string, Queue>();
  #opening: Opening | null = null;
  #ending: Promise<void> = Promise.resolve();
  #size = 0;
  #stored = 0;

  constructor(parts: MailboxParts) {
    this.#parts = parts;
  }

  /** How many letters wait or are under way. */
  get size(): number {
    return this.#size;
  }

  /**
   * When the oldest of what waits was heard; null when nothing does. A letter that is refused again and again while others are
   * stored does not count, and neither does what waits behind it.
   */
  waitingSince(): Date | null {
    let since: Date | null = null;
    for (const { letters, faults, storedBefore } of this.#waiting.values()) {
      const isStubborn = faults >= STUBBORN && this.#stored > storedBefore;
      const heardAt = isStubborn ? undefined : letters[0]?.heardAt;
      if (heardAt && (!since || heardAt < since)) since = heardAt;
    }
    return since;
  }

  put(letter: Letter, heardAt: Date): void {
    this.#size += 1;
    const queue = this.#waiting.get(letter.conversation);
    if (queue) queue.letters.push({ letter, heardAt });
    else {
      this.#waiting.set(letter.conversation, { letters: [{ letter, heardAt }], faults: 0, storedBefore: 0 });
      if (this.#opening) this.#begin(letter.conversation, this.#opening);
    }
  }

  /** Resolves when letters are being handed over. @throws when somebody takes them already */
  async open(inbox: Inbox): Promise<void> {
    await this.#ending;
    if (this.#opening) throw new Error('there is a bot that listens already');
    this.#opening = { inbox, closing: new AbortController(), over: new AbortController(), rounds: new Set() };
    for (const conversation of this.#waiting.keys()) this.#begin(conversation, this.#opening);
  }

  /** Resolves within two seconds; what was not stored by then is kept. */
  close(): Promise<void> {
    const opening = this.#opening;
    this.#opening = null;
    if (opening) this.#ending = this.#end(opening);
    return this.#ending;
  }

  async #end(opening: Opening): Promise<void> {
    opening.closing.abort();
    const timer = setTimeout(() => opening.over.abort(), this.#parts.graceMs ?? GRACE_MS);
    await Promise.all(opening.rounds);
    clearTimeout(timer);
  }

  #begin(conversation: string, opening: Opening): void {
    const round: Promise<void> = this.#round(conversation, opening).finally(() => {
      opening.rounds.delete(round);
    });
    opening.rounds.add(round);
  }

  async #round(conversation: string, { inbox, closing, over }: Opening): Promise<void> {
    const queue = this.#waiting.get(conversation);
    if (!queue) return;
    for (let first = queue.letters[0]; first && !closing.signal.aborted; first = queue.letters[0]) {
      try {
        if (!(await endsBefore(over.signal, first.letter.deliver(inbox)))) return;
        queue.faults = 0;
        queue.letters.shift();
        this.#size -= 1;
        this.#stored += 1;
      } catch (error) {
        if (queue.faults === 0) queue.storedBefore = this.#stored;
        queue.faults += 1;
        this.#parts.failed(error, queue.faults);
        await pause(growingPauseMs(queue.faults, this.#parts.pauses), closing.signal);
      }
    }
    if (queue.letters.length === 0) this.#waiting.delete(conversation);
  }
}

/** Whether the work ended before the signal was given. @throws what the work throws, if it ended before */
async function endsBefore(signal: AbortSignal, work: Promise<void>): Promise<boolean> {
  let giveUp = (): void => {};
  const givenUp = new Promise<false>((resolve) => {
    giveUp = () => resolve(false);
    signal.addEventListener('abort', giveUp, { once: true });
  });
  try {
    return await Promise.race([work.then(() => true), givenUp]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}
