import type { LimitKind } from '../../prisma/generated/enums.ts';
import type { CommunityInForce } from '../people/communities.ts';
import { limitFor } from '../policy/limits.ts';
import type { Step } from '../step.ts';
import { endLimits, startLimit, type Limited } from './limits.ts';
import { underOwnPolicy } from './own-policy.ts';

/**
 * What a ticket is about is understood better now. Where the policy asks for more haste with that, the limits that run begin
 * anew from now; where it asks for less, what was told to the resident stays. An answer that was given stays given.
 */
export async function restartIfStricter(step: Step, community: CommunityInForce, ticket: Limited): Promise<void> {
  const own = await underOwnPolicy(step, community, ticket);
  const running = await step.tx.limit.findMany({
    where: { ticketId: ticket.id, metAt: null, cancelledAt: null, pausedAt: null, renewedBy: { is: null } },
  });
  const restart = async (kind: LimitKind, purpose: 'first_response' | 'reopened' | 'resolution'): Promise<void> => {
    const set = limitFor(own.policy, purpose, ticket, step.now, own.calendar);
    const before = running.find((limit) => limit.kind === kind);
    if (!set || (before && before.dueAt <= set.dueAt)) return;
    await endLimits(step, ticket.id, [kind], 'cancelledAt');
    await startLimit(step, own, ticket.id, { ...set, kind });
  };
  const answer = running.find(({ kind }) => kind === 'first_response');
  if (answer) {
    const isReopened = own.policy.limits[answer.line]?.for === 'reopened';
    await restart('first_response', isReopened ? 'reopened' : 'first_response');
  }
  const stands = await step.tx.limit.count({
    where: { ticketId: ticket.id, kind: 'resolution', metAt: null, cancelledAt: null, pausedAt: { not: null } },
  });
  // One that stands still goes on as it was.
  if (stands === 0) await restart('resolution', 'resolution');
}
