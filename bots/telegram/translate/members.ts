import type { ChatMember, ChatMemberUpdated, User } from 'telegraf/types';
import type { ChannelEvent } from '../../../core/channel/event.ts';
import { isoOf, placeOf, senderOf } from './place.ts';
import type { Place } from './place.ts';
import type { Self } from './self.ts';

/**
 * The coming of a person is told by a service message, and to administrators by `chat_member` besides; the key is made
 * of what both know.
 */
export function joined(conversation: Place, user: User, seconds: number): ChannelEvent {
  const key = `joined:${user.id}:${seconds}`;
  return { type: 'member_joined', key, conversation, at: isoOf(seconds), members: [senderOf(user)] };
}

export function left(conversation: Place, user: User, seconds: number): ChannelEvent {
  const key = `left:${user.id}:${seconds}`;
  return { type: 'member_left', key, conversation, at: isoOf(seconds), member: senderOf(user) };
}

/** `chat_member`: somebody else's standing changed. Promotions and restrictions are not told. */
export function fromMemberChange(change: ChatMemberUpdated, self: Self): ChannelEvent[] {
  const conversation = placeOf(change.chat);
  const { user } = change.new_chat_member;
  const step = stepOf(change);
  if (!conversation || !step || user.id === self.id) return [];
  return [step === 'in' ? joined(conversation, user, change.date) : left(conversation, user, change.date)];
}

/**
 * `my_chat_member`: the bot was added or removed. In a direct chat it is the person who stopped the bot or let it
 * speak again.
 */
export function fromOwnChange(change: ChatMemberUpdated, updateId: number): ChannelEvent[] {
  const conversation = placeOf(change.chat);
  const step = stepOf(change);
  if (!conversation || !step) return [];
  const by = senderOf(change.from);
  const at = isoOf(change.date);
  if (step === 'in') return [{ type: 'bot_added', key: `added:${change.date}:${updateId}`, conversation, at, by }];
  return [{ type: 'bot_removed', key: `removed:${change.date}:${updateId}`, conversation, at, by }];
}

function stepOf(change: ChatMemberUpdated): 'in' | 'out' | null {
  const before = isIn(change.old_chat_member);
  const after = isIn(change.new_chat_member);
  if (before === after) return null;
  return after ? 'in' : 'out';
}

function isIn(member: ChatMember): boolean {
  if (member.status === 'restricted') return member.is_member;
  return member.status !== 'left' && member.status !== 'kicked';
}
