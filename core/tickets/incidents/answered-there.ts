import type { StaffWord } from '../answer.ts';
import { noteAnswerInGroup } from '../answer.ts';
import { holdTicket, workStatuses } from '../ticket.ts';
import { keepIncident } from './keep.ts';

/**
 * Staff said something by themselves in a residents' group, to nobody in particular and about no building: everybody there who reported the
 * incident has read it, so it answers each of their tickets (P5), and nothing is repeated. Whoever reported it elsewhere has not. An
 * emergency that nobody has taken wants somebody of its own (P5e). A ticket that is part of no incident is answered by itself.
 */
export async function noteAnswerToAllThere(word: StaffWord & { text: string }): Promise<void> {
  const { step, community, ticketId, occasion } = word;
  const { incidentId, conversationId } = await holdTicket(step, ticketId);
  if (incidentId === null || conversationId === null) {
    await noteAnswerInGroup(word);
    return;
  }
  const incident = await step.tx.incident.findUniqueOrThrow({ where: { id: incidentId } });
  const together = { id: incidentId, number: incident.number, cause: incident.thing };
  for (const id of [ticketId, ...(await restThere(word, incidentId, conversationId))])
    await noteAnswerInGroup({ ...word, ticketId: id, together });
  const news = { what: 'answer', by: word.by.name } as const;
  await keepIncident(step, community, incidentId, { occasion, news });
}

/** Held. What somebody else has in hand at this instant is left to them, because one is held already. */
async function restThere({ step, ticketId }: StaffWord, incidentId: string, conversationId: string): Promise<string[]> {
  const rows = await step.tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Ticket" WHERE "incidentId" = ${incidentId}::uuid AND "conversationId" = ${conversationId}::uuid
      AND id <> ${ticketId}::uuid AND status::text = ANY(${[...workStatuses]}) AND (urgency <> 'emergency' OR status <> 'open')
    ORDER BY id FOR NO KEY UPDATE SKIP LOCKED`;
  return rows.map(({ id }) => id);
}
