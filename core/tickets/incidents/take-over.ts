import type { Step } from '../../step.ts';
import { writeEvent } from '../ticket.ts';
import { putInCharge } from '../work.ts';

/**
 * Whoever has taken all other tickets of the incident is in charge of this one, too (P6). It still has to be answered: that somebody is at
 * the cause is not yet a word to whoever reported it.
 */
export async function takeOver(step: Step, ticketId: string, incidentId: string): Promise<void> {
  const others = await step.tx.ticket.findMany({
    where: { incidentId, id: { not: ticketId }, status: { in: ['open', 'accepted', 'waiting'] } },
    select: { status: true, assignee: { select: { id: true, name: true } } },
  });
  const [first] = others;
  const { assignee = null } = first ?? {};
  if (!assignee || others.some((one) => one.status === 'open' || one.assignee?.id !== assignee.id)) return;
  const mine = await step.tx.ticket.count({ where: { id: ticketId, assigneeId: assignee.id } });
  if (mine > 0) return;
  await putInCharge(step, ticketId, assignee.id);
  await writeEvent(step, ticketId, 'assigned', { personId: assignee.id, name: assignee.name, why: 'incident' });
}
