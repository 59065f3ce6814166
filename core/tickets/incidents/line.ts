import type { OutgoingContent } from '../../channel/outgoing.ts';
import { say } from '../../outbox/say.ts';
import type { Step } from '../../step.ts';
import type { Texts } from '../../text/texts.ts';
import { choiceIds } from '../choice-id.ts';
import { viewOf, type Ticket } from '../ticket.ts';
import { reachOfIncident } from './reach.ts';

/** What stands in the place of a ticket's own card. */
export interface Line {
  incidentId: string;
  content: OutgoingContent;
}

/**
 * The one line that staff are shown of a ticket that belonged to an incident from its opening: the incident's card tells how it stands. Null
 * for all others, which have cards of their own: an emergency, one that was there before its incident, one that was opened again.
 */
export async function lineOnly(step: Step, ticket: Ticket, texts: Texts): Promise<Line | null> {
  const { id, incidentId, urgency, reopenedCount, openedAt } = ticket;
  if (incidentId === null || urgency === 'emergency' || reopenedCount > 0) return null;
  const joined = await step.tx.ticketEvent.count({ where: { ticketId: id, type: 'incident_joined', at: openedAt } });
  if (joined === 0) return null;
  const { number } = await step.tx.incident.findUniqueOrThrow({ where: { id: incidentId }, select: { number: true } });
  const { households } = await reachOfIncident(step, incidentId);
  const out = { id: choiceIds.about('incident', 'out', id), label: texts.incidentChoice('out') };
  return { incidentId, content: { text: texts.incidentLine(number, viewOf(ticket), households), choices: [[out]] } };
}

/** Says that line in a staff group, once, under the incident's card. A reply to it is an answer to this ticket alone. */
export async function sayLine(
  step: Step,
  ticket: Ticket,
  conversationId: string,
  line: Partial<Line> & { occasion: string; attachmentIds?: string[] },
): Promise<void> {
  const { incidentId = null, content, attachmentIds = [] } = line;
  const known = await step.tx.outboxMessage.count({ where: { ticketId: ticket.id, conversationId, purpose: 'card' } });
  if (!content || incidentId === null || known > 0) return;
  await say(step, {
    conversationId,
    ticketId: ticket.id,
    purpose: 'card',
    content: attachmentIds.length > 0 ? { ...content, attachmentIds } : content,
    replyToExternalId: await cardOfIncident(step, incidentId, conversationId),
    dedupeKey: `card:${ticket.id}:${conversationId}:${line.occasion}`,
  });
  step.rope.lane(conversationId);
}

/** The platform's id of an incident's card in a staff group; null while it is still on its way. */
export async function cardOfIncident(step: Step, incidentId: string, conversationId: string): Promise<string | null> {
  const sent = await step.tx.sentMessage.findFirst({
    where: { conversationId, outbox: { subject: 'incident', subjectId: incidentId, purpose: 'card' } },
    orderBy: { outbox: { seq: 'desc' } },
    select: { externalId: true },
  });
  return sent?.externalId ?? null;
}
