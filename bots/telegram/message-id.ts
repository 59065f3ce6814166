/**
 * The id of a message as core knows it: chat and number. The number alone is not enough, because a group that is
 * upgraded to a supergroup counts from 1 again while core keeps it as the same conversation.
 */
export function messageIdOf(chatId: number, messageNumber: number): string {
  return `${chatId}:${messageNumber}`;
}

/** The number within the chat, or null when the message belongs to another chat (the group before its upgrade). */
export function numberWithin(chatId: string, messageId: string): number | null {
  const [chat, number] = messageId.split(':');
  if (chat !== chatId || number === undefined || !/^\d+$/.test(number)) return null;
  return Number(number);
}
