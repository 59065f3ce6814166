import type { Step } from '../../step.ts';
import type { Ticket } from '../ticket.ts';
import type { Together } from './together.ts';

/** Whether somebody else in the same conversation waits for the same words, so that they are said there. */
export async function othersThere(
  { tx }: Step,
  { id, conversationId }: Pick<Ticket, 'id' | 'conversationId'>,
  together: Together,
): Promise<boolean> {
  const others = await tx.ticket.count({ where: { incidentId: together.id, conversationId, id: { not: id } } });
  return others > 0;
}
