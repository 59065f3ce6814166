import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { showCard } from './cards.ts';
import { chooseAssignee } from './charge.ts';
import { staffOf } from './open.ts';
import { holdTicket, workStatuses, writeEvent } from './ticket.ts';

/**
 * Somebody works for the office no more: what they were in charge of goes to whoever the rules choose now, so that no ticket
 * is without somebody in charge (P6b). Nothing changes while they still have work to do here.
 */
export async function handOverTickets(
  step: Step,
  community: CommunityInForce,
  personId: string,
  occasion: string,
): Promise<void> {
  if ((await staffOf(step, community.id)).some((member) => member.personId === personId)) return;
  const theirs = await step.tx.ticket.findMany({
    where: { communityId: community.id, assigneeId: personId, status: { in: workStatuses } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  for (const { id } of theirs) {
    const ticket = await holdTicket(step, id);
    const next = chooseAssignee(ticket, await staffOf(step, community.id));
    const status = ticket.status === 'waiting' ? ('waiting' as const) : ('open' as const);
    const data = { assigneeId: next?.personId ?? null, status };
    await step.tx.ticket.update({ where: { id }, data, select: { id: true } });
    const given = { personId: next?.personId ?? null, name: next?.name ?? null, why: 'left' };
    await writeEvent(step, id, 'assigned', given);
    await showCard(step, community, id, { occasion: `${occasion}:${id}`, anew: true });
  }
}
