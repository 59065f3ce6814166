import { messageIdOf } from '../message-id.ts';
import type { WireMessage } from './wire.ts';
import type { World } from './world.ts';

/** A message of the bot as people see it now. */
export interface BotMessage {
  /** As core knows it. */
  id: string;
  chatId: number;
  /** The text, or the caption under a photo. */
  text: string;
  replyToId: string | null;
  /** Labels, row by row. */
  buttons: string[][];
  hasFile: boolean;
  /** For `user.press`, `user.react` and replies. */
  wire: WireMessage;
}

export function botMessagesOf(world: World): BotMessage[] {
  return Array.from(world.chats.values()).flatMap((state) =>
    Array.from(state.messages.values())
      .filter((message) => message.from?.id === world.me.id)
      .map(asSeen),
  );
}

function asSeen(wire: WireMessage): BotMessage {
  const repliedTo = wire.reply_to_message;
  return {
    id: messageIdOf(wire.chat.id, wire.message_id),
    chatId: wire.chat.id,
    text: wire.text ?? wire.caption ?? '',
    replyToId: repliedTo ? messageIdOf(wire.chat.id, repliedTo.message_id) : null,
    buttons: (wire.reply_markup?.inline_keyboard ?? []).map((row) => row.map((button) => button.text)),
    hasFile: Boolean(wire.photo ?? wire.document ?? wire.video ?? wire.voice),
    wire,
  };
}
