import type { ChannelEvent } from './event.ts';
import type { DeliveryOutcome, OutgoingMessage } from './outgoing.ts';

/** What a platform can do. Core asks for meaning and a channel without the means says it in words. */
export interface Capabilities {
  buttons: boolean;
  reactions: boolean;
  edits: boolean;
  /** Polls of the platform that are not anonymous and whose answers reach us. */
  polls: boolean;
  mentions: boolean;
  /** What the desk has said can be taken back, at least for a while. */
  recall: boolean;
  directChat: boolean;
  files: boolean;
  /** Reply ids point at messages for ever. Where false, quoted text and ticket codes are all there is. */
  stableMessageIds: boolean;
}

/** At most `count` messages in any stretch of `windowMs`. */
export interface Window {
  count: number;
  windowMs: number;
}

/**
 * What the desk allows itself on a platform that does not say how much it bears: besides `Pace`, by minute, hour and day.
 * Counted over all processes, in the database, and shown to managers. Windows slide.
 */
export interface Quota {
  perConversation: readonly Window[];
  perAccount: readonly Window[];
}

/**
 * How fast a platform wants to be spoken to. All windows slide.
 * `perConversation` and `perGroup` are kept by the lane of the conversation, `perAccount` over all processes
 * by the account's row (core/outbox/account-pace.ts), or with the quota where there is one.
 */
export interface Pace {
  /** In any conversation: at most `count` messages in `windowMs`. */
  perConversation: Window;
  /** In group conversations, besides. */
  perGroup: Window;
  /** In all conversations of the account together. */
  perAccount: Window;
}

/**
 * The sending half of a platform's account. Stateless enough that any number of worker processes may hold one for the
 * same account, unless it is `exclusive`.
 */
export interface Channel {
  /** `web`, `telegram`, `wechat`. */
  readonly name: string;
  /** Which of our own accounts; stable over restarts. */
  readonly account: string;
  readonly capabilities: Capabilities;
  readonly pace: Pace;
  /** Our own restraint, where the platform has no published limits. */
  readonly quota?: Quota;
  /**
   * Only the process that is logged in can speak: it alone works the account's delivery queue, and nobody else holds such a
   * channel.
   */
  readonly exclusive?: boolean;
  /** As how many messages the platform counts one for `pace.perAccount`. Where it is left out: the text, and every file, poll and recall. */
  countOf?(message: OutgoingMessage): number;
  /** Never throws for what the platform answers: that is an outcome. */
  send(message: OutgoingMessage): Promise<DeliveryOutcome>;
  /** The bytes behind an attachment's `ref`. @throws when the platform does not have it any more. */
  fetchFile(ref: string): Promise<Uint8Array>;
  leave(conversationExternalId: string): Promise<DeliveryOutcome>;
}

/** Where a bot puts what it hears. Resolves once the event is stored: only then may the platform be told "received". */
export interface Inbox {
  /** @throws when the event could not be stored; the platform must then deliver it again. */
  receive(event: ChannelEvent): Promise<void>;
}

/** The listening half: runs in one process per account, or behind one webhook address. */
export interface Bot {
  readonly channel: Channel;
  /** Resolves when listening. Hands every event to `inbox`, in the platform's order within a conversation. */
  start(inbox: Inbox): Promise<void>;
  /** Takes nothing new, lets what is under way end, resolves within two seconds. */
  stop(): Promise<void>;
}
