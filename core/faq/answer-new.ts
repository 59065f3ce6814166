import type { CommunityInForce } from '../people/communities.ts';
import type { ConversationAtHand } from '../people/conversation.ts';
import type { Step } from '../step.ts';
import type { OpenedTicket } from '../tickets/open.ts';
import { answerAutomatically } from './answer-automatically.ts';
import { proposeAnswer } from './propose.ts';

/**
 * Looks up new tickets of one message in the knowledge base: what it has is put on their cards, and a question that was asked alone is
 * answered at once, where a manager has said that the bot may (P5c). Returns whether it was, in the place of the receipt.
 */
export async function answerFromFaq(
  around: {
    step: Step;
    community: CommunityInForce;
    conversation: ConversationAtHand;
    message: { externalId: string; text: string; attachments: readonly unknown[] };
  },
  opened: readonly OpenedTicket[],
): Promise<boolean> {
  const { step, community, conversation, message } = around;
  // Of a picture nobody knows what it asks.
  const alone = opened.length === 1 && message.attachments.length === 0;
  let answered = false;
  for (const { ticket } of opened) {
    const proposal = await proposeAnswer(step, ticket, message.text, { alone });
    if (!proposal?.automatic) continue;
    const where = { conversationId: conversation.id, replyToExternalId: message.externalId };
    await answerAutomatically(step, community, ticket, proposal, where);
    answered = true;
  }
  return answered;
}
