import type { OutboxMessage } from '../../prisma/generated/client.ts';
import type { DeliveryFailure } from '../channel/outgoing.ts';
import type { Tx } from '../database.ts';
import type { BellRope } from './bells.ts';

/** What kept a word from arriving: the platform, or that it could not be said before it was worth nothing any more. */
export type Undelivered = DeliveryFailure | { kind: 'expired'; reason: string };

/**
 * Called in the transaction in which a message is given up. What it writes is committed with the failure; what it puts
 * on the rope is rung afterwards.
 */
export type DeliveryFailed = (
  tx: Tx,
  row: OutboxMessage,
  failure: Undelivered,
  at: { now: Date; rope: BellRope },
) => Promise<void>;

/** Puts the failure on the ticket, so that nobody believes the resident was told. */
export const noteFailureOnTicket: DeliveryFailed = async (tx, row, failure, { now }) => {
  if (!row.ticketId) return;
  await tx.ticketEvent.create({
    data: {
      ticketId: row.ticketId,
      type: 'delivery_failed',
      data: { outboxId: row.id, purpose: row.purpose, failure: failure.kind },
      at: now,
    },
  });
};
