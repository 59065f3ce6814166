import type { Inbox } from '../../../core/channel/channel.ts';
import { pauseAfter, pause } from './pauses.ts';
import type { GrowingPauses } from './pauses.ts';

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
  readonly #waiting = new Map<string, Letter[]>();
  #opening: Opening | null = null;
  #ending: Promise<void> = Promise.resolve();
  #size = 0;

  constructor(parts: MailboxParts) {
    this.#parts = parts;
  }

  /** How many letters wait or are under way. */
  get size(): number {
    return this.#size;
  }

  put(letter: Letter): void {
    this.#size += 1;
    const queue = this.#waiting.get(letter.conversation);
    if (queue) queue.push(letter);
    else {
      this.#waiting.set(letter.conversation, [letter]);
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
    const queue = this.#waiting.get(conversation) ?? [];
    let faults = 0;
    for (let letter = queue[0]; letter && !closing.signal.aborted; letter = queue[0]) {
      try {
        if (!(await endsBefore(over.signal, letter.deliver(inbox)))) return;
        faults = 0;
        queue.shift();
        this.#size -= 1;
      } catch (error) {
        faults += 1;
        this.#parts.failed(error, faults);
        await pause(pauseAfter(faults, this.#parts.pauses), closing.signal);
      }
    }
    if (queue.length === 0) this.#waiting.delete(conversation);
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
