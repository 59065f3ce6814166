import type { DueOfTicket, Look } from '../clocks/look.ts';
import { setDeadline } from './deadlines.ts';
import { returnTicket } from './pass/give-back.ts';
import { workStatuses } from './ticket.ts';

/**
 * The time in which a colleague could accept a ticket has passed: it returns (P6b). At night it waits for the morning, unless it
 * is an emergency.
 */
export const passUnaccepted: Look<DueOfTicket> = async (step, { id, ticket, community }) => {
  if (ticket.offeredToId === null || !workStatuses.includes(ticket.status)) return 'nothing offered';
  const civil = community.calendar.civil(step.now);
  if (civil > step.now && ticket.urgency !== 'emergency') {
    await setDeadline(step, { kind: 'pass_unaccepted', dueAt: civil, ticketId: ticket.id });
    return 'put off to the morning';
  }
  await returnTicket(step, community, ticket, `unaccepted:${id}`);
  return 'done';
};
