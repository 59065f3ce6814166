import type { Step } from '../step.ts';
import { writeEvent } from '../tickets/ticket.ts';
import type { DueOfTicket } from './look.ts';
import { runningLimit } from './rungs.ts';

/** The limit has passed and nobody has met it: it is put on record (P6c). */
export async function breach(step: Step, deadline: DueOfTicket): Promise<string> {
  const limit = runningLimit(deadline);
  if (!limit) return 'answered';
  await step.tx.limit.update({ where: { id: limit.id }, data: { breachedAt: step.now }, select: { id: true } });
  const { id, clause, dueAt } = limit;
  await writeEvent(step, deadline.ticket.id, 'breached', { limit: id, clause, dueAt: dueAt.toISOString() });
  return 'done';
}
