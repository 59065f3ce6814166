import type { Limit } from '../../prisma/generated/client.ts';
import type { LimitKind } from '../../prisma/generated/enums.ts';
import type { CommunityInForce } from '../people/communities.ts';
import { planLadder } from '../policy/ladder.ts';
import { limitFor, promiseLimit, type SetLimit } from '../policy/limits.ts';
import type { Step } from '../step.ts';
import { setDeadline } from './deadlines.ts';
import type { Ticket } from './ticket.ts';

type Limited = Pick<Ticket, 'id' | 'kind' | 'area' | 'urgency' | 'assigneeId'>;

/** Starts a limit, with the instants at which the desk looks at it: the rungs of its ladder, and the limit itself (P6c). */
async function startLimit(
  step: Step,
  { policy, calendar }: CommunityInForce,
  ticket: Limited,
  kind: LimitKind,
  set: SetLimit,
): Promise<void> {
  const { clause, line, counts, dueAt } = set;
  const ticketId = ticket.id;
  const row = await step.tx.limit.create({
    data: { ticketId, kind, clause, line, counts, startedAt: step.now, dueAt },
    select: { id: true },
  });
  await setDeadline(step, { kind: 'breach', dueAt, ticketId, limitId: row.id });
  for (const { name, rung, dueAt: at } of planLadder(policy, set, step.now, calendar)) {
    const reminds = rung.tell === 'assignee';
    const personId = reminds ? ticket.assigneeId : null;
    const common = { dueAt: at, ticketId, limitId: row.id, rung: name, personId };
    await setDeadline(step, { kind: reminds ? 'remind' : 'escalate', ...common });
  }
}

/** `reopened`: the resident said that it is not solved, which has a limit of its own (P6d). */
export async function startFirstResponse(
  step: Step,
  community: CommunityInForce,
  ticket: Limited,
  purpose: 'first_response' | 'reopened' = 'first_response',
): Promise<Date | null> {
  const limit = limitFor(community.policy, purpose, ticket, step.now, community.calendar);
  if (!limit) return null;
  await startLimit(step, community, ticket, 'first_response', limit);
  return limit.dueAt;
}

export async function startProgress(step: Step, community: CommunityInForce, ticket: Limited): Promise<void> {
  const limit = limitFor(community.policy, 'progress', ticket, step.now, community.calendar);
  if (limit) await startLimit(step, community, ticket, 'progress', limit);
}

/** "The technician comes at 15:00": the promised time is itself a limit (P5g), and takes the place of an earlier promise. */
export async function startPromise(
  step: Step,
  community: CommunityInForce,
  ticket: Limited,
  dueAt: Date,
): Promise<void> {
  await endLimits(step, ticket.id, ['promise', 'progress'], 'cancelledAt');
  await startLimit(step, community, ticket, 'promise', promiseLimit(community.policy, ticket, dueAt));
}

/** Ends running limits of these kinds, as met or as of no more interest; their deadlines then find nothing to do. */
export async function endLimits(
  step: Step,
  ticketId: string,
  kinds: LimitKind[],
  how: 'metAt' | 'cancelledAt',
): Promise<void> {
  const running = { ticketId, kind: { in: kinds }, metAt: null, cancelledAt: null };
  await step.tx.limit.updateMany({ where: running, data: { [how]: step.now } });
}

/** The running limit that is due first. */
export function nextLimit(step: Step, ticketId: string): Promise<Limit | null> {
  return step.tx.limit.findFirst({
    where: { ticketId, metAt: null, cancelledAt: null },
    orderBy: { dueAt: 'asc' },
  });
}

/** An answer by a person meets the first response and any progress that was owed; from now on progress is owed (P5f). */
export async function meetByAnswer(step: Step, community: CommunityInForce, ticket: Ticket): Promise<void> {
  await endLimits(step, ticket.id, ['first_response', 'progress'], 'metAt');
  if (!ticket.firstResponseAt) {
    await step.tx.ticket.update({
      where: { id: ticket.id },
      data: { firstResponseAt: step.now },
      select: { id: true },
    });
  }
  const promised = await step.tx.limit.findFirst({
    where: { ticketId: ticket.id, kind: 'promise', metAt: null, cancelledAt: null, dueAt: { gt: step.now } },
    select: { id: true },
  });
  if (!promised) {
    await endLimits(step, ticket.id, ['promise'], 'metAt');
    await startProgress(step, community, ticket);
  }
}
