import type { Choice } from '../../channel/outgoing.ts';
import type { Step } from '../../step.ts';
import type { Texts } from '../../text/texts.ts';
import { choiceIds } from '../choice-id.ts';
import type { Ticket } from '../ticket.ts';

/** An incident, as far as words about all of its tickets need it. */
export interface Together {
  id: string;
  number: number;
  cause: string;
}

interface One {
  ticket: Pick<Ticket, 'code'>;
  together?: Together | undefined;
}

/** By what residents are told of it: the code of their ticket, or what many reported. */
export const nameIn = (texts: Texts, { ticket, together }: One): string =>
  together ? texts.incidentName(together.number, together.cause) : ticket.code;

/** What a step of a ticket keeps, so that whoever reports the same later can be told it, too. */
export const marked = ({ together }: Pick<One, 'together'>): { incident?: number } =>
  together ? { incident: together.number } : {};

/** How the card of one ticket is shown: where it is worked on with others, whoever does so shows the incident. */
export const shown = ({ occasion, together }: Pick<One, 'together'> & { occasion: string }) => ({
  occasion,
  together: together !== undefined,
});

/** "Solved?", asked of everybody at once: each press rates the presser's own ticket. */
export const ratingOfAll = (incidentId: string, notSolved: string): Choice[][] => [
  [1, 2, 3, 4, 5].map((score) => ({ id: choiceIds.about('incident', `r${score}`, incidentId), label: String(score) })),
  [{ id: choiceIds.about('incident', 'rno', incidentId), label: notSolved }],
];

/** The incident with which a ticket was done, if it was done so, and belongs to it still. */
export async function finishedTogether(
  step: Step,
  ticket: Pick<Ticket, 'id' | 'incidentId'>,
): Promise<Together | null> {
  if (ticket.incidentId === null) return null;
  const [row] = await step.tx.$queryRaw<Together[]>`
    SELECT i.id, i.number, i.thing AS cause FROM "Incident" i WHERE i.id = ${ticket.incidentId}::uuid AND i.number = (
      SELECT (e.data->>'incident')::int FROM "TicketEvent" e WHERE e."ticketId" = ${ticket.id}::uuid AND e.type = 'done'
      ORDER BY e.id DESC LIMIT 1)`;
  return row ?? null;
}
