import type { Limit } from '../../prisma/generated/client.ts';
import type { LimitKind } from '../../prisma/generated/enums.ts';
import type { CommunityInForce } from '../people/communities.ts';
import { planLadder } from '../policy/ladder.ts';
import { limitFor, lineFor, promiseLimit, type SetLimit } from '../policy/limits.ts';
import type { Step } from '../step.ts';
import { setMoments, type Moment } from './deadlines.ts';
import { underOwnPolicy } from './own-policy.ts';
import { resumeLimits } from './pause-limits.ts';
import { standDown } from './stand-down.ts';
import type { Ticket } from './ticket.ts';

export type Limited = Pick<Ticket, 'id' | 'communityId' | 'policyVersionId' | 'kind' | 'area' | 'urgency'>;

/** The first look at which a limit has passed: an answer at the very instant it is due is in time. */
export const justAfter = (dueAt: Date): Date => new Date(dueAt.getTime() + 1);

/**
 * Starts a limit now, with the moments at which the desk looks at it: the rungs of its ladder, and the limit itself (P6c).
 * @param renewsId the limit that passed and in whose place this one comes
 */
export async function startLimit(
  step: Step,
  { policy, calendar }: CommunityInForce,
  ticketId: string,
  { kind, renewsId = null, ...set }: SetLimit & { kind: LimitKind; renewsId?: string | null },
): Promise<void> {
  const { clause, line, counts, dueAt } = set;
  const row = await step.tx.limit.create({
    data: { ticketId, kind, clause, line, counts, startedAt: step.now, dueAt, renewsId },
    select: { id: true },
  });
  const rungs = planLadder(policy, set, step.now, calendar).map(({ name, rung, dueAt: at }): Moment => ({
    kind: rung.tell === 'assignee' ? 'remind' : 'escalate',
    dueAt: at,
    rung: name,
  }));
  const moments: Moment[] = [{ kind: 'breach', dueAt: justAfter(dueAt), rung: null }, ...rungs];
  await setMoments(step, { ticketId, limitId: row.id }, moments);
}

/**
 * Starts what a ticket has to keep that was just opened, or opened again: the first answer, and the end of the work.
 * `reopened`: the resident said that it is not solved, whose first answer has a limit of its own (P6d). Returns when the first
 * answer is due; null where the policy asks for none.
 *
 * @param first the limit of the first answer, where it is not that of every ticket of this kind
 */
export async function openLimits(
  step: Step,
  community: CommunityInForce,
  ticket: Limited,
  purpose: 'first_response' | 'reopened' = 'first_response',
  first: SetLimit | null = null,
): Promise<Date | null> {
  if (first) await startLimit(step, community, ticket.id, { ...first, kind: 'first_response' });
  const dueAt = first ? first.dueAt : await startFirstResponse(step, community, ticket, purpose);
  await startByPolicy(step, community, ticket, 'resolution', 'resolution');
  return dueAt;
}

/** Somebody must answer, by the policy of the ticket. Returns when; null where the policy asks for no answer. */
export function startFirstResponse(
  step: Step,
  community: CommunityInForce,
  ticket: Limited,
  purpose: 'first_response' | 'reopened' = 'first_response',
): Promise<Date | null> {
  return startByPolicy(step, community, ticket, 'first_response', purpose);
}

export async function startProgress(step: Step, community: CommunityInForce, ticket: Limited): Promise<void> {
  await startByPolicy(step, community, ticket, 'progress', 'progress');
}

async function startByPolicy(
  step: Step,
  community: CommunityInForce,
  ticket: Limited,
  kind: Exclude<LimitKind, 'promise'>,
  purpose: 'first_response' | 'reopened' | 'progress' | 'resolution',
): Promise<Date | null> {
  const own = await underOwnPolicy(step, community, ticket);
  // A policy that says nothing of reopened matters gives them the time of new ones.
  const isSaid = purpose !== 'reopened' || lineFor(own.policy, 'reopened', ticket) !== null;
  const set = limitFor(own.policy, isSaid ? purpose : 'first_response', ticket, step.now, own.calendar);
  if (!set) return null;
  await startLimit(step, own, ticket.id, { ...set, kind });
  return set.dueAt;
}

/** "The technician comes at 15:00": the promised time is itself a limit (P5g), and takes the place of an earlier promise. */
export async function startPromise(
  step: Step,
  community: CommunityInForce,
  ticket: Limited,
  dueAt: Date,
): Promise<void> {
  const own = await underOwnPolicy(step, community, ticket);
  await endLimits(step, ticket.id, ['promise', 'progress'], 'cancelledAt');
  await startLimit(step, own, ticket.id, { ...promiseLimit(own.policy, ticket, dueAt), kind: 'promise' });
}

/** Ends running limits of these kinds, as met or as of no more interest. Their ladders stop (P6c). */
export async function endLimits(
  step: Step,
  ticketId: string,
  kinds: LimitKind[],
  how: 'metAt' | 'cancelledAt',
): Promise<void> {
  const running = { ticketId, kind: { in: kinds }, metAt: null, cancelledAt: null };
  const ended = await step.tx.limit.updateManyAndReturn({
    where: running,
    data: { [how]: step.now },
    select: { id: true },
  });
  if (ended.length === 0) return;
  await step.tx.deadline.updateMany({
    where: { limitId: { in: ended.map(({ id }) => id) }, settledAt: null },
    data: { settledAt: step.now, outcome: how === 'metAt' ? 'answered' : 'of no more interest' },
  });
}

/** The ticket is over, one way or another: nothing of it runs any more. Who was called to an emergency is told. */
export async function endAllLimits(
  step: Step,
  community: CommunityInForce,
  ticket: Ticket,
  how: 'metAt' | 'cancelledAt',
): Promise<void> {
  await standDown(step, community, ticket);
  await endLimits(step, ticket.id, ['first_response', 'progress', 'promise', 'resolution'], how);
}

/** The running limit that is due first. One that stands still, or that passed and has a new date, is none. */
export function nextLimit(step: Step, ticketId: string): Promise<Limit | null> {
  return step.tx.limit.findFirst({
    where: { ticketId, metAt: null, cancelledAt: null, pausedAt: null, renewedBy: { is: null } },
    orderBy: { dueAt: 'asc' },
  });
}

/**
 * An answer by a person meets the first response and any progress that was owed; from now on progress is owed (P5f), unless the
 * answer is a promise, which the caller starts. What stood still goes on. Call it once the answer is on record: who was called to an
 * emergency hears who has it.
 */
export async function meetByAnswer(
  step: Step,
  community: CommunityInForce,
  ticket: Ticket,
  owed: 'progress' | 'promise' = 'progress',
): Promise<void> {
  await standDown(step, community, ticket);
  await resumeLimits(step, community, ticket);
  await endLimits(step, ticket.id, ['first_response', 'progress'], 'metAt');
  if (!ticket.firstResponseAt) {
    await step.tx.ticket.update({
      where: { id: ticket.id },
      data: { firstResponseAt: step.now },
      select: { id: true },
    });
  }
  // A new date that the desk gave after a promise was broken is met by any answer; one that a person gave is not.
  const promised = await step.tx.limit.findFirst({
    where: {
      ticketId: ticket.id,
      kind: 'promise',
      metAt: null,
      cancelledAt: null,
      renewsId: null,
      dueAt: { gt: step.now },
    },
    select: { id: true },
  });
  if (promised) return;
  await endLimits(step, ticket.id, ['promise'], 'metAt');
  if (owed === 'progress') await startProgress(step, community, ticket);
}
