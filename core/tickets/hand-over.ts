import { handOnFollowUps } from '../follow-ups/hand-on.ts';
import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { showCard } from './cards.ts';
import { chooseAnew } from './choose-anew.ts';
import { staffOf } from './open.ts';
import { returnTicket } from './pass/give-back.ts';
import { holdTicket, workStatuses } from './ticket.ts';

/**
 * Somebody works for the office no more: what they were in charge of goes to whoever the rules choose now, so that no ticket
 * is without somebody in charge (P6b), what was passed to them returns, and somebody else asks whom they were to ask. Nothing
 * changes while they still have work to do here.
 */
export async function handOverTickets(
  step: Step,
  community: CommunityInForce,
  personId: string,
  occasion: string,
): Promise<void> {
  if ((await staffOf(step, community.id)).some((member) => member.personId === personId)) return;
  const theirs = await step.tx.ticket.findMany({
    where: {
      communityId: community.id,
      OR: [{ assigneeId: personId }, { offeredToId: personId }],
      status: { in: workStatuses },
    },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  for (const { id } of theirs) {
    const ticket = await holdTicket(step, id);
    if (ticket.offeredToId === personId) await returnTicket(step, community, ticket, `${occasion}:${id}`);
    if (ticket.assigneeId !== personId) continue;
    // Whoever is chosen has not accepted it yet.
    if (ticket.status === 'accepted')
      await step.tx.ticket.update({ where: { id }, data: { status: 'open' }, select: { id: true } });
    await chooseAnew(step, community, ticket, 'left');
    await showCard(step, community, id, { occasion: `${occasion}:${id}:chosen`, anew: true });
  }
  await handOnFollowUps(step, community.id, personId);
}

/** Tickets that nobody is in charge of, because the office had nobody, go to whoever the rules choose now (P6b). */
export async function adoptTickets(step: Step, community: CommunityInForce, occasion: string): Promise<void> {
  const orphans = await step.tx.ticket.findMany({
    where: { communityId: community.id, assigneeId: null, status: { in: workStatuses } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  for (const { id } of orphans) {
    if (!(await chooseAnew(step, community, await holdTicket(step, id), 'nobody'))) continue;
    await showCard(step, community, id, { occasion: `${occasion}:${id}`, anew: true });
  }
}
