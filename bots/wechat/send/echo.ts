import type { payloads } from 'wechaty-puppet';
import { Latest } from '../listen/latest.ts';
import { messageType } from '../translate/message-type.ts';

/** What was just sent, waiting to be heard. */
export interface AwaitedEcho {
  /** The id of the message; null when it was not heard within `ms`. */
  within(ms: number): Promise<string | null>;
  /** The id, if it was heard by now. */
  id(): string | null;
  /** Nobody waits any more. */
  end(): void;
}

interface Waiting {
  puppetId: string;
  text: string | null;
  heard: (id: string) => void;
}

/** Of those that nobody heard of again, and of those that were heard. */
const MOST_WAITING = 1_000;

/**
 * Not every puppet tells the id of what it sends; most let us hear our own words like those of anybody else. So the id of
 * what was sent is found by listening.
 */
export class Echoes {
  readonly #waiting: Waiting[] = [];
  /** Puppets may tell a message twice. */
  readonly #heard = new Latest<true>(MOST_WAITING);

  /** To be called before it is sent. `text` is null for a file. */
  expect(puppetId: string, text: string | null): AwaitedEcho {
    let id: string | null = null;
    let tell = (): void => {};
    const isHeard = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const waiting: Waiting = {
      puppetId,
      text: text?.trim() ?? null,
      heard: (messageId) => {
        id = messageId;
        tell();
      },
    };
    this.#waiting.push(waiting);
    if (this.#waiting.length > MOST_WAITING) this.#waiting.shift();
    return {
      id: () => id,
      within: async (ms) => {
        let timer: NodeJS.Timeout | undefined;
        const silence = new Promise<void>((resolve) => {
          timer = setTimeout(resolve, ms);
        });
        await Promise.race([isHeard, silence]);
        clearTimeout(timer);
        return id;
      },
      end: () => this.#drop(waiting),
    };
  }

  /** A message of our own was heard. The last that waits for it has it: one before it was probably never said. */
  heard(payload: payloads.Message): void {
    if (this.#heard.get(payload.id)) return;
    this.#heard.note(payload.id, true);
    const place = payload.roomId || payload.listenerId || payload.toId;
    const found = this.#waiting.findLast(({ puppetId, text }) => puppetId === place && isSame(payload, text));
    if (!found) return;
    this.#drop(found);
    found.heard(payload.id);
  }

  #drop(waiting: Waiting): void {
    const at = this.#waiting.indexOf(waiting);
    if (at !== -1) this.#waiting.splice(at, 1);
  }
}

const isSame = (payload: payloads.Message, text: string | null): boolean =>
  text === null ? messageType(payload.type) !== 'words' : payload.text?.trim() === text;
