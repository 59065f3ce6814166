import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import type { CannotJoin } from '../../text/incidents/texts.ts';
import { showCard } from '../cards.ts';
import { holdTicket, workStatuses, writeEvent, type Ticket } from '../ticket.ts';
import type { Actor } from '../work.ts';
import type { LeftBecause } from '../event.ts';
import { holdIncident, keepIncident } from './keep.ts';

export interface Moving {
  step: Step;
  community: CommunityInForce;
  /** Who does it; null when the desk itself does. */
  by: Actor | null;
  messageId?: string | null;
  occasion: string;
}

/**
 * A ticket turns out to be a matter of its own: it leaves its incident, has a card of its own again where it is worked on, and the desk puts it
 * into no incident by itself any more. The caller holds it.
 */
export async function takeOut(
  { step, community, by, messageId = null, occasion }: Moving,
  ticket: Pick<Ticket, 'id' | 'incidentId' | 'status'>,
  why: 'out' | 'corrected' | 'one_flat',
): Promise<void> {
  const { id, incidentId } = ticket;
  if (incidentId === null) return;
  await leave(step, id, { incidentId, by, messageId, why });
  const anew = workStatuses.includes(ticket.status);
  await showCard(step, community, id, { occasion: `out:${occasion}`, anew });
  await keepIncident(step, community, incidentId, { occasion: `out:${occasion}:${id}` });
}

/** Staff put a ticket into an incident, out of another where it is in one. Returns why not, where it cannot be. */
export async function putIn(
  moving: Moving & { by: Actor },
  ticketId: string,
  incidentId: string,
): Promise<CannotJoin | null> {
  const { step, community, by, messageId = null, occasion } = moving;
  const ticket = await holdTicket(step, ticketId);
  if (ticket.incidentId === incidentId) return 'inside';
  if (ticket.sensitive) return 'sensitive';
  if (!workStatuses.includes(ticket.status)) return 'over';
  const incident = await holdIncident(step, incidentId);
  if (incident.overAt !== null) return 'incident_over';
  const before = ticket.incidentId;
  if (before !== null) await leave(step, ticketId, { incidentId: before, by, messageId, why: 'out' });
  await step.tx.ticket.update({ where: { id: ticketId }, data: { incidentId }, select: { id: true } });
  const actor = { actorId: by.personId, messageId };
  await writeEvent(step, ticketId, 'incident_joined', { incident: incident.number, by: by.name }, actor);
  if (before !== null) await keepIncident(step, community, before, { occasion: `in:${occasion}` });
  await showCard(step, community, ticketId, { occasion: `in:${occasion}` });
  return null;
}

/**
 * It was not one matter after all: every ticket goes on by itself, those that were only a line have cards of their own again, and nobody who
 * reported is told anything. Returns how many there were.
 */
export async function takeApart(moving: Moving & { by: Actor }, incidentId: string): Promise<number> {
  const { step, community, by, messageId = null, occasion } = moving;
  await step.tx
    .$queryRaw`SELECT 1 FROM "Ticket" WHERE "incidentId" = ${incidentId}::uuid ORDER BY id FOR NO KEY UPDATE`;
  const tickets = await step.tx.ticket.findMany({
    where: { incidentId },
    orderBy: { openedAt: 'asc' },
    select: { id: true, status: true, openedAt: true },
  });
  for (const { id } of tickets) await leave(step, id, { incidentId, by, messageId, why: 'apart' });
  await keepIncident(step, community, incidentId, {
    occasion: `apart:${occasion}`,
    news: { what: 'apart', by: by.name },
  });
  for (const { id, status } of tickets) {
    if (!workStatuses.includes(status)) continue;
    const wasLine = await step.tx.ticketEvent.count({
      where: { ticketId: id, type: 'incident_joined', at: tickets.find((one) => one.id === id)?.openedAt ?? step.now },
    });
    await showCard(step, community, id, { occasion: `apart:${occasion}`, anew: wasLine > 0 });
  }
  return tickets.length;
}

async function leave(
  step: Step,
  ticketId: string,
  left: { incidentId: string; by: Actor | null; messageId: string | null; why: LeftBecause },
): Promise<void> {
  const { by, messageId, why } = left;
  const { number } = await step.tx.incident.findUniqueOrThrow({
    where: { id: left.incidentId },
    select: { number: true },
  });
  await step.tx.ticket.update({ where: { id: ticketId }, data: { incidentId: null }, select: { id: true } });
  const actor = { actorId: by?.personId ?? null, messageId };
  await writeEvent(step, ticketId, 'incident_left', { incident: number, by: by?.name ?? null, why }, actor);
}
