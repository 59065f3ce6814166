import type { Conversation, OutboxMessage } from '../../prisma/generated/client.ts';
import type { DeliveryOutcome } from '../channel/outgoing.ts';
import type { Tx } from '../database.ts';
import type { Decision } from './after-outcome.ts';
import type { BellRope } from './bells.ts';
import type { DeliveryFailed } from './delivery-failed.ts';
import { moveConversation } from '../people/move-conversation.ts';

/** Records one try and what the platform said to it. */
export async function recordTry(
  tx: Tx,
  row: OutboxMessage,
  attempt: number,
  outcome: DeliveryOutcome,
  at: Date,
): Promise<void> {
  await tx.delivery.create({
    data: {
      outboxId: row.id,
      conversationId: row.conversationId,
      attempt,
      at,
      outcome: outcome.kind === 'sent' ? 'sent' : outcome.failure.kind,
      detail: outcome.kind === 'sent' ? null : outcome.failure.reason,
    },
  });
}

/** Writes down what follows from a platform's answer: on the row, on the conversation, and on the ticket. */
export async function recordDecision(
  tx: Tx,
  row: OutboxMessage,
  conversation: Conversation,
  decision: Decision,
  on: { failed: DeliveryFailed; rope: BellRope; now: Date },
): Promise<void> {
  const setRow = (data: { state: 'sent' | 'failed'; settledAt: Date; failure?: string } | { notBefore: Date }) =>
    tx.outboxMessage.update({ where: { id: row.id }, data });
  const setConversation = (data: {
    state?: 'active' | 'left' | 'unreachable';
    stateReason?: string | null;
    pausedUntil?: Date;
  }) => tx.conversation.update({ where: { id: conversation.id }, data });

  switch (decision.kind) {
    case 'sent':
      await setRow({ state: 'sent', settledAt: on.now });
      await tx.sentMessage.createMany({
        data: decision.externalIds.map((externalId, part) => ({
          conversationId: row.conversationId,
          externalId,
          outboxId: row.id,
          part,
        })),
        // An edited message keeps the row by which it is known already.
        skipDuplicates: true,
      });
      if (conversation.state !== 'active') await setConversation({ state: 'active', stateReason: null });
      return;
    case 'retry':
      await setRow({ notBefore: decision.at });
      return;
    case 'pause':
      await setConversation({ pausedUntil: decision.until });
      return;
    case 'upgraded':
      await moveConversation(tx, conversation, decision.newExternalId);
      on.rope.lane(conversation.id);
      return;
    case 'failed': {
      const { failure, conversationState } = decision;
      await setRow({ state: 'failed', settledAt: on.now, failure: failure.kind });
      if (conversationState) await setConversation({ state: conversationState, stateReason: failure.reason });
      await on.failed(tx, row, failure, { now: on.now, rope: on.rope });
    }
  }
}
