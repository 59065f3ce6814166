import { postponedTo } from '../policy/ladder.ts';
import { setMoments } from './deadlines.ts';
import { showCard } from './cards.ts';
import { nextLimit } from './limits.ts';
import { underOwnPolicy } from './own-policy.ts';
import type { StaffWord } from './answer.ts';
import { writeEvent } from './ticket.ts';
import { onOpenTicket, type Carried } from './work.ts';

/** The rung that a postponement puts in the place of others. No rung of a policy can be called so. */
export const POSTPONED = '(postponed)';

export type Postponed =
  | Carried
  /** The reminder comes at `at`, which may be sooner than was wanted. */
  | { kind: 'postponed'; at: Date }
  /** The reminder of this limit was put off before: it can be once. */
  | { kind: 'postponed_before' }
  /** Nothing runs of which somebody would be reminded, or `wanted` does not lie ahead. */
  | { kind: 'nothing_to_postpone' };

/**
 * Puts the reminder of the limit that is due first off until `wanted`, with a reason, once per limit: at most
 * `reminders.postponeAtMost` from now, and never beyond the limit itself, which stays as it is. The reminders before that are
 * not spoken. Who hears that a limit has passed hears it all the same.
 */
export async function postponeReminder(word: StaffWord & { wanted: Date; reason: string }): Promise<Postponed> {
  const { step, wanted, reason } = word;
  const { tx, now } = step;
  let outcome: Postponed = { kind: 'nothing_to_postpone' };
  const carried = await onOpenTicket(word, async ({ ticket, by, community, messageId, occasion }) => {
    const own = await underOwnPolicy(step, community, ticket);
    const limit = await nextLimit(step, ticket.id);
    const at = limit && postponedTo(own.policy, { wanted, limitDueAt: limit.dueAt }, now, own.calendar);
    if (!limit || !at) return;
    const key = { limitId_rung: { limitId: limit.id, rung: POSTPONED } };
    if (await tx.deadline.findUnique({ where: key, select: { id: true } })) {
      outcome = { kind: 'postponed_before' };
      return;
    }
    await tx.deadline.updateMany({
      where: { limitId: limit.id, kind: 'remind', settledAt: null, dueAt: { lte: at } },
      data: { settledAt: now, outcome: 'postponed' },
    });
    const ids = { ticketId: ticket.id, limitId: limit.id };
    await setMoments(step, ids, [{ kind: 'remind', dueAt: at, rung: POSTPONED }]);
    await tx.deadline.update({ where: key, data: { postponedAt: now }, select: { id: true } });
    const data = { by: by.name, until: at.toISOString(), reason };
    await writeEvent(step, ticket.id, 'postponed', data, { actorId: by.personId, messageId });
    await showCard(step, community, ticket.id, { occasion });
    outcome = { kind: 'postponed', at };
  });
  return carried.kind === 'over' ? carried : outcome;
}
