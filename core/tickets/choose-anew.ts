import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { chooseFor, staffOf } from './open.ts';
import { clearOffer } from './pass/offer.ts';
import { writeEvent, type Ticket } from './ticket.ts';
import { putInCharge } from './work.ts';

/**
 * Puts somebody in charge by the rules of now, where whoever was works for the office no more, or nobody was (P6b). Returns
 * whether that changed. With nobody left at the office the ticket waits for the next who comes.
 */
export async function chooseAnew(
  step: Step,
  community: CommunityInForce,
  ticket: Ticket,
  why: 'left' | 'nobody',
): Promise<boolean> {
  const staff = await staffOf(step, community.id);
  if (staff.some(({ personId }) => personId === ticket.assigneeId)) return false;
  const next = await chooseFor(step, community, ticket);
  const { personId, name, passedOver } = next ?? { personId: null, name: null, passedOver: [] };
  if (personId === ticket.assigneeId) return false;
  await putInCharge(step, ticket.id, personId);
  await writeEvent(step, ticket.id, 'assigned', { personId, name, why, passedOver });
  if (personId !== null && personId === ticket.offeredToId) await clearOffer(step, ticket.id, 'in charge already');
  return true;
}
