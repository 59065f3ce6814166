import type { Capabilities, Channel, Pace } from '../channel.ts';
import type { DeliveryFailure, DeliveryOutcome, OutgoingMessage } from '../outgoing.ts';

const everything: Capabilities = {
  buttons: true,
  reactions: true,
  edits: true,
  polls: true,
  mentions: true,
  recall: true,
  directChat: true,
  files: true,
  stableMessageIds: true,
};

/** Nobody waits for a test. */
const unhurried = { count: 1_000, windowMs: 1_000 };

/** A message that was taken. */
export interface Taken {
  message: OutgoingMessage;
  externalIds: string[];
}

export interface FakeChannelOptions {
  name?: string;
  account?: string;
  /** What differs from a platform that can do everything. */
  capabilities?: Partial<Capabilities>;
  pace?: Partial<Pace>;
}

/**
 * A platform in memory for the tests of use cases. Takes every message, unless an answer was prepared. The platform's
 * ids of what it took are `sent-1`, `sent-2`, …, and of the polls among them `poll-2`.
 */
export class FakeChannel implements Channel {
  readonly name: string;
  readonly account: string;
  readonly capabilities: Capabilities;
  readonly pace: Pace;
  /** Every message it was asked to send, taken or not, in order. */
  readonly asked: OutgoingMessage[] = [];
  /** Those it took. */
  readonly taken: Taken[] = [];
  /** The conversations it was asked to leave. */
  readonly left: string[] = [];
  /** What `fetchFile` gives, by ref. */
  readonly files = new Map<string, Uint8Array>();
  readonly #prepared: (DeliveryOutcome | Error)[] = [];
  readonly #unwilling = new Map<string, DeliveryFailure>();
  #gate: Promise<void> = Promise.resolve();
  #watchers = new Set<() => void>();
  #lastId = 0;

  constructor({ name = 'fake', account = 'desk', capabilities, pace }: FakeChannelOptions = {}) {
    this.name = name;
    this.account = account;
    this.capabilities = { ...everything, ...capabilities };
    this.pace = { perConversation: unhurried, perGroup: unhurried, perAccount: unhurried, ...pace };
  }

  async send(message: OutgoingMessage): Promise<DeliveryOutcome> {
    this.asked.push(message);
    this.#look();
    await this.#gate;
    const prepared = this.#prepared.shift();
    if (prepared instanceof Error) throw prepared;
    const failure = this.#unwilling.get(message.conversationId);
    const outcome = prepared ?? (failure ? failedWith(failure) : this.#takes(message));
    if (outcome.kind === 'sent') this.taken.push({ message, externalIds: outcome.externalIds });
    this.#look();
    return outcome;
  }

  fetchFile(ref: string): Promise<Uint8Array> {
    const bytes = this.files.get(ref);
    return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`no file ${ref}`));
  }

  leave(conversationExternalId: string): Promise<DeliveryOutcome> {
    this.left.push(conversationExternalId);
    return Promise.resolve({ kind: 'sent', externalIds: [] });
  }

  /** The next messages are answered so, one after the other; an error is thrown. */
  prepare(...answers: (DeliveryFailure | DeliveryOutcome | Error)[]): void {
    for (const answer of answers) {
      this.#prepared.push(answer instanceof Error || isOutcome(answer) ? answer : failedWith(answer));
    }
  }

  /** Nothing reaches this conversation from now on, until it is called with null. */
  refuseIn(conversationId: string, failure: DeliveryFailure | null): void {
    if (failure) this.#unwilling.set(conversationId, failure);
    else this.#unwilling.delete(conversationId);
  }

  /** Messages hang until what is returned is called. */
  hold(): () => void {
    const { promise, resolve } = deferred();
    this.#gate = promise;
    return resolve;
  }

  /** Resolves to the first message taken of which `predicate` holds, taken already or later. */
  untilTaken(predicate: (message: OutgoingMessage) => boolean): Promise<Taken> {
    return this.#await(() => this.taken.find(({ message }) => predicate(message)));
  }

  /** Resolves when this many messages have been asked for, taken or not. */
  async untilAsked(count: number): Promise<void> {
    await this.#await(() => (this.asked.length >= count ? true : undefined));
  }

  /** The texts taken in a conversation, in order. */
  textsIn(conversationId: string): string[] {
    return this.taken.filter((one) => one.message.conversationId === conversationId).map((one) => one.message.text);
  }

  #takes(message: OutgoingMessage): DeliveryOutcome {
    if (message.reaction !== null && this.capabilities.reactions) return { kind: 'sent', externalIds: [] };
    if (message.recallIds.length > 0 && this.capabilities.recall) return { kind: 'sent', externalIds: [] };
    if (message.editId !== null && this.capabilities.edits) return { kind: 'sent', externalIds: [message.editId] };
    this.#lastId += 1;
    const externalIds = [`sent-${this.#lastId}`];
    if (message.poll === null || !this.capabilities.polls) return { kind: 'sent', externalIds };
    return { kind: 'sent', externalIds, pollId: `poll-${this.#lastId}` };
  }

  #await<Found>(look: () => Found | undefined): Promise<Found> {
    return new Promise((resolve) => {
      const watcher = (): void => {
        const found = look();
        if (found === undefined) return;
        this.#watchers.delete(watcher);
        resolve(found);
      };
      this.#watchers.add(watcher);
      watcher();
    });
  }

  #look(): void {
    for (const watcher of this.#watchers) watcher();
  }
}

const isOutcome = (answer: DeliveryFailure | DeliveryOutcome): answer is DeliveryOutcome =>
  answer.kind === 'sent' || answer.kind === 'failed';

const failedWith = (failure: DeliveryFailure): DeliveryOutcome => ({ kind: 'failed', failure });

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
