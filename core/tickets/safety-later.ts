import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import type { Addition } from './add-message.ts';
import { dangerTold, saySafety } from './safety.ts';
import type { Ticket } from './ticket.ts';

type InDanger = Pick<Ticket, 'id' | 'urgency' | 'summary' | 'reopenedCount'>;

/**
 * The same, where a danger is told under a ticket that is known ({@link saySafety}): in the chat in which it was told. Staff are told nothing, nor is a group that
 * is only listened to.
 *
 * @param ticket as it stands now
 */
export async function saySafetyLater(
  { step, community, message, speaker, part }: Addition,
  ticket: InDanger,
): Promise<boolean> {
  if (ticket.urgency !== 'emergency' || part === 'settled' || speaker?.staff) return false;
  const { conversationId } = await step.tx.message.findUniqueOrThrow({
    where: { id: message.id },
    select: { conversationId: true },
  });
  const { text, externalId } = message;
  return saySafetyTold(step, community, ticket, {
    text,
    externalId,
    conversationId,
    locale: speaker?.locale ?? null,
  });
}

/** The same, for words that were said in a chat, or for none: then by what is known of the ticket. */
export async function saySafetyTold(
  step: Step,
  community: CommunityInForce,
  ticket: InDanger,
  said: { text: string; externalId: string; conversationId: string; locale: string | null },
): Promise<boolean> {
  const danger = dangerTold(said.text, '') ?? dangerTold(`${ticket.summary} ${said.text}`, '');
  if (danger === null) return false;
  const { conversationId, externalId: replyToExternalId, locale } = said;
  const { hearing } = await step.tx.conversation.findUniqueOrThrow({
    where: { id: conversationId },
    select: { hearing: true },
  });
  if (hearing === 'shadow') return false;
  return saySafety(step, community, { ticket, danger, conversationId, replyToExternalId, locale });
}
