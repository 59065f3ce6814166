import type { ConversationAtHand } from '../people/conversation.ts';
import type { CommunityInForce } from '../people/communities.ts';
import { managersOrStaff } from '../people/groups.ts';
import { say } from '../outbox/say.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import { showCard } from './cards.ts';
import type { OpenedTicket } from './open.ts';
import { viewOf } from './ticket.ts';

/**
 * Tells of new tickets that one message opened: one short receipt to the resident, as the group is set; a card each to the
 * staff; and an emergency to the managers at once.
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
    if (ticket.urgency === 'emergency') await alarmManagers(step, community, ticket.id, viewOf(ticket));
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

/** An emergency is told to the managers as soon as it is known, not at its limit (P5e). */
export async function alarmManagers(
  step: Step,
  community: CommunityInForce,
  ticketId: string,
  ticket: ReturnType<typeof viewOf>,
): Promise<void> {
  const texts = textsFor(community.locale);
  for (const group of await managersOrStaff(step.tx, community.id)) {
    await say(step, {
      conversationId: group.id,
      ticketId,
      purpose: 'escalation',
      urgent: true,
      content: { text: texts.emergencyAlarm(ticket, ticket.summary) },
      dedupeKey: `alarm:${ticketId}:${group.id}`,
    });
    step.rope.lane(group.id);
  }
}
