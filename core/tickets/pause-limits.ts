import type { Limit } from '../../prisma/generated/client.ts';
import type { CommunityInForce } from '../people/communities.ts';
import { resumeLimit } from '../policy/ladder.ts';
import { ladderOf } from '../policy/ladder-of.ts';
import type { Step } from '../step.ts';
import { moveDeadline } from './deadlines.ts';
import { underOwnPolicy, type UnderPolicy } from './own-policy.ts';
import { writeEvent } from './ticket.ts';

/** As which the moments of a limit are put away that stands still. */
export const PAUSED = 'paused';

/**
 * The ball is with the resident: progress and the end of the work are not owed meanwhile, and nobody is reminded of them. A
 * promise stays, because it is a time on the clock (P5g).
 */
export async function pauseLimits(step: Step, ticketId: string): Promise<void> {
  const paused = await step.tx.limit.updateManyAndReturn({
    where: { ticketId, kind: { in: ['progress', 'resolution'] }, metAt: null, cancelledAt: null, pausedAt: null },
    data: { pausedAt: step.now },
    select: { id: true, clause: true },
  });
  if (paused.length === 0) return;
  await step.tx.deadline.updateMany({
    where: { limitId: { in: paused.map(({ id }) => id) }, settledAt: null },
    data: { settledAt: step.now, outcome: PAUSED },
  });
  await writeEvent(step, ticketId, 'paused', { clauses: paused.map(({ clause }) => clause) });
}

/**
 * The ball is back: what was left of a limit when it stood still is left now, and so for each rung of its ladder that was not
 * climbed yet. Returns whether anything had stood still.
 */
export async function resumeLimits(
  step: Step,
  community: CommunityInForce,
  ticket: UnderPolicy & { id: string },
): Promise<boolean> {
  const paused = await step.tx.limit.findMany({
    where: { ticketId: ticket.id, metAt: null, cancelledAt: null, pausedAt: { not: null } },
    orderBy: { dueAt: 'asc' },
  });
  if (paused.length === 0) return false;
  const own = await underOwnPolicy(step, community, ticket);
  for (const limit of paused) if (limit.pausedAt) await resume(step, own, { ...limit, pausedAt: limit.pausedAt });
  await writeEvent(step, ticket.id, 'resumed', { clauses: paused.map(({ clause }) => clause) });
  return true;
}

async function resume(
  step: Step,
  { policy, calendar }: CommunityInForce,
  limit: Limit & { pausedAt: Date },
): Promise<void> {
  const { id, pausedAt, counts } = limit;
  const dueAt = resumeLimit(limit, step.now, calendar);
  await step.tx.limit.update({ where: { id }, data: { dueAt, pausedAt: null }, select: { id: true } });
  const rungs = ladderOf(policy, limit.line);
  const moments = await step.tx.deadline.findMany({ where: { limitId: id, outcome: PAUSED } });
  for (const moment of moments) {
    const rung = moment.rung === null ? undefined : rungs[moment.rung];
    const at = (): Date => {
      const afterMs = rung?.at.kind === 'after_limit' ? rung.at.ms : moment.dueAt.getTime() - limit.dueAt.getTime();
      // From the limit on, moments are counted from the limit; before it, and where it had passed already, what was left is left.
      if (afterMs < 0 || limit.dueAt <= pausedAt)
        return resumeLimit({ dueAt: moment.dueAt, pausedAt, counts }, step.now, calendar);
      return new Date(dueAt.getTime() + afterMs);
    };
    const spokenAtNight = moment.kind === 'breach' || rung?.wakes === true;
    await moveDeadline(step, moment.id, spokenAtNight ? at() : calendar.civil(at()));
  }
}
