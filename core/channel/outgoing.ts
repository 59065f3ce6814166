import { z } from 'zod';

/** Something the reader can choose. A channel with buttons shows one; a channel without says it as a numbered line. */
export const choiceSchema = z.object({
  /** What comes back as `choiceId`. At most 60 bytes, so that it fits Telegram's callback data. */
  id: z.string().min(1).max(60),
  label: z.string().min(1),
});
export type Choice = z.infer<typeof choiceSchema>;

/** A question with what can be chosen. Everybody there sees who chose what. */
const pollSchema = z.object({
  question: z.string().min(1),
  options: z.array(z.string().min(1)).min(2).max(10),
  /** Several may be chosen. */
  several: z.boolean().default(false),
});
export type OutgoingPoll = z.infer<typeof pollSchema>;

/**
 * What the desk wants said, by meaning. `text` is plain: what looks like markup in it is shown as written, and
 * escaping is the channel's business. Stored as JSON in the outbox.
 */
export const outgoingContentSchema = z.object({
  text: z.string(),
  /** Rows of choices. */
  choices: z.array(z.array(choiceSchema)).optional(),
  /**
   * The text says itself how to answer: without buttons no choice is listed, none has a number (numbers may be the answer), and each is
   * made by its label.
   */
  byLabel: z.boolean().optional(),
  /** Photos and files that came by some channel, by the id of their row (Attachment). */
  attachmentIds: z.array(z.string()).optional(),
  /** Instead of text: only a reaction to the message replied to. Where a channel cannot react, `text` is said. */
  reaction: z.string().optional(),
  /**
   * For an update of a card, where the channel cannot edit: the one line that tells what is new, after those of updates
   * that it takes the place of. Without it, nothing is said there.
   */
  brief: z.string().min(1).optional(),
  /** Shown as a QR code beside the text, as a picture made when it is sent. Emptied once it is sent or dropped: it may be a key. */
  qr: z.string().min(1).optional(),
  /**
   * Asked as a poll of the platform where it has them, beside the text and in place of the choices; where it has not, the text and
   * the choices are said. The text may end with the question, which is then not said twice.
   */
  poll: pollSchema.optional(),
  /**
   * Takes back the word that this replaces, where the channel can; where it cannot, the text is said instead, or nothing when it
   * is empty.
   */
  recall: z.boolean().optional(),
  /** Once this was said, the bot leaves the group. */
  leave: z.boolean().optional(),
});
export type OutgoingContent = z.infer<typeof outgoingContentSchema>;

/** One message as a channel is asked to send it. */
export interface OutgoingMessage {
  /** The platform's id of the conversation. */
  conversationId: string;
  /** Unchanged when the same message is tried again, so that a platform that knows such keys says it once. */
  sendKey: string;
  text: string;
  choices: Choice[][];
  files: OutgoingFile[];
  /** The platform's id of the message to reply to. A reply to a message that is gone is sent without the reply. */
  replyToId: string | null;
  /** The platform's id of an earlier message of ours to change in place; only when the channel can edit. */
  editId: string | null;
  /** React to `replyToId` with this instead of speaking; only when the channel can react. */
  reaction: string | null;
  /** Ask this as a poll, in place of the choices; only when the channel has polls. */
  poll: OutgoingPoll | null;
  /** Take back these earlier messages of ours, by the platform's ids, instead of speaking; only when the channel can recall. */
  recallIds: string[];
}

export interface OutgoingFile {
  kind: 'photo' | 'video' | 'voice' | 'file';
  fileName: string | null;
  mimeType: string | null;
  /** Set when the file came by the same channel and account: its `ref` can be used again. */
  ref: string | null;
  bytes: () => Promise<Uint8Array>;
}

/**
 * Why a platform did not take a message. Every channel says it in these words:
 * - `unreachable`: this recipient cannot be reached any more (blocked the bot, account deleted, group gone).
 * - `not_a_member`: the bot is not in the group, or may not write there.
 * - `must_wait`: try again after `waitMs`; nothing was sent. With `of`, the platform means the whole account, and nothing goes to anybody
 *   until then; otherwise it means the conversation, or does not say whom it means.
 * - `upgraded`: the conversation has another id now; nothing was sent.
 * - `logged_out`: our account's credentials are not accepted; nothing goes out until an operator acts.
 * - `platform_down`: no answer, or a fault on the other side; it may or may not have been sent.
 * - `refused`: this message will never be taken, as it is; `reason` says why.
 */
export type DeliveryFailure =
  | { kind: 'unreachable' | 'not_a_member' | 'logged_out' | 'platform_down' | 'refused'; reason: string }
  | { kind: 'must_wait'; reason: string; waitMs: number; of?: 'account' }
  | { kind: 'upgraded'; reason: string; newExternalId: string };

/**
 * `externalIds`: the platform's ids of what was sent, in order; empty for a reaction, and for what was taken back. `pollId`: of the
 * poll that the last of them is. What cannot be taken back any more is `refused`; what is gone already counts as taken back.
 */
export type DeliveryOutcome =
  | { kind: 'sent'; externalIds: string[]; pollId?: string }
  | { kind: 'failed'; failure: DeliveryFailure };
