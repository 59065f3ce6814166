import type { types } from 'wechaty-puppet';
import type { ChannelEvent, EventSender } from '../../../core/channel/event.ts';
import type { Clock } from '../../../core/clock.ts';
import type { Books, KnownContact } from '../books.ts';
import { storable } from './key.ts';
import { MemberNames } from './members.ts';
import type { Ask } from './ask.ts';
import { within } from '../within.ts';

/** A group as core knows it. */
export interface KnownRoom {
  externalId: string;
  title: string;
  /** This account speaks and listens for it. */
  held: boolean;
}

/** A user as core knows them. */
export interface KnownFace {
  sender: EventSender & { externalId: string };
  /** As others see it in the place: the name there, else their own. Quotes carry it. */
  shownName: string;
  ours: boolean;
}

export interface FacesParts {
  ask: Ask;
  books: Books;
  clock: Clock;
}

/** A group of some dozens of members is looked at in less. */
const LOOK_MS = 2_000;

/** wechaty-puppet's number; its module is not loaded for that. */
const OFFICIAL: ReadonlySet<types.Contact | number | undefined> = new Set<number>([2]);

/** Who somebody is and which group it is: what the puppet shows, looked up in the books. Dear questions are asked rarely. */
export class Faces {
  readonly #ask: Ask;
  readonly #books: Books;
  readonly #clock: Clock;
  readonly #members: MemberNames;
  readonly #topics = new Map<string, string>();
  readonly #lookedAt = new Set<string>();

  constructor({ ask, books, clock }: FacesParts) {
    this.#ask = ask;
    this.#books = books;
    this.#clock = clock;
    this.#members = new MemberNames(ask, clock);
  }

  /** A new login: ids may mean something else now. */
  forget(): void {
    this.#members.forget();
    this.#topics.clear();
    this.#lookedAt.clear();
  }

  /**
   * @param at when it was heard of: ids of an earlier login are not taken for those of the present one
   */
  async room(puppetRoomId: string, at: Date = this.#clock.now()): Promise<KnownRoom> {
    const topic = await this.#topicOf(puppetRoomId);
    const memberNames = await this.#namesIn(puppetRoomId);
    const { externalId, held } = await this.#books.room({ puppetRoomId, topic, memberNames }, at);
    this.#lookedAt.add(puppetRoomId);
    return { externalId, held, title: topic };
  }

  /** Looks at all groups that were not looked at since the login. False when the platform does not say which there are. */
  async lookAround(): Promise<boolean> {
    const ids = await this.#ask.once((puppet) => puppet.roomList());
    for (const id of ids ?? []) if (!this.#lookedAt.has(id)) await this.room(id);
    return ids !== null;
  }

  /** The group has another name. */
  renamed(puppetRoomId: string, topic: string): void {
    this.#topics.set(puppetRoomId, storable(topic));
  }

  /** Members have come or gone. */
  membersChanged(puppetRoomId: string): void {
    this.#members.changed(puppetRoomId);
  }

  /** Somebody in a group. */
  async member(
    puppetRoomId: string,
    roomExternalId: string,
    puppetId: string,
    at: Date = this.#clock.now(),
  ): Promise<KnownFace> {
    const { name, roomName } = await this.#members.nameOf(puppetRoomId, puppetId);
    const contact = await this.#contact(puppetId);
    const own = contact.name || name;
    const shownName = roomName || own;
    const room = { externalId: roomExternalId, name: shownName };
    const seen = { puppetId, name: own, alias: contact.alias, room };
    const known = await this.#books.contact(seen, at);
    return this.#face(known, roomName || contact.alias || own, shownName, contact.isOfficial);
  }

  /** The name of a member as others see it there; empty when the platform does not say. */
  async nameIn(puppetRoomId: string, puppetId: string): Promise<string> {
    const { name, roomName } = await this.#members.nameOf(puppetRoomId, puppetId);
    return roomName || name;
  }

  /** Somebody outside of groups. */
  async contact(puppetId: string, at: Date = this.#clock.now()): Promise<KnownFace> {
    const { name, alias, isOfficial } = await this.#contact(puppetId);
    const known = await this.#books.contact({ puppetId, name, alias, room: null }, at);
    return this.#face(known, alias || name, name, isOfficial);
  }

  /** Whether the platform knows somebody under this id now. */
  async isKnown(puppetId: string): Promise<boolean> {
    const payload = await this.#ask.once((puppet) => puppet.contactPayload(puppetId));
    return payload?.id === puppetId;
  }

  #face(known: KnownContact, name: string, shownName: string, isOfficial: boolean): KnownFace {
    const { externalId, mayBe, ours } = known;
    // Where the platform does not say, what was known before is better than nobody.
    const sender = {
      externalId,
      name: name || known.name,
      isBot: ours || isOfficial,
      ...(mayBe.length > 0 ? { mayBe } : {}),
    };
    return { sender, shownName: shownName || known.name, ours };
  }

  /** A group of many members takes a while; where its id says which it is, nobody waits for that. */
  async #namesIn(puppetRoomId: string): Promise<readonly string[]> {
    const looking = this.#members.namesIn(puppetRoomId);
    const soon = await within(LOOK_MS, () => looking).catch(() => null);
    return soon ?? ((await this.#books.knowsRoom(puppetRoomId)) ? [] : await looking);
  }

  async #contact(puppetId: string): Promise<{ name: string; alias: string; isOfficial: boolean }> {
    const payload = await this.#ask((puppet) => puppet.contactPayload(puppetId));
    return {
      name: storable(payload?.name ?? ''),
      alias: storable(payload?.alias ?? ''),
      isOfficial: OFFICIAL.has(payload?.type),
    };
  }

  async #topicOf(puppetRoomId: string): Promise<string> {
    const known = this.#topics.get(puppetRoomId);
    // wechaty-puppet keeps the payload until the platform tells of a change, so that this is seldom a call.
    const payload = await this.#ask((puppet) => puppet.roomPayload(puppetRoomId), known !== undefined);
    const topic = payload?.topic ? storable(payload.topic) : (known ?? '');
    this.#topics.set(puppetRoomId, topic);
    return topic;
  }
}

export const groupPlace = ({ externalId, title }: KnownRoom): ChannelEvent['conversation'] => ({
  externalId,
  kind: 'group',
  title,
});

export const directPlace = ({ sender }: KnownFace): ChannelEvent['conversation'] => ({
  externalId: sender.externalId,
  kind: 'direct',
  title: sender.name,
});
