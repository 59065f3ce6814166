import type { Limit } from '../../prisma/generated/client.ts';
import { overtaken, type PlannedRung } from '../policy/ladder.ts';
import { ladderOf } from '../policy/ladder-of.ts';
import type { Rung } from '../policy/policy.ts';
import type { Step } from '../step.ts';
import { isSpokenForIncident } from '../tickets/incidents/rungs.ts';
import { POSTPONED } from '../tickets/postpone.ts';
import type { DueOfTicket, Looked } from './look.ts';

/** A limit that is met, cancelled, stands still, or belongs to a ticket that is over wants nothing now. */
export function runningLimit({ ticket, limit }: DueOfTicket): Limit | null {
  const over = ['done', 'closed', 'merged', 'dismissed'].includes(ticket.status);
  return limit && !limit.metAt && !limit.cancelledAt && !limit.pausedAt && !over ? limit : null;
}

/** A rung that is to be spoken now. */
export interface RungAtHand {
  limit: Limit;
  name: string;
  rung: Rung;
}

/** In rows from before ladders: at half and at four fifths the assignee was reminded, at the limit the managers heard of it. */
const ofOld: Record<'remind' | 'escalate', Rung> = {
  remind: { at: { kind: 'share', share: 0.5 }, tell: 'assignee', by: 'group', wakes: false },
  escalate: { at: { kind: 'after_limit', ms: 0 }, tell: 'manager', by: 'group', wakes: false },
};
/** A reminder that somebody put off is not overlooked twice. */
const postponed: Rung = { ...ofOld.remind, by: 'both' };

/**
 * Whether a rung whose time has come is to be spoken: not any more once somebody has answered, nor when a later rung that is
 * due, too, says more ({@link overtaken}), nor when it was spoken of another report of the same incident; and not yet in quiet hours,
 * unless it wakes. What is for the requester is said anew where others did not read it, and comes through here always.
 */
export async function rungToSpeak(step: Step, deadline: DueOfTicket): Promise<RungAtHand | { looked: Looked }> {
  const limit = runningLimit(deadline);
  if (!limit) return { looked: 'answered' };
  const { policy, calendar } = deadline.community;
  const rungs = ladderOf(policy, limit.line);
  const name = deadline.rung ?? '';
  const rung =
    name === POSTPONED ? postponed : (rungs[name] ?? ofOld[deadline.kind === 'remind' ? 'remind' : 'escalate']);
  // Late, after an outage: the escalation speaks for itself.
  if (rung.tell === 'assignee' && limit.dueAt <= step.now) return { looked: 'limit passed' };
  const others = await step.tx.deadline.findMany({
    where: { limitId: limit.id, rung: { not: null } },
    select: { rung: true, dueAt: true },
  });
  const planned = others.flatMap((row): PlannedRung[] => {
    const other = row.rung === null ? undefined : rungs[row.rung];
    return other && row.rung !== null ? [{ name: row.rung, rung: other, dueAt: row.dueAt }] : [];
  });
  if (overtaken({ name, rung, dueAt: deadline.dueAt }, planned, step.now)) return { looked: 'overtaken' };
  const civil = rung.wakes ? step.now : calendar.civil(step.now);
  if (civil > step.now) return { looked: { lookAgainAt: civil } };
  const toAssignee = rung.tell === 'assignee';
  if (
    rung.tell !== 'requester' &&
    (await isSpokenForIncident(step, deadline.ticket, { limit, rung: name, toAssignee }))
  )
    return { looked: 'spoken for its incident' };
  return { limit, name, rung };
}
