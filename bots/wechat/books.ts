import type { Quote } from './said.ts';

/** A group as a session sees it now. */
export interface SeenRoom {
  puppetRoomId: string;
  topic: string;
  /** Names of its members, as shown in it; what is not known is left out. */
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
  /** As shown where they were seen: the name in the group, else the remark, else their own. */
  name: string;
  /** Users known before who may be the same person (`sender.mayBe`); empty when it is certain. */
  mayBe: string[];
}

export interface KnownMessage {
  externalId: string;
  senderName: string;
  text: string;
  ours: boolean;
  at: Date;
}

/**
 * What the channel remembers of WeChat, for one account of ours. Ids that leave it are the ones under which core knows groups
 * and users, which stay the same whatever ids a new login brings.
 */
export interface Books {
  /**
   * The group that this account sees under that id: the one it saw before, else the one that is certainly the same, else a
   * new one. `held` says whether this account speaks and listens for it.
   */
  room(seen: SeenRoom, now: Date): Promise<{ externalId: string; held: boolean }>;
  /** The id by which this account's session knows a group now; null when it is not in it. */
  puppetRoomOf(externalId: string): Promise<string | null>;
  leftRoom(externalId: string, now: Date): Promise<void>;
  contact(seen: SeenContact, now: Date): Promise<KnownContact>;
  /** The id by which this account's session knows a user now; null when it does not. */
  puppetContactOf(externalId: string): Promise<string | null>;

  /** Puts a message into memory; one that is there is left as it is. */
  remember(conversationId: string, message: KnownMessage): Promise<void>;
  message(conversationId: string, externalId: string): Promise<KnownMessage | null>;
  /** The message that a quote means, among the latest of the conversation; null when none or several fit. */
  quoted(conversationId: string, quote: Quote): Promise<KnownMessage | null>;
  /** The newest messages, latest first. */
  latest(conversationId: string, count: number): Promise<KnownMessage[]>;

  /** A place for a file that is being fetched; resolves to its `ref`. */
  openFile(file: { mimeType: string | null; fileName: string | null }): Promise<string>;
  keepFile(ref: string, bytes: Uint8Array): Promise<void>;
}
