import type { DeliveryFailed } from '../outbox/delivery-failed.ts';
import { noteFailureOnTicket } from '../outbox/delivery-failed.ts';
import type { OutboxMessage } from '../../prisma/generated/client.ts';
import { say } from '../outbox/say.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import type { Texts } from '../text/texts.ts';
import { communityInForce, type CommunityInForce } from '../people/communities.ts';
import { tellStaff } from './tell.ts';

/**
 * A message that cannot be delivered is not lost in silence: its ticket shows it, and when it was for residents the staff
 * are told under the card, so that somebody rings at the door.
 */
export const reportUndelivered: DeliveryFailed = async (tx, row, failure, { now, rope }) => {
  await noteFailureOnTicket(tx, row, failure, { now, rope });
  const conversation = await tx.conversation.findUniqueOrThrow({
    where: { id: row.conversationId },
    select: { communityId: true, audience: true },
  });
  if (!conversation.communityId) return;
  const community = await communityInForce(tx, conversation.communityId, now);
  const ticket = row.ticketId
    ? await tx.ticket.findUnique({ where: { id: row.ticketId }, select: { code: true } })
    : null;
  const text = (texts: Texts): string => texts.deliveryFailed(ticket?.code ?? null, texts.failure(failure.kind));
  const step = { tx, now, rope, random: Math.random };
  const occasion = `undelivered:${row.id}`;
  if (conversation.audience !== 'staff' && conversation.audience !== 'managers') {
    await tellStaff(step, community, { ticketId: row.ticketId, purpose: 'escalation', occasion, text });
  } else if (row.purpose === 'card' || row.purpose === 'emergency') {
    await tellOtherOffice(step, community, row, text);
  }
};

/** A card that the staff cannot be shown is told of wherever else the office listens. */
async function tellOtherOffice(
  step: Step,
  community: CommunityInForce,
  row: OutboxMessage,
  text: (texts: Texts) => string,
): Promise<void> {
  const groups = await step.tx.conversation.findMany({
    where: {
      communityId: community.id,
      kind: 'group',
      state: 'active',
      audience: { in: ['staff', 'managers'] },
      id: { not: row.conversationId },
    },
    select: { id: true },
  });
  for (const { id: conversationId } of groups) {
    await say(step, {
      conversationId,
      ticketId: row.ticketId,
      purpose: 'escalation',
      content: { text: text(textsFor(community.locale)) },
      dedupeKey: `undelivered:${row.id}:${conversationId}`,
    });
    step.rope.lane(conversationId);
  }
}
