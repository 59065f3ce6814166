import type { Chat, Message } from 'telegraf/types';
import type { ChannelEvent, EventSender } from '../../../core/channel/event.ts';
import { messageIdOf } from '../message-id.ts';
import { attachmentsOf } from './attachments.ts';
import { hiddenSender, isoOf, placeOf, senderOf } from './place.ts';
import type { Place } from './place.ts';
import { fromServiceMessage } from './service-message.ts';
import type { Self } from './self.ts';
import { wordsOf } from './words.ts';

/**
 * What a new message tells. Empty for what does not concern the desk: commands to other bots, pinned messages, games.
 */
export function fromMessage(message: Message, self: Self): ChannelEvent[] {
  const conversation = placeOf(message.chat);
  if (!conversation) return [];
  const told = fromServiceMessage(message, conversation, self);
  if (told) return told;
  const words = wordsOf(message, self);
  if (words.forAnotherBot || !saysSomething(message)) return [];
  const body = bodyOf(message, conversation, words.text);
  return [
    {
      type: 'message',
      ...body,
      key: `message:${body.messageId}`,
      at: isoOf(message.date),
      replyToId: replyToIdOf(message),
      quotedText: null,
      albumKey: 'media_group_id' in message ? (message.media_group_id ?? null) : null,
      toBot: conversation.kind === 'direct' || words.mentionsUs,
      forwarded: 'forward_origin' in message && message.forward_origin !== undefined,
    },
  ];
}

/**
 * A new version of a message. The number of the update is part of the key, because two edits may fall into one second;
 * an update delivered twice keeps its number.
 */
export function fromEdit(message: Message & { edit_date: number }, self: Self, updateId: number): ChannelEvent[] {
  const conversation = placeOf(message.chat);
  if (!conversation || !saysSomething(message)) return [];
  const body = bodyOf(message, conversation, wordsOf(message, self).text);
  const key = `edit:${body.messageId}:${message.edit_date}:${updateId}`;
  return [{ type: 'edit', ...body, key, at: isoOf(message.edit_date) }];
}

function bodyOf(message: Message, conversation: Place, text: string) {
  const messageId = messageIdOf(message.chat.id, message.message_id);
  return { conversation, sender: writerOf(message), messageId, text, attachments: attachmentsOf(message) };
}

function writerOf(message: Message): EventSender {
  const signature = 'author_signature' in message ? message.author_signature : undefined;
  if (message.sender_chat) return hiddenSender(message.sender_chat, signature);
  return message.from ? senderOf(message.from) : hiddenSender(message.chat, signature);
}

function replyToIdOf(message: Message): string | null {
  if (!('reply_to_message' in message) || !message.reply_to_message) return null;
  const { reply_to_message: repliedTo, message_thread_id: thread, is_topic_message: inTopic } = message;
  // Whatever is written in a topic of a forum counts as a reply to the topic's first message.
  if (inTopic && repliedTo.message_id === thread) return null;
  return messageIdOf(chatOf(repliedTo, message).id, repliedTo.message_id);
}

const chatOf = (message: { chat?: Chat }, around: Message): Chat => message.chat ?? around.chat;

const speaking = [
  'text',
  'photo',
  'video',
  'video_note',
  'voice',
  'audio',
  'document',
  'animation',
  'sticker',
  'location',
  'venue',
  'contact',
  'poll',
  'story',
  'dice',
] as const;

/** Something that a person wrote or sent, in contrast to what Telegram reports about the chat. */
const saysSomething = (message: Message): boolean => speaking.some((kind) => kind in message);
