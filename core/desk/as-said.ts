import type { PressedChoice } from '../tickets/choice-id.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { withoutMention } from './addressed.ts';
import { parseCommand, readAfterCode } from './command.ts';
import type { Deed } from './scene.ts';
import { carryOutVerb } from './ticket-verbs.ts';
import { ticketVerbs } from './verb.ts';

/**
 * Carries out what somebody had said without naming a ticket, or mistyped, now that it is plain which ticket and which verb
 * were meant: with the words and pictures of that first message.
 */
export async function doAsSaid(
  deed: Deed,
  ticket: Ticket,
  choice: Extract<PressedChoice, { kind: 'said' }>,
): Promise<void> {
  const verb = ticketVerbs.find((known) => known === choice.verb);
  const message = await deed.step.tx.message.findFirst({
    where: { id: choice.messageId, conversationId: deed.conversation.id },
    select: { id: true, externalId: true, text: true, attachments: { select: { id: true } } },
  });
  if (!verb || !message) return;
  const { channel, account } = deed.conversation;
  const own = await deed.step.tx.channelAccount.findUnique({
    where: { channel_account: { channel, account } },
    select: { name: true },
  });
  const { text } = message;
  // The mention that called the bot is on record with the words. Where the bot's name is not known, one may be somebody else's.
  const rest = own?.name
    ? restOf(withoutMention(text, own.name))
    : (restOf(text) ?? restOf(withoutMention(text, null)));
  await carryOutVerb({ ...deed, message, unnamed: true }, ticket, verb, rest ?? '');
}

/**
 * The words that followed the verb and the code, or the code alone, however the message was read then; null when it is no
 * command as it stands.
 */
function restOf(text: string): string | null {
  for (const how of [{ strict: true, bare: true }, { strict: false }]) {
    const read = parseCommand(text, how);
    if (read.kind !== 'none') return read.rest;
  }
  return readAfterCode(text)?.words ?? null;
}
