import type { Logger } from 'pino';
import { channelEventSchema, type ChannelEvent } from '../../channel/event.ts';
import { runStep, type StepTools } from '../../run-step.ts';
import type { Step } from '../../step.ts';
import { faultOf } from '../../fault.ts';
import { afterFault } from './after-fault.ts';

/** Makes something of every event that a conversation has stored and not handled, in order. */
export type Drain = (conversationId: string) => Promise<void>;

export interface EventHandler {
  /** Everything that one event changes, in the given transaction. @throws to have the event tried again later. */
  handle(step: Step, conversationId: string, event: ChannelEvent): Promise<void>;
  /** Called instead, once an event has been given up; must not need the event. */
  giveUp(step: Step, conversationId: string): Promise<void>;
}

interface Head {
  id: bigint;
  payload: unknown;
  attempts: number;
}

/**
 * Each event is one transaction: what it changes, what is said of it and that it was handled become true together. A
 * conversation is drained by one process at a time, in the order in which its events were stored; a faulty event holds back
 * those after it until it succeeds or is given up.
 */
export function createDrain(tools: StepTools & { handler: EventHandler; log: Logger }): Drain {
  const { handler, log } = tools;

  /** Handles the event at the head. Returns false when nothing is left that may be handled now. */
  async function handleHead(conversationId: string): Promise<boolean> {
    let head: Head | undefined;
    try {
      return await runStep(tools, async (step) => {
        head = await takeHead(step, conversationId);
        if (!head) return false;
        await handler.handle(step, conversationId, channelEventSchema.parse(head.payload));
        return await settle(step, conversationId, head.id);
      });
    } catch (error) {
      if (!head) throw error;
      return await recordFault(conversationId, head, error);
    }
  }

  async function recordFault(conversationId: string, head: Head, error: unknown): Promise<boolean> {
    const fault = error instanceof Error ? error.name : 'unknown';
    const now = tools.clock.now();
    const verdict = afterFault(head.attempts + 1, now);
    log.error(
      { conversationId, eventId: String(head.id), attempt: head.attempts + 1, fault: faultOf(error) },
      'event not handled',
    );
    if (verdict.kind === 'retry') {
      await tools.db.inboundEvent.update({
        where: { id: head.id },
        data: { attempts: { increment: 1 }, fault, retryAt: verdict.at },
        select: { id: true },
      });
      return false;
    }
    await runStep(tools, async (step) => {
      await step.tx.inboundEvent.update({
        where: { id: head.id },
        data: { attempts: { increment: 1 }, fault, handledAt: now },
        select: { id: true },
      });
      await handler.giveUp(step, conversationId);
    });
    return true;
  }

  return async (conversationId) => {
    let more = true;
    while (more) more = await handleHead(conversationId);
  };
}

/** The first event not handled, locked for this transaction together with the conversation; none while it must wait. */
async function takeHead(step: Step, conversationId: string): Promise<Head | undefined> {
  await step.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('inbound:' || ${conversationId}, 0))`;
  const [head] = await step.tx.$queryRaw<(Head & { retryAt: Date | null })[]>`
    SELECT id, payload, attempts, "retryAt" FROM "InboundEvent"
    WHERE "conversationId" = ${conversationId}::uuid AND "handledAt" IS NULL ORDER BY id LIMIT 1`;
  return head && head.retryAt !== null && head.retryAt > step.now ? undefined : head;
}

/**
 * The words are in the message row now; the event keeps only its key, against a second delivery. Returns whether other
 * events wait. One that is stored from now on is handled by whoever stored it.
 */
async function settle(step: Step, conversationId: string, id: bigint): Promise<boolean> {
  const [row] = await step.tx.$queryRaw<{ more: boolean }[]>`
    UPDATE "InboundEvent" SET "handledAt" = ${step.now}, payload = '{}'::jsonb, fault = NULL WHERE id = ${id}
    RETURNING EXISTS (SELECT 1 FROM "InboundEvent" other WHERE other."conversationId" = ${conversationId}::uuid
      AND other."handledAt" IS NULL AND other.id <> ${id}) AS more`;
  return row?.more ?? true;
}
