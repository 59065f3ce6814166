import type { Message } from 'telegraf/types';
import type { ChannelEvent } from '../../../core/channel/event.ts';
import { joined, left } from './members.ts';
import { messageIdOf } from '../message-id.ts';
import { isoOf } from './place.ts';
import type { Place } from './place.ts';
import type { Self } from './self.ts';

/**
 * What Telegram reports in the form of a message: people coming and going, a new title, a new id. Null when a person
 * speaks. That the bot itself came or went is told by `my_chat_member`, and not once more here.
 */
export function fromServiceMessage(message: Message, conversation: Place, self: Self): ChannelEvent[] | null {
  const at = isoOf(message.date);
  if ('new_chat_members' in message) {
    const others = message.new_chat_members.filter((user) => user.id !== self.id);
    return others.map((user) => joined(conversation, user, message.date));
  }
  if ('left_chat_member' in message) {
    const user = message.left_chat_member;
    return user.id === self.id ? [] : [left(conversation, user, message.date)];
  }
  if ('new_chat_title' in message) {
    const key = `renamed:${messageIdOf(message.chat.id, message.message_id)}`;
    return [{ type: 'group_renamed', key, conversation, at, name: message.new_chat_title }];
  }
  if ('migrate_to_chat_id' in message) return [upgraded(conversation, message.migrate_to_chat_id, at)];
  if ('migrate_from_chat_id' in message) {
    const before = { ...conversation, externalId: String(message.migrate_from_chat_id) };
    return [upgraded(before, message.chat.id, at)];
  }
  return null;
}

/** Telegram says it in the old group and in the new one: the same event, so the same key. */
function upgraded(conversation: Place, newChatId: number, at: string): ChannelEvent {
  return { type: 'group_upgraded', key: `upgraded:${newChatId}`, conversation, at, newExternalId: String(newChatId) };
}
