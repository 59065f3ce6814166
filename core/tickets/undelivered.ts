import type { DeliveryFailed } from '../outbox/delivery-failed.ts';
import { noteFailureOnTicket } from '../outbox/delivery-failed.ts';
import { communityInForce } from '../people/communities.ts';
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
  const toOffice = conversation.audience === 'staff' || conversation.audience === 'managers';
  if (!conversation.communityId || toOffice) return;
  const community = await communityInForce(tx, conversation.communityId, now);
  const ticket = row.ticketId
    ? await tx.ticket.findUnique({ where: { id: row.ticketId }, select: { code: true } })
    : null;
  await tellStaff({ tx, now, rope, random: Math.random }, community, {
    ticketId: row.ticketId,
    purpose: 'escalation',
    occasion: `undelivered:${row.id}`,
    text: (texts) => texts.deliveryFailed(ticket?.code ?? null, texts.failure(failure.kind)),
  });
};
