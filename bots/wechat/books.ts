import type { Quote } from './said.ts';

/** What a new login shows. */
export interface Login {
  /** Ourselves, by the session's id. */
  self: { id: string; name: string };
  /** The ids of all groups and users that the session lists now, without looking at any of them. */
  puppetRoomIds: readonly string[];
  puppetContactIds: readonly string[];
}

/** A group as a session sees it now. */
export interface SeenRoom {
  puppetRoomId: string;
  topic: string;
  /**
   * Names of its members, as shown in it, one for each, so that two of one name are two; what is not known is left out. A
   * group that has a new id is found again by them only. Empty when nobody looked: then what was known before stays.
   */
  memberNames: readonly string[];
}

/** A user as a session sees them now. */
export interface SeenContact {
  puppetId: string;
  name: string;
  /** The remark that our account gave them; empty without. */
  alias: string;
  /** Where they were seen, with the name that they have there; null outside of groups. */
  room: { externalId: string; name: string } | null;
}

export interface KnownContact {
  externalId: string;
  /** As shown where they were seen: the name in the group, else the remark, else their own; else the one known before. */
  name: string;
  /**
   * Users known before who may be the same person (`sender.mayBe`), the one seen latest first; empty when it is certain.
   * Said again for a day, because the first event that told it may never have been stored; core asks once.
   */
  mayBe: string[];
  /** An account of ours, this one or another: what it says is ours. */
  ours: boolean;
}

export interface KnownMessage {
  externalId: string;
  senderName: string;
  text: string;
  ours: boolean;
  at: Date;
}

/**
 * How this account stands to a group.
 * - `in`: it is in it, under this id.
 * - `not_seen`: it was, in an earlier session; since the last login the group has not been shown.
 * - `left`: it left or was removed.
 * - `never`: it was never in it.
 */
export type Standing = { kind: 'in'; puppetRoomId: string } | { kind: 'not_seen' | 'left' | 'never' };

/** A file that was announced and not fetched. */
export interface UnkeptFile {
  ref: string;
  messageId: string;
  /** As far as it matters for fetching it. */
  kind: 'photo' | 'file';
}

/**
 * What the channel remembers of WeChat, for one account of ours. Ids that leave it are the ones under which core knows groups
 * and users, which stay the same whatever ids a new login brings.
 */
export interface Books {
  /**
   * A login has happened: ids that were good for one session are not any more. To be called at every login, before anything
   * else; then `room` for every group, so that all are found again before anything is said.
   */
  begin(login: Login, now: Date): Promise<void>;
  /**
   * The group that this account sees under that id: the one it saw before, else the one that is certainly the same, else a
   * new one. `held` says whether this account speaks and listens for it.
   * @param at when it was seen; before the last login, an id that lasts for one login says nothing about where it is now
   */
  room(seen: SeenRoom, at: Date): Promise<{ externalId: string; held: boolean }>;
  /** Whether this account has seen a group under that id, in this session or one before. */
  knowsRoom(puppetRoomId: string): Promise<boolean>;
  /** Whether this account speaks and listens for a group. */
  holds(externalId: string): Promise<boolean>;
  /** The id by which this account's session knows a group now; null when it is not in it, or has not seen it since the login. */
  puppetRoomOf(externalId: string): Promise<string | null>;
  standing(externalId: string): Promise<Standing>;
  leftRoom(externalId: string, now: Date): Promise<void>;
  /** A name that is empty is not known, and does not take the place of one that is. @param at as with `room` */
  contact(seen: SeenContact, at: Date): Promise<KnownContact>;
  /** The id by which this account's session knows a user now; null when it does not. */
  puppetContactOf(externalId: string): Promise<string | null>;

  /**
   * Puts a message into memory; one that is there is left as it is. To be called by the holder of a group only, and once the
   * event is stored: another account that takes the group over leaves out what is here.
   */
  remember(conversationId: string, message: KnownMessage): Promise<void>;
  /** A message was taken back: its words are not quoted any more, nor does a quote mean it. */
  forget(conversationId: string, externalId: string): Promise<void>;
  message(conversationId: string, externalId: string): Promise<KnownMessage | null>;
  /** The message that a quote means, among the latest of the conversation; null when none or several fit. */
  quoted(conversationId: string, quote: Quote): Promise<KnownMessage | null>;
  /** The newest messages, latest first. */
  latest(conversationId: string, count: number): Promise<KnownMessage[]>;

  /** A place for a file that is being fetched; resolves to its `ref`. */
  openFile(file: { mimeType: string | null; fileName: string | null }): Promise<string>;
  keepFile(ref: string, bytes: Uint8Array): Promise<void>;
  /** Files of the last hours that the desk knows of and that were never kept, because the process ended before: the latest first. */
  unkeptFiles(now: Date): Promise<UnkeptFile[]>;

  /** Forgets what nobody asks for any more: messages of more than 30 days, files that never came, ids of long ago. */
  prune(now: Date): Promise<void>;
}
