import type { Limit } from '../../prisma/generated/client.ts';
import { communityOfTicket, type CommunityInForce } from '../people/communities.ts';
import { planLadder, type PlannedRung } from '../policy/ladder.ts';
import { CARE_LINE, careLimit, limitFor, promiseLimit, type Matter, type SetLimit } from '../policy/limits.ts';
import type { LimitPurpose, Policy } from '../policy/policy.ts';
import type { Step } from '../step.ts';
import { setMoments, type Moment } from './deadlines.ts';
import { justAfter } from './limits.ts';
import { PAUSED } from './pause-limits.ts';
import { writeEvent, type Ticket } from './ticket.ts';

/**
 * Counts a ticket by another version of the policy from now on: what runs is due as if that had held when it started, and the
 * rungs that have not fired are planned by its ladder. What the new version does not limit is cancelled. The ticket is held by
 * this transaction.
 */
export async function moveLimits(step: Step, ticket: Ticket, to: CommunityInForce, version: number): Promise<void> {
  const from = await communityOfTicket(step.tx, ticket);
  await step.tx.ticket.update({
    where: { id: ticket.id },
    data: { policyVersionId: to.policyVersionId },
    select: { id: true },
  });
  const running = await step.tx.limit.findMany({ where: { ticketId: ticket.id, metAt: null, cancelledAt: null } });
  for (const limit of running) await moveLimit(step, ticket, limit, { from, to });
  await writeEvent(step, ticket.id, 'policy_moved', { version });
}

/**
 * A running limit as the version `to` sets it, counted from when it started; null where that sets none. What pauses have added is
 * added again. A promised time, a new date that the resident was told, and a limit that has passed stay when they are.
 */
export function movedLimit(
  limit: Pick<Limit, 'kind' | 'line' | 'counts' | 'startedAt' | 'dueAt' | 'renewsId' | 'breachedAt'>,
  matter: Matter,
  { from, to }: { from: CommunityInForce; to: CommunityInForce },
): SetLimit | null {
  if (limit.line === CARE_LINE) {
    const set = careLimit(to.policy, limit.startedAt);
    return limit.breachedAt === null ? set : { ...set, dueAt: limit.dueAt };
  }
  const purpose = purposeOf(limit, from.policy);
  if (purpose === 'promise') return promiseLimit(to.policy, matter, limit.dueAt);
  const set = limitFor(to.policy, purpose, matter, limit.startedAt, to.calendar);
  if (!set) return null;
  if (limit.renewsId !== null || limit.breachedAt !== null) return { ...set, dueAt: limit.dueAt };
  const within = from.policy.limits[limit.line]?.within;
  const unpaused = within == null ? limit.dueAt : from.calendar.add(limit.startedAt, within, limit.counts);
  const pausedMs = from.calendar.between(unpaused, limit.dueAt, limit.counts);
  return pausedMs === 0 ? set : { ...set, dueAt: to.calendar.add(set.dueAt, pausedMs, set.counts) };
}

/** "Not solved" has a limit of its own, which is a first response in every other way. */
const purposeOf = ({ kind, line }: Pick<Limit, 'kind' | 'line'>, policy: Policy): LimitPurpose =>
  policy.limits[line]?.for === 'reopened' ? 'reopened' : kind;

async function moveLimit(
  step: Step,
  ticket: Ticket,
  limit: Limit,
  versions: { from: CommunityInForce; to: CommunityInForce },
): Promise<void> {
  const set = movedLimit(limit, ticket, versions);
  const waiting = { limitId: limit.id, OR: [{ settledAt: null }, { outcome: PAUSED }] };
  // What somebody put off stays put off.
  await step.tx.deadline.deleteMany({ where: set ? { ...waiting, postponedAt: null } : waiting });
  if (!set) {
    await step.tx.limit.update({ where: { id: limit.id }, data: { cancelledAt: step.now }, select: { id: true } });
    return;
  }
  const { clause, line, counts, dueAt } = set;
  await step.tx.limit.update({ where: { id: limit.id }, data: { clause, line, counts, dueAt }, select: { id: true } });
  await planAnew(step, ticket.id, limit, set, versions.to);
}

async function planAnew(
  step: Step,
  ticketId: string,
  limit: Limit,
  set: SetLimit,
  { policy, calendar }: CommunityInForce,
): Promise<void> {
  const kept = await step.tx.deadline.findMany({ where: { limitId: limit.id }, select: { rung: true } });
  const fired = new Set(kept.map(({ rung }) => rung));
  const rungs = planLadder(policy, set, limit.startedAt, calendar).filter(
    (planned) => !fired.has(planned.name) && isAhead(planned, limit, limit.pausedAt ?? step.now),
  );
  const moments = rungs.map(({ name, rung, dueAt }): Moment => ({
    kind: rung.tell === 'assignee' ? 'remind' : 'escalate',
    dueAt,
    rung: name,
  }));
  if (limit.breachedAt === null) moments.push({ kind: 'breach', dueAt: justAfter(set.dueAt), rung: null });
  if (moments.length === 0) return;
  await setMoments(step, { ticketId, limitId: limit.id }, moments);
  if (limit.pausedAt === null) return;
  // A limit that stands still has its moments put away until it goes on.
  await step.tx.deadline.updateMany({
    where: { limitId: limit.id, settledAt: null, postponedAt: null },
    data: { settledAt: step.now, outcome: PAUSED },
  });
}

/** A rung whose time has passed unheard is of interest only where the limit turns out to have passed by the new count. */
const isAhead = ({ rung, dueAt }: PlannedRung, { breachedAt }: Limit, now: Date): boolean =>
  dueAt > now || (rung.at.kind === 'after_limit' && breachedAt === null);
