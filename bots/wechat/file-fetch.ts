import type { FileBoxInterface } from 'file-box';
import type { Puppet } from 'wechaty-puppet';
import type { Logger } from 'pino';
import type { EventAttachment } from '../../core/channel/event.ts';
import type { Channel } from '../../core/channel/channel.ts';
import { faultOf } from '../../core/fault.ts';
import type { Books } from './books.ts';
import { growingPauseMs, pause } from '../pauses.ts';
import { untilDone } from './listen/until-done.ts';
import { within } from './within.ts';
import type { GrowingPauses } from '../pauses.ts';
import type { Session } from './session.ts';

export interface FileFetchParts {
  session: Pick<Session, 'online'>;
  books: Pick<Books, 'keepFile'>;
  /** What was fetched, by its `ref`. */
  files: Pick<Channel, 'fetchFile'>;
  pauses: GrowingPauses;
  signal: AbortSignal;
  log: Logger;
}

/** As much as WeChat itself lets pass in a group. */
export const LARGEST_FILE_BYTES = 25 * 1024 * 1024;
const TRIES = 3;
/** A file may be there some seconds after its message. */
const PATIENT = 15;
const AT_A_TIME = 3;
const TRY_MS = 60_000;
/** Whoever wants a file that is being fetched waits so long. */
const WAIT_MS = 20_000;

/** The file is larger than what is kept. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
}

/** Fetches what was sent to us as soon as it comes: WeChat hands it out for a while only, and not after the next login. */
export class FileFetching {
  readonly #parts: FileFetchParts;
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #turns: (() => void)[] = [];
  #busy = 0;

  constructor(parts: FileFetchParts) {
    this.#parts = parts;
  }

  /** Begins to fetch the file of a message, if that is not under way. */
  begin(ref: string, messageId: string, kind: EventAttachment['kind']): void {
    if (this.#underWay.has(ref)) return;
    const fetching = this.#fetch(ref, messageId, kind).finally(() => this.#underWay.delete(ref));
    this.#underWay.set(ref, fetching);
  }

  /** @throws when it could not be fetched, or not yet */
  async fetchFile(ref: string): Promise<Uint8Array> {
    const underWay = this.#underWay.get(ref);
    if (underWay) await within(WAIT_MS, () => underWay);
    return await this.#parts.files.fetchFile(ref);
  }

  async #fetch(ref: string, messageId: string, kind: EventAttachment['kind']): Promise<void> {
    const { books, pauses, signal, log } = this.#parts;
    await this.#turn();
    try {
      const bytes = await this.#fetched(ref, messageId, kind);
      if (!bytes) return;
      const failed = (err: unknown, faults: number): void =>
        log.warn({ fault: faultOf(err), ref, faults }, 'a file of WeChat could not be kept; it is tried again');
      await untilDone(() => books.keepFile(ref, bytes), { pauses, signal, failed });
    } finally {
      this.#busy -= 1;
      this.#turns.shift()?.();
    }
  }

  async #fetched(ref: string, messageId: string, kind: EventAttachment['kind']): Promise<Uint8Array | null> {
    const { pauses, signal, log } = this.#parts;
    for (let tries = 1; !signal.aborted; tries += 1) {
      try {
        return await within(TRY_MS, () => this.#bytesOf(messageId, kind));
      } catch (error) {
        if (tries >= TRIES || error instanceof FileTooLarge) {
          const fault = error instanceof Error ? error.name : typeof error;
          log.warn({ ref, fault }, 'a file of WeChat was not fetched');
          return null;
        }
        await pause(PATIENT * growingPauseMs(tries, pauses), signal);
      }
    }
    return null;
  }

  async #turn(): Promise<void> {
    if (this.#busy >= AT_A_TIME) await new Promise<void>((resolve) => this.#turns.push(resolve));
    this.#busy += 1;
  }

  async #bytesOf(messageId: string, kind: EventAttachment['kind']): Promise<Uint8Array> {
    const online = this.#parts.session.online();
    if (!online) throw new Error('the account is not online');
    return await bytesWithin(LARGEST_FILE_BYTES, await boxOf(online.puppet, messageId, kind));
  }
}

/** Every puppet has the file of a photo; some have only the large picture behind it. */
async function boxOf(puppet: Puppet, messageId: string, kind: EventAttachment['kind']): Promise<FileBoxInterface> {
  try {
    return await puppet.messageFile(messageId);
  } catch (error) {
    if (kind !== 'photo') throw error;
    // Loaded with the puppet; WeChat is an optional dependency.
    const { types } = await import('wechaty-puppet');
    return await puppet.messageImage(messageId, types.Image.HD);
  }
}

async function bytesWithin(most: number, box: FileBoxInterface): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  const stream = await box.toStream();
  for await (const chunk of stream) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    // Leaving the loop closes the stream.
    if (size > most) throw new FileTooLarge(`more than ${most} bytes`);
    chunks.push(bytes);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
