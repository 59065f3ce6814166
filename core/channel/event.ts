import { z } from 'zod';

/**
 * What a platform tells the desk, in the desk's words. A bot turns every update of its platform into one of these and
 * hands it to the {@link Inbox}; nothing else of a platform reaches core.
 *
 * Covered: messages, edits, recalls, reactions, button presses, poll answers, people coming and going, the bot coming
 * and going, groups renamed or moved to another id. Left out: typing, presence, reading, calls, payments.
 *
 * Events are stored as JSON, so times are ISO strings here and nothing has methods.
 */
const place = z.object({
  /** The platform's id of the chat. */
  externalId: z.string().min(1),
  kind: z.enum(['group', 'direct']),
  /** The group's name, or the name of the person on the other side. */
  title: z.string(),
});

const sender = z.object({
  /** The platform's id of the account; null when the platform hides it (anonymous administrators, channel posts). */
  externalId: z.string().min(1).nullable(),
  /** As shown where they write. */
  name: z.string(),
  isBot: z.boolean(),
  /**
   * Where a platform gives people new ids: accounts that may be this very person under an earlier id, by
   * `externalId`. Staff are asked. What is certain comes under the earlier id in the first place.
   */
  mayBe: z.array(z.string().min(1)).optional(),
});

const attachment = z.object({
  kind: z.enum(['photo', 'video', 'voice', 'file', 'sticker']),
  mimeType: z.string().nullable(),
  fileName: z.string().nullable(),
  /** What {@link Channel.fetchFile} takes. */
  ref: z.string().min(1),
});

const common = {
  /** The same event delivered twice has the same key; unique within the conversation, also after it moved to another id. */
  key: z.string().min(1),
  conversation: place,
  /** The platform's time. */
  at: z.iso.datetime(),
};

const messageBody = {
  ...common,
  sender,
  /** The platform's id of the message; never that of another one in the conversation, also after it moved to another id. */
  messageId: z.string().min(1),
  /** Plain text or a caption; empty for a photo without words. */
  text: z.string(),
  attachments: z.array(attachment),
};

export const channelEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message'),
    ...messageBody,
    /** The message this is a reply to, by the platform's id. */
    replyToId: z.string().min(1).nullable(),
    /** What a platform without reply ids quotes instead (WeChat), as text. */
    quotedText: z.string().nullable(),
    /** Messages of one album share it. */
    albumKey: z.string().nullable(),
    /** The bot itself was addressed: mentioned, or written to directly. */
    toBot: z.boolean(),
    forwarded: z.boolean(),
  }),
  z.object({ type: z.literal('edit'), ...messageBody }),
  z.object({ type: z.literal('recall'), ...common, messageId: z.string().min(1) }),
  z.object({
    type: z.literal('reaction'),
    ...common,
    sender,
    messageId: z.string().min(1),
    /** All reactions this sender has on the message now; empty when taken back. */
    emoji: z.array(z.string()),
  }),
  z.object({
    type: z.literal('button'),
    ...common,
    sender,
    /** Our own message that carries the button. */
    messageId: z.string().min(1),
    /** {@link Choice.id} of the button. */
    choiceId: z.string().min(1),
  }),
  z.object({
    type: z.literal('poll_answer'),
    ...common,
    sender,
    pollId: z.string().min(1),
    /** Indices of the chosen options; empty when taken back. */
    options: z.array(z.int().nonnegative()),
  }),
  z.object({ type: z.literal('member_joined'), ...common, members: z.array(sender) }),
  z.object({ type: z.literal('member_left'), ...common, member: sender }),
  z.object({ type: z.literal('bot_added'), ...common, by: sender.nullable() }),
  z.object({ type: z.literal('bot_removed'), ...common, by: sender.nullable() }),
  z.object({ type: z.literal('group_renamed'), ...common, name: z.string() }),
  /** The platform now knows the same group under another id. `conversation.externalId` is the old one. */
  z.object({ type: z.literal('group_upgraded'), ...common, newExternalId: z.string().min(1) }),
]);

export type ChannelEvent = z.infer<typeof channelEventSchema>;
export type ChannelEventOf<T extends ChannelEvent['type']> = Extract<ChannelEvent, { type: T }>;
export type EventSender = z.infer<typeof sender>;
export type EventAttachment = z.infer<typeof attachment>;
