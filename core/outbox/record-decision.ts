import type { Conversation, OutboxMessage } from '../../prisma/generated/client.ts';
import type { Channel } from '../channel/channel.ts';
import type { DeliveryOutcome } from '../channel/outgoing.ts';
import type { Tx } from '../database.ts';
import type { Decision } from './after-outcome.ts';
import type { BellRope } from './bells.ts';
import type { DeliveryFailed } from './delivery-failed.ts';
import type { SaidChoice } from './numbered.ts';
import { settleWord } from './settle-word.ts';
import { moveConversation } from '../people/move-conversation.ts';

/** Records one try by an account of ours, and what the platform said to it. */
export async function recordTry(
  tx: Tx,
  row: OutboxMessage,
  {
    channel,
    attempt,
    outcome,
    at,
  }: { channel: Pick<Channel, 'name' | 'account'>; attempt: number; outcome: DeliveryOutcome; at: Date },
): Promise<void> {
  await tx.delivery.create({
    data: {
      outboxId: row.id,
      conversationId: row.conversationId,
      channel: channel.name,
      account: channel.account,
      attempt,
      at,
      outcome: outcome.kind === 'sent' ? 'sent' : outcome.failure.kind,
      detail: outcome.kind === 'sent' ? null : outcome.failure.reason,
    },
  });
}

/** The ids under which the platform knows a word; its last part shows the choices in words, or is the poll. */
async function recordSent(
  tx: Tx,
  row: OutboxMessage,
  { externalIds, pollId }: { externalIds: readonly string[]; pollId?: string },
  { said, now }: { said: readonly SaidChoice[]; now: Date },
): Promise<void> {
  const choices = said.length === 0 ? {} : { choices: said.map((one) => ({ ...one })) };
  const { conversationId } = row;
  for (const [part, externalId] of externalIds.entries()) {
    const carried = part === externalIds.length - 1 ? { ...choices, ...(pollId === undefined ? {} : { pollId }) } : {};
    await tx.sentMessage.upsert({
      where: { conversationId_externalId: { conversationId, externalId } },
      create: { conversationId, externalId, outboxId: row.id, part, sentAt: now, ...carried },
      // An edited message keeps the row by which it is known already.
      update: carried,
    });
  }
}

/** Writes down what follows from a platform's answer: on the row, on the conversation, and on the ticket. */
export async function recordDecision(
  tx: Tx,
  row: OutboxMessage,
  conversation: Conversation,
  decision: Decision,
  on: { failed: DeliveryFailed; rope: BellRope; now: Date; said: readonly SaidChoice[] },
): Promise<void> {
  const setConversation = (data: {
    state?: 'active' | 'left' | 'unreachable';
    stateReason?: string | null;
    pausedUntil?: Date;
  }) => tx.conversation.update({ where: { id: conversation.id }, data });

  switch (decision.kind) {
    case 'sent':
      await settleWord(tx, row.id, { state: 'sent', failure: null, at: on.now });
      await recordSent(tx, row, decision, on);
      if (conversation.state !== 'active') await setConversation({ state: 'active', stateReason: null });
      return;
    case 'retry':
      await tx.outboxMessage.update({ where: { id: row.id }, data: { notBefore: decision.at }, select: { id: true } });
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
      await settleWord(tx, row.id, { state: 'failed', failure: failure.kind, at: on.now });
      if (conversationState) await setConversation({ state: conversationState, stateReason: failure.reason });
      await on.failed(tx, row, failure, { now: on.now, rope: on.rope });
    }
  }
}
