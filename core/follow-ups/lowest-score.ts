import type { Tx } from '../database.ts';

/**
 * The lowest rating of a ticket since it was last said to be done, 1–5: what came before that was about work that had to be done
 * again. Null when nobody has rated.
 */
export async function lowestScore(tx: Tx, ticket: { id: string; doneAt: Date | null }): Promise<number | null> {
  const lowest = await tx.surveyAnswer.findFirst({
    where: { ticketId: ticket.id, ...(ticket.doneAt ? { answeredAt: { gte: ticket.doneAt } } : {}) },
    orderBy: { score: 'asc' },
    select: { score: true },
  });
  return lowest?.score ?? null;
}
