import type { CallbackQuery, MessageReactionUpdated, PollAnswer, Update } from 'telegraf/types';
import type { ChannelEvent } from '../../../core/channel/event.ts';
import { messageIdOf } from '../message-id.ts';
import { fromMemberChange, fromOwnChange } from './members.ts';
import { fromEdit, fromMessage } from './message.ts';
import { hiddenSender, isoOf, placeOf, senderOf } from './place.ts';
import type { Self } from './self.ts';

/** What is asked of Telegram. Reactions and members are only told to bots that ask for them and are administrators. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'message_reaction',
  'poll_answer',
  'my_chat_member',
  'chat_member',
] as const;

/**
 * What an update says in core's words: mostly one event, none when it does not concern the desk. `now` is when it
 * came.
 */
export function translateUpdate(update: Update, self: Self, now: Date): ChannelEvent[] {
  if ('message' in update) return fromMessage(update.message, self);
  if ('edited_message' in update) return fromEdit(update.edited_message, self, update.update_id);
  if ('callback_query' in update) return fromPress(update.callback_query, now);
  if ('message_reaction' in update) return fromReaction(update.message_reaction, update.update_id);
  if ('poll_answer' in update) return fromPollAnswer(update.poll_answer, update.update_id, now);
  if ('my_chat_member' in update) return fromOwnChange(update.my_chat_member, update.update_id);
  if ('chat_member' in update) return fromMemberChange(update.chat_member, self);
  return [];
}

/**
 * Updates with the same lane are taken one after the other: the chat as Telegram names it. (Right after an upgrade, the
 * first thing said in the new group is that it was upgraded.)
 */
export function laneOf(update: Update): string {
  if ('message' in update) return chatOf(update.message);
  if ('edited_message' in update) return chatOf(update.edited_message);
  if ('callback_query' in update) return chatOf(update.callback_query.message ?? {});
  if ('message_reaction' in update) return chatOf(update.message_reaction);
  if ('my_chat_member' in update) return chatOf(update.my_chat_member);
  if ('chat_member' in update) return chatOf(update.chat_member);
  return '';
}

/** Must not fail for what is not as the documentation says: that is told apart later, without holding back the rest. */
const chatOf = (news: { chat?: { id: number } }): string => String(news.chat?.id ?? '');

/** Telegram does not say when a button was pressed. */
function fromPress(query: CallbackQuery, now: Date): ChannelEvent[] {
  const conversation = query.message ? placeOf(query.message.chat) : null;
  if (!conversation || !query.message || !('data' in query)) return [];
  return [
    {
      type: 'button',
      key: `press:${query.id}`,
      conversation,
      at: now.toISOString(),
      sender: senderOf(query.from),
      messageId: messageIdOf(query.message.chat.id, query.message.message_id),
      choiceId: query.data,
    },
  ];
}

function fromReaction(change: MessageReactionUpdated, updateId: number): ChannelEvent[] {
  const conversation = placeOf(change.chat);
  if (!conversation) return [];
  const sender = change.user ? senderOf(change.user) : hiddenSender(change.actor_chat ?? change.chat);
  const messageId = messageIdOf(change.chat.id, change.message_id);
  return [
    {
      type: 'reaction',
      key: `reaction:${messageId}:${updateId}`,
      conversation,
      at: isoOf(change.date),
      sender,
      messageId,
      emoji: change.new_reaction.flatMap((reaction) => (reaction.type === 'emoji' ? [reaction.emoji] : [])),
    },
  ];
}

/**
 * Telegram does not say where the poll stood, so that the answer is told in the voter's direct chat. Chats' votes are
 * left out.
 */
function fromPollAnswer(answer: PollAnswer, updateId: number, now: Date): ChannelEvent[] {
  if (!answer.user || answer.voter_chat) return [];
  const sender = senderOf(answer.user);
  return [
    {
      type: 'poll_answer',
      key: `vote:${answer.poll_id}:${answer.user.id}:${updateId}`,
      conversation: { externalId: String(answer.user.id), kind: 'direct', title: sender.name },
      at: now.toISOString(),
      sender,
      pollId: answer.poll_id,
      options: answer.option_ids,
    },
  ];
}
