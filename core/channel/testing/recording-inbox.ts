import type { Inbox } from '../channel.ts';
import { channelEventSchema } from '../event.ts';
import type { ChannelEvent, ChannelEventOf } from '../event.ts';

/** What the inbox throws when it is told to. */
export class StorageFault extends Error {
  override readonly name = 'StorageFault';
}

/** An inbox in memory, as strict as the real one: events must keep the contract, and the same event counts once. */
export class RecordingInbox implements Inbox {
  /** What was stored, in order, every event once. */
  readonly events: ChannelEvent[] = [];
  /** Every hand-over, those that were turned away or known already included. */
  readonly handedOver: ChannelEvent[] = [];
  /** Conversations in which an event was handed over while the one before was still being stored. */
  readonly overtaken = new Set<string>();
  readonly #underWay = new Set<string>();
  readonly #watchers = new Set<() => void>();
  #faultsLeft = 0;
  #stuck: Promise<never> | null = null;

  async receive(event: ChannelEvent): Promise<void> {
    const conversation = event.conversation.externalId;
    this.handedOver.push(channelEventSchema.parse(event));
    if (this.#underWay.has(conversation)) this.overtaken.add(conversation);
    this.#underWay.add(conversation);
    for (const watcher of this.#watchers) watcher();
    try {
      // Storing takes a while; who does not wait for it overtakes.
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#stuck) await this.#stuck;
      this.#store(event);
    } finally {
      this.#underWay.delete(conversation);
      for (const watcher of this.#watchers) watcher();
    }
  }

  /** The next `times` events cannot be stored. */
  failNext(times = 1): void {
    this.#faultsLeft = times;
  }

  /** From now on, storing never ends. */
  getStuck(): void {
    this.#stuck = new Promise<never>(() => {});
  }

  /** Resolves to the first stored event of the type of which `predicate` holds, stored already or later. */
  next<Type extends ChannelEvent['type']>(
    type: Type,
    predicate: (event: ChannelEventOf<Type>) => boolean = () => true,
  ): Promise<ChannelEventOf<Type>> {
    const isIt = (event: ChannelEvent): event is ChannelEventOf<Type> => event.type === type;
    return this.until(() => this.events.filter(isIt).find(predicate));
  }

  /** Resolves to what `look` finds, as soon as it finds something. */
  until<Found>(look: () => Found | undefined): Promise<Found> {
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

  /** Resolves when this many events have been handed over, stored or not. */
  async untilHandedOver(count: number): Promise<void> {
    await this.until(() => (this.handedOver.length >= count ? true : undefined));
  }

  #store(event: ChannelEvent): void {
    if (this.#faultsLeft > 0) {
      this.#faultsLeft -= 1;
      throw new StorageFault('the event cannot be stored now');
    }
    const isKnown = this.events.some(
      (known) => known.key === event.key && known.conversation.externalId === event.conversation.externalId,
    );
    if (!isKnown) this.events.push(event);
  }
}
