import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { endLimits, startFirstResponse } from './limits.ts';
import { readTicket, writeEvent, type Ticket } from './ticket.ts';

/**
 * What is being worked on has become an emergency: whoever answered before, a person must answer within minutes now, and the ladder
 * of that limit calls everybody, until somebody takes it anew (P5e).
 */
export async function callOut(step: Step, community: CommunityInForce, ticketId: string): Promise<void> {
  await endLimits(step, ticketId, ['first_response'], 'cancelledAt');
  await step.tx.ticket.update({ where: { id: ticketId }, data: { status: 'open' }, select: { id: true } });
  await startFirstResponse(step, community, await readTicket(step, ticketId));
}

/** An emergency that nobody has answered goes on as one under the code that it was merged into. */
export async function keepAlarm(
  step: Step,
  community: CommunityInForce,
  merged: Ticket,
  into: Pick<Ticket, 'id' | 'urgency'>,
): Promise<void> {
  if (merged.urgency !== 'emergency' || merged.firstResponseAt !== null || into.urgency === 'emergency') return;
  const urgency = 'emergency';
  await step.tx.ticket.update({ where: { id: into.id }, data: { urgency }, select: { id: true } });
  await writeEvent(step, into.id, 'corrected', { changes: { urgency } });
  await callOut(step, community, into.id);
}
