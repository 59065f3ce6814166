import type { ChannelEvent } from './event.ts';
import type { DeliveryOutcome, OutgoingMessage } from './outgoing.ts';

/** What a platform can do. Core asks for meaning and a channel without the means says it in words. */
export interface Capabilities {
  buttons: boolean;
  reactions: boolean;
  edits: boolean;
  polls: boolean;
  mentions: boolean;
  recall: boolean;
  directChat: boolean;
  files: boolean;
  /** Reply ids point at messages for ever. Where false, quoted text and ticket codes are all there is. */
  stableMessageIds: boolean;
}

/**
 * How fast a platform wants to be spoken to. All windows slide.
 * `perConversation` and `perGroup` are kept by the lane of the conversation, `perAccount` by the delivery queue.
 */
export interface Pace {
  /** In any conversation: at most `count` messages in `windowMs`. */
  perConversation: { count: number; windowMs: number };
  /** In group conversations, besides. */
  perGroup: { count: number; windowMs: number };
  /** In all conversations of the account together. */
  perAccount: { count: number; windowMs: number };
}

/**
 * The sending half of a platform's account. Stateless enough that any number of worker processes may hold one for the
 * same account, unless `exclusive` is set.
 */
export interface Channel {
  /** `web`, `telegram`, `wechat`. */
  readonly name: string;
  /** Which of our own accounts; stable over restarts. */
  readonly account: string;
  readonly capabilities: Capabilities;
  readonly pace: Pace;
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
