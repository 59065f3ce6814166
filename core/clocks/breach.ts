import type { Limit } from '../../prisma/generated/client.ts';
import type { Step } from '../step.ts';
import { justAfter } from '../tickets/limits.ts';
import { writeEvent } from '../tickets/ticket.ts';
import type { DueOfTicket, Looked } from './look.ts';
import { runningLimit } from './rungs.ts';

/** The limit has passed and nobody has met it: it is put on record (P6c). At the very instant it is due it has not passed. */
export async function breach(step: Step, deadline: DueOfTicket): Promise<Looked> {
  const limit = runningLimit(deadline);
  if (!limit) return 'answered';
  if (step.now <= limit.dueAt) return { lookAgainAt: justAfter(limit.dueAt) };
  await recordBreach(step, deadline.ticket.id, limit);
  return 'done';
}

/** Once, by whoever sees it first. */
export async function recordBreach(step: Step, ticketId: string, limit: Limit): Promise<void> {
  if (limit.breachedAt) return;
  await step.tx.limit.update({ where: { id: limit.id }, data: { breachedAt: step.now }, select: { id: true } });
  const { id, clause, dueAt } = limit;
  await writeEvent(step, ticketId, 'breached', { limit: id, clause, dueAt: dueAt.toISOString() });
}
