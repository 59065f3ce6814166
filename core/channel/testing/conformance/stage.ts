import { afterEach, beforeEach } from 'vitest';
import type { Bot } from '../../channel.ts';
import type { DeliveryFailure, DeliveryOutcome, OutgoingMessage } from '../../outgoing.ts';
import type { DriverPerson, DriverPlace, Harness, Lack, SeenMessage } from '../driver.ts';
import { RecordingInbox } from '../recording-inbox.ts';

/** A fresh platform for every test, and what the tests do on it again and again. */
export class Stage {
  readonly #make: () => Promise<Harness>;
  readonly #lacks: ReadonlySet<Lack>;
  readonly #bots: Bot[] = [];
  #harness: Harness | null = null;

  /** To be made inside of a `describe`: sets up before and clears away after every test in it. */
  constructor(make: () => Promise<Harness>, lacks: readonly Lack[]) {
    this.#make = make;
    this.#lacks = new Set(lacks);
    beforeEach(async () => {
      this.#harness = await this.#make();
    });
    afterEach(async () => {
      await Promise.all(this.#bots.splice(0).map((bot) => bot.stop()));
      await this.#harness?.close();
      this.#harness = null;
    });
  }

  lacks(thing: Lack): boolean {
    return this.#lacks.has(thing);
  }

  get harness(): Harness {
    if (!this.#harness) throw new Error('the harness is there only while a test runs');
    return this.#harness;
  }

  get driver(): Harness['driver'] {
    return this.harness.driver;
  }

  get channel(): Harness['channel'] {
    return this.harness.channel;
  }

  /** A bot that listens, stopped after the test at the latest. */
  async listen(inbox: RecordingInbox = new RecordingInbox()): Promise<{ bot: Bot; inbox: RecordingInbox }> {
    const bot = await this.harness.bot();
    this.#bots.push(bot);
    await bot.start(inbox);
    return { bot, inbox };
  }

  /** A group in which these persons are members. */
  async group(title: string, ...names: string[]): Promise<{ group: DriverPlace; people: DriverPerson[] }> {
    const group = await this.driver.group(title);
    const people: DriverPerson[] = [];
    for (const name of names) people.push(await this.member(group, name));
    return { group, people };
  }

  async member(group: DriverPlace, name: string): Promise<DriverPerson> {
    const person = await this.driver.person(name);
    await this.driver.join(person, group);
    return person;
  }

  send(place: DriverPlace, message: Partial<OutgoingMessage>): Promise<DeliveryOutcome> {
    return this.channel.send(outgoing(place, message));
  }

  /** Sends what must be taken, and resolves to the ids. */
  async say(place: DriverPlace, message: Partial<OutgoingMessage>): Promise<string[]> {
    return idsOf(await this.send(place, message));
  }

  seen(place: DriverPlace): Promise<SeenMessage[]> {
    return this.driver.seen(place);
  }
}

let sendKeys = 0;

/** A message with a send key of its own. */
export function outgoing(place: DriverPlace, message: Partial<OutgoingMessage>): OutgoingMessage {
  sendKeys += 1;
  return {
    conversationId: place.externalId,
    sendKey: `conformance-${process.pid}-${Date.now()}-${sendKeys}`,
    text: '',
    choices: [],
    files: [],
    replyToId: null,
    editId: null,
    reaction: null,
    poll: null,
    recallIds: [],
    ...message,
  };
}

export function idsOf(outcome: DeliveryOutcome): string[] {
  if (outcome.kind === 'failed') throw new Error(`not sent: ${outcome.failure.kind}: ${outcome.failure.reason}`);
  return outcome.externalIds;
}

export function failureOf(outcome: DeliveryOutcome): DeliveryFailure {
  if (outcome.kind === 'sent') throw new Error('sent, although it could not be');
  return outcome.failure;
}

/** The smallest PNG there is, with bytes of its own at the end, so that every picture differs. */
export function picture(mark: string): Uint8Array {
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
  return new Uint8Array(Buffer.concat([Buffer.from(pixel, 'base64'), Buffer.from(mark)]));
}
