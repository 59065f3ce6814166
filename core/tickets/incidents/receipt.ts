import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import type { Texts } from '../../text/texts.ts';
import type { OpenedTicket } from '../open.ts';
import { viewOf } from '../ticket.ts';
import { lastWordOf } from './last-word.ts';
import { reachOfIncident } from './reach.ts';

/**
 * What whoever reports a part of an incident is told in the place of the usual receipt: that it is known and looked after, by how many it was
 * reported, and what the office said to the others last. Null for a ticket that is part of none, and for an emergency.
 */
export async function receiptOfIncident(
  step: Step,
  community: CommunityInForce,
  { ticket, dueAt }: OpenedTicket,
  texts: Texts,
): Promise<string | null> {
  if (ticket.incidentId === null || ticket.urgency === 'emergency') return null;
  const incident = await step.tx.incident.findUniqueOrThrow({ where: { id: ticket.incidentId } });
  const { households } = await reachOfIncident(step, incident.id);
  const last = await lastWordOf(step, community, incident, texts);
  const due = dueAt && texts.when(dueAt, step.now, community.timeZone);
  return texts.incidentReceipt(viewOf(ticket), incident.thing, households, { last, dueAt: due });
}
