import type { Bot, Channel } from '../channel.ts';

/** Somebody with an account on the platform. */
export interface DriverPerson {
  /** The platform's id of the account, as it comes back in `sender.externalId`. */
  readonly externalId: string;
  readonly name: string;
}

/** A group, or one person's direct chat with the bot. */
export interface DriverPlace {
  /** The platform's id of the chat, as it comes back in `conversation.externalId`. */
  readonly externalId: string;
}

/** What somebody says: at least a text or a photo. */
export interface DriverWords {
  text?: string;
  /** The bytes of each. More than one makes an album, with the text under the first. */
  photos?: readonly Uint8Array[];
  replyToId?: string;
}

/** A message of the bot as people see it. */
export interface SeenMessage {
  messageId: string;
  text: string;
  replyToId: string | null;
  /** Labels, row by row. */
  buttons: string[][];
  /** How many photos and files it carries. */
  files: number;
  /** The poll that it is, where it is one. */
  poll?: SeenPoll;
}

export interface SeenPoll {
  question: string;
  options: string[];
  several: boolean;
}

/**
 * People acting on a platform, for the conformance suite. Whatever is asked has happened on the platform when the
 * promise resolves; that the bot has heard of it is observed at the inbox. A platform that does not have something
 * leaves the optional method out and names it in {@link Lack}.
 */
export interface PlatformDriver {
  /** A new group in which the bot is a member and may write. */
  group(title: string): Promise<DriverPlace>;
  /** A new account; two persons may have one name. */
  person(name: string): Promise<DriverPerson>;
  /** Makes the person a member of the group. Nobody speaks in a group before. */
  join(person: DriverPerson, group: DriverPlace): Promise<void>;
  /** Resolves to the ids of the messages that came of it: one, or one for each photo of an album. */
  say(person: DriverPerson, place: DriverPlace, words: DriverWords): Promise<string[]>;
  /** What the bot has said there and is to be seen now, oldest first, in the wording shown now. */
  seen(place: DriverPlace): Promise<SeenMessage[]>;
  /** The reactions of the bot that are to be seen on a message. */
  botReactions?(place: DriverPlace, messageId: string): Promise<string[]>;
  /** The message is gone for everybody, and no event tells of it. */
  vanish(place: DriverPlace, messageId: string): Promise<void>;
  /** The platform delivers what it delivered last once more, as if it had not heard that it was received. */
  redeliver(): Promise<void>;

  /** The person's direct chat with the bot, opened by the person. */
  direct?(person: DriverPerson): Promise<DriverPlace>;
  /** The text, addressed to the bot as people do it in a group. */
  mention?(text: string): string;
  edit?(person: DriverPerson, place: DriverPlace, messageId: string, text: string): Promise<void>;
  recall?(person: DriverPerson, place: DriverPlace, messageId: string): Promise<void>;
  /** Leaves exactly these reactions of the person on the message. */
  react?(person: DriverPerson, place: DriverPlace, messageId: string, emoji: readonly string[]): Promise<void>;
  /** Presses the button with this label under a message of the bot. */
  press?(person: DriverPerson, place: DriverPlace, messageId: string, label: string): Promise<void>;
  /** Leaves exactly these options, by their index, chosen by the person; none takes the answer back. */
  vote?(person: DriverPerson, place: DriverPlace, messageId: string, options: readonly number[]): Promise<void>;
  addBot?(group: DriverPlace, by: DriverPerson): Promise<void>;
  removeBot?(group: DriverPlace, by: DriverPerson): Promise<void>;
  rename?(group: DriverPlace, by: DriverPerson, title: string): Promise<void>;
  /** The platform moves the group to another id, and resolves to it. */
  upgrade?(group: DriverPlace): Promise<string>;
  /** The person does not want to hear from the bot any more. */
  block?(person: DriverPerson): Promise<void>;
  /** The next message of the bot is turned away with the request to wait this long. */
  askToWait?(waitMs: number): Promise<void>;
  /** The next message of the bot meets a platform that answers with a fault. */
  breakDown?(): Promise<void>;
  /** From now on the platform does not accept the account's credentials. */
  logOut?(): Promise<void>;
}

/** What a platform may do without. */
export type Lack =
  | 'direct'
  | 'mention'
  | 'albums'
  | 'edits'
  /** People's taking back is told. */
  | 'recall'
  | 'reactions'
  /** Reactions of the bot. */
  | 'botReactions'
  /** Changes of what the bot has said. */
  | 'botEdits'
  /** The bot takes back what it has said. */
  | 'botRecall'
  | 'polls'
  /** Photos and files of the bot. */
  | 'files'
  | 'buttons'
  | 'addBot'
  | 'removeBot'
  | 'rename'
  | 'upgrade'
  | 'block'
  | 'askToWait'
  | 'breakDown'
  | 'logOut'
  /** The same `sendKey` is said again when it is sent again. */
  | 'dedupe';

/**
 * One platform with one account of ours, fresh for every test. What is dear (a database server) may be shared behind
 * it.
 */
export interface Harness {
  driver: PlatformDriver;
  /** The sending half, as a process holds it that does not listen. */
  channel: Channel;
  /**
   * A listening half for the same account, not started. May be asked for again once the one before has been stopped.
   */
  bot(): Promise<Bot>;
  /** Called after every test, when all bots have been stopped. */
  close(): Promise<void>;
}
