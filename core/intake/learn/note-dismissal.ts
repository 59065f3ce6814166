import { z } from 'zod';
import type { Origin } from '../../../prisma/generated/enums.ts';
import type { Step } from '../../step.ts';
import { noteJudgement, takeBackJudgement } from './note-judgement.ts';

/** Tickets that came of what residents wrote; all others were entered by somebody, or reported by a device. */
export const heardOrigins: readonly Origin[] = ['group', 'direct', 'web'];

const heardSo = z.object({ believed: z.number().min(0).max(1) });

/** How much it was believed that the message opens a matter when the ticket was opened; null where nobody asked. */
export function believedThen(explanation: unknown): number | null {
  const read = heardSo.safeParse(explanation);
  return read.success ? read.data.believed : null;
}

/**
 * Staff dismissed a ticket: the message that the desk had taken for a matter is none. Nothing is learned from tickets that the desk did not
 * open by itself, nor from a message of which another ticket still stands. The ticket must be dismissed already.
 */
export async function noteDismissal(step: Step, ticketId: string, decidedById: string | null): Promise<void> {
  const { communityId, firstMessageId, origin, explanation } = await step.tx.ticket.findUniqueOrThrow({
    where: { id: ticketId },
    select: { communityId: true, firstMessageId: true, origin: true, explanation: true },
  });
  const believed = believedThen(explanation);
  if (firstMessageId === null || believed === null || !heardOrigins.includes(origin)) return;
  const others = await step.tx.ticket.count({ where: { firstMessageId, status: { not: 'dismissed' } } });
  if (others > 0) return;
  const messageId = firstMessageId;
  await noteJudgement(step, { communityId, messageId, source: 'dismissed', isMatter: false, believed, decidedById });
}

/** The ticket is opened again: what its dismissal said of the message holds no more. */
export async function takeBackDismissal(step: Step, ticket: { firstMessageId: string | null }): Promise<void> {
  if (ticket.firstMessageId === null) return;
  await takeBackJudgement(step, { messageId: ticket.firstMessageId, source: 'dismissed' });
}
