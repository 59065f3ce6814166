import type { Limit } from '../../prisma/generated/client.ts';
import type { LimitKind } from '../../prisma/generated/enums.ts';
import type { CommunityInForce } from '../people/communities.ts';
import { firstResponseLimit, progressLimit, promiseLimit, reminderTimes } from '../policy/limits.ts';
import type { Step } from '../step.ts';
import { setDeadline } from './deadlines.ts';
import type { Ticket } from './ticket.ts';

/** Starts a limit, with the instants at which the desk looks at it: reminders before it, the escalation at it (P6c). */
async function startLimit(
  step: Step,
  community: CommunityInForce,
  ticketId: string,
  limit: { kind: LimitKind; clause: string; dueAt: Date },
): Promise<void> {
  const { kind, clause, dueAt } = limit;
  const row = await step.tx.limit.create({
    data: { ticketId, kind, clause, startedAt: step.now, dueAt },
    select: { id: true },
  });
  const reminders = reminderTimes(community.policy, clause, step.now, dueAt, community.timeZone);
  for (const at of reminders) {
    await setDeadline(step, { kind: 'remind', dueAt: at, ticketId, limitId: row.id });
  }
  await setDeadline(step, { kind: 'escalate', dueAt, ticketId, limitId: row.id });
}

export async function startFirstResponse(
  step: Step,
  community: CommunityInForce,
  ticket: Pick<Ticket, 'id' | 'kind' | 'urgency'>,
): Promise<Date | null> {
  const limit = firstResponseLimit(community.policy, ticket, step.now, community.timeZone);
  if (!limit) return null;
  await startLimit(step, community, ticket.id, { kind: 'first_response', ...limit });
  return limit.dueAt;
}

export async function startProgress(step: Step, community: CommunityInForce, ticketId: string): Promise<void> {
  const limit = progressLimit(community.policy, step.now, community.timeZone);
  await startLimit(step, community, ticketId, { kind: 'progress', ...limit });
}

/** "The technician comes at 15:00": the promised time is itself a limit (P5g), and takes the place of an earlier promise. */
export async function startPromise(
  step: Step,
  community: CommunityInForce,
  ticketId: string,
  dueAt: Date,
): Promise<void> {
  await endLimits(step, ticketId, ['promise', 'progress'], 'cancelledAt');
  await startLimit(step, community, ticketId, { kind: 'promise', ...promiseLimit(community.policy, dueAt) });
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
    await startProgress(step, community, ticket.id);
  }
}
