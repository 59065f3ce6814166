import type { Logger } from 'pino';
import type { AccountReport } from '../../../core/channel/account.ts';
import type { Inbox } from '../../../core/channel/channel.ts';
import type { Clock } from '../../../core/clock.ts';
import { faultOf } from '../../../core/fault.ts';
import { Lanes } from '../../lanes.ts';
import type { Happening } from '../happening.ts';
import type { Translate } from './event.ts';
import { Mailbox } from './mailbox.ts';
import type { Letter } from './mailbox.ts';
import { untilDone } from './until-done.ts';
import { within } from '../within.ts';
import type { GrowingPauses } from '../../pauses.ts';

export interface ListeningParts {
  translate: Translate;
  /** Resolves when the books know of the login under which the next happening was heard. */
  ready: () => Promise<void>;
  /** Where it is told that something was let go. */
  report: (report: AccountReport) => void;
  pauses: GrowingPauses;
  signal: AbortSignal;
  clock: Clock;
  log: Logger;
  /** How much is kept in memory while it cannot be stored. */
  mostWaiting?: number | undefined;
}

/** Some days of talk in some dozens of groups, in some dozens of megabytes. */
const MOST_WAITING = 50_000;
const SETTLE_MS = 2_000;

/**
 * Takes what a session hears and keeps it, in order within a conversation, until a bot has handed it to the desk. When so
 * much waits that memory would run out, what is new is let go and recorded as a time in which nothing was heard.
 */
export class Listening {
  readonly #parts: ListeningParts;
  readonly #lanes = new Lanes();
  readonly #mailbox: Mailbox;
  /** When it was heard, of everything that was heard and is not understood yet, in that order. */
  readonly #unread = new Set<{ heardAt: Date }>();
  #deafSince: Date | null = null;

  constructor(parts: ListeningParts) {
    this.#parts = parts;
    const failed = (err: unknown, faults: number): void =>
      this.#parts.log.warn(
        { fault: faultOf(err), faults },
        'something heard on WeChat could not be stored; it is tried again',
      );
    this.#mailbox = new Mailbox({ pauses: parts.pauses, failed });
  }

  happened(happening: Happening): void {
    const { clock, mostWaiting = MOST_WAITING } = this.#parts;
    const heardAt = clock.now();
    if (this.#unread.size + this.#mailbox.size >= mostWaiting) return this.#goDeaf(heardAt);
    if (this.#deafSince) this.#hearAgain(this.#deafSince, heardAt);
    const unread = { heardAt };
    this.#unread.add(unread);
    void this.#lanes.run(laneOf(happening), async () => {
      const letters = await this.#read(happening, heardAt);
      this.#unread.delete(unread);
      for (const letter of letters) this.#mailbox.put(letter, heardAt);
    });
  }

  open(inbox: Inbox): Promise<void> {
    return this.#mailbox.open(inbox);
  }

  close(): Promise<void> {
    return this.#mailbox.close();
  }

  /** Until when everything heard is stored; `now` when nothing waits. */
  storedUntil(now: Date): Date {
    const [unread] = this.#unread;
    const waiting = [unread?.heardAt, this.#mailbox.waitingSince(), this.#deafSince];
    return waiting.reduce<Date>((first, at) => (at && at < first ? at : first), now);
  }

  /** Resolves when everything heard until now has taken effect in the books, or after two seconds. */
  async settled(): Promise<void> {
    await within(SETTLE_MS, () => this.#lanes.idle()).catch(() => undefined);
  }

  async #read(happening: Happening, heardAt: Date): Promise<readonly Letter[]> {
    const { translate, ready, pauses, signal, log } = this.#parts;
    const failed = (err: unknown, faults: number): void =>
      log.warn(
        { fault: faultOf(err), faults, type: happening.type },
        'something heard on WeChat could not be looked up; it is tried again',
      );
    await ready();
    const letters = await untilDone(() => translate(happening, heardAt), { pauses, signal, failed });
    return letters?.result ?? [];
  }

  #goDeaf(at: Date): void {
    if (this.#deafSince) return;
    this.#deafSince = at;
    this.#parts.log.error(
      'too much waits to be stored: what is said on WeChat from now on is lost until some of it is',
    );
  }

  #hearAgain(from: Date, until: Date): void {
    this.#deafSince = null;
    this.#parts.log.error({ from, until }, 'there is room again for what is said on WeChat');
    this.#parts.report({ type: 'gap', from, until, fetched: 0, complete: false });
  }
}

/** Groups and direct chats, by the session's ids; nothing of one overtakes in it. */
function laneOf(happening: Happening): string {
  if (happening.type !== 'message') return happening.payload.roomId;
  const { roomId, talkerId, fromId, listenerId, toId } = happening.payload;
  // Both sides of a direct chat.
  return roomId || [talkerId || fromId || '', listenerId || toId || ''].toSorted().join(' ');
}
