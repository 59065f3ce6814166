import type { Chat, User } from 'telegraf/types';
import type { ChannelEvent, EventSender } from '../../../core/channel/event.ts';

export type Place = ChannelEvent['conversation'];

/** Null for a broadcast channel: nobody talks to the office there. */
export function placeOf(chat: Chat): Place | null {
  if (chat.type === 'channel') return null;
  if (chat.type === 'private') return { externalId: String(chat.id), kind: 'direct', title: fullName(chat) };
  return { externalId: String(chat.id), kind: 'group', title: chat.title };
}

export function fullName(person: { first_name: string; last_name?: string }): string {
  return person.last_name ? `${person.first_name} ${person.last_name}` : person.first_name;
}

export function senderOf(user: User): EventSender {
  return { externalId: String(user.id), name: fullName(user), isBot: user.is_bot };
}

/** Anonymous administrators and channels speak as a chat; the user that Telegram names with them stands for nobody. */
export function hiddenSender(chat: Chat, signature?: string): EventSender {
  const title = chat.type === 'private' ? fullName(chat) : chat.title;
  return { externalId: null, name: signature ?? title, isBot: false };
}

/** Telegram counts seconds. */
export function isoOf(seconds: number): string {
  return new Date(seconds * 1_000).toISOString();
}
