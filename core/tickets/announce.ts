import type { ConversationAtHand } from '../people/conversation.ts';
import type { CommunityInForce } from '../people/communities.ts';
import { say } from '../outbox/say.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import { showCard } from './cards.ts';
import type { OpenedTicket } from './open.ts';
import { viewOf } from './ticket.ts';

/**
 * Tells of new tickets that one message opened: one short receipt to the resident, as the group is set, and a card each to the
 * staff. Who else is called to an emergency is for the ladder of its limit.
 */
export async function announceTickets(
  around: {
    step: Step;
    community: CommunityInForce;
    conversation: ConversationAtHand;
    message: { id: string; externalId: string; attachments: { id: string }[] };
  },
  opened: OpenedTicket[],
): Promise<void> {
  const { step, community, conversation, message } = around;
  await giveReceipt(step, community, conversation, message, opened);
  for (const { ticket } of opened) {
    await showCard(step, community, ticket.id, {
      occasion: 'new',
      attachmentIds: message.attachments.map((attachment) => attachment.id),
    });
  }
}

async function giveReceipt(
  step: Step,
  community: CommunityInForce,
  conversation: ConversationAtHand,
  message: { id: string; externalId: string },
  opened: OpenedTicket[],
): Promise<void> {
  const [first] = opened;
  if (!first) return;
  const texts = textsFor(first.ticket.requester?.locale ?? community.locale);
  const emergency = opened.find(({ ticket }) => ticket.urgency === 'emergency');
  const mode = conversation.kind === 'direct' || emergency ? 'text' : community.receiptMode;
  if (mode === 'silent') return;
  const lines = opened.map(({ ticket, dueAt }) => ({
    ticket: viewOf(ticket),
    dueAt: dueAt && texts.when(dueAt, step.now, community.timeZone),
  }));
  const [line] = lines;
  const text =
    emergency && lines.length === 1
      ? texts.emergencyReceipt(viewOf(emergency.ticket))
      : line && lines.length === 1
        ? texts.receipt(line.ticket, line.dueAt)
        : texts.receipts(lines);
  await say(step, {
    conversationId: conversation.id,
    ticketId: first.ticket.id,
    purpose: emergency ? 'emergency' : 'receipt',
    content: mode === 'reaction' ? { text, reaction: '👌' } : { text },
    replyToExternalId: message.externalId,
    dedupeKey: `receipt:${message.id}`,
  });
  step.rope.lane(conversation.id);
}
