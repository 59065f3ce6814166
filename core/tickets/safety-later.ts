import type { Addition } from './add-message.ts';
import { dangerTold, saySafety } from './safety.ts';
import type { Ticket } from './ticket.ts';

/**
 * The same, where a danger is told under a ticket that is known ({@link saySafety}): in the chat in which it was told. Staff are told nothing, nor is a group that
 * is only listened to.
 *
 * @param ticket as it stands now
 */
export async function saySafetyLater(
  { step, community, message, speaker, part }: Addition,
  ticket: Pick<Ticket, 'id' | 'urgency' | 'summary'>,
): Promise<boolean> {
  if (ticket.urgency !== 'emergency' || part === 'settled' || speaker?.staff) return false;
  const danger = dangerTold(message.text, '') ?? dangerTold(`${ticket.summary} ${message.text}`, '');
  if (danger === null) return false;
  const { conversationId, conversation } = await step.tx.message.findUniqueOrThrow({
    where: { id: message.id },
    select: { conversationId: true, conversation: { select: { hearing: true } } },
  });
  if (conversation.hearing === 'shadow') return false;
  const replyToExternalId = message.externalId;
  return saySafety(step, community, {
    ticket,
    danger,
    conversationId,
    replyToExternalId,
    locale: speaker?.locale ?? null,
  });
}
