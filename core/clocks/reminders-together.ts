import { communityOfTicket } from '../people/communities.ts';
import { planLadder } from '../policy/ladder.ts';
import { ladderNameOf } from '../policy/ladder-of.ts';
import type { Step } from '../step.ts';
import { readTicket } from '../tickets/ticket.ts';
import type { DueOfTicket } from './look.ts';

/** So many tickets stand in one digest at most; the rest come with the next one. */
const TOGETHER_AT_MOST = 30;

/** Until the commit nobody else looks at a reminder of this person: those that fall together are said together. */
export async function holdReminders({ tx }: Step, personId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`reminders:${personId}`}, 0))`;
}

/**
 * From when on a person may be reminded of a ticket: not sooner than `reminders.spacing` after they were last reminded of
 * another one (P9a). The rungs of one ticket are as far apart as its ladder has them.
 */
export async function mayRemindFrom(step: Step, deadline: DueOfTicket, personId: string): Promise<Date> {
  const { spacing } = deadline.community.policy.reminders;
  const last = await step.tx.deadline.findFirst({
    where: {
      kind: 'remind',
      personId,
      settledAt: { gt: new Date(step.now.getTime() - spacing) },
      outcome: { in: [REMINDED, IN_A_DIGEST] },
      ticketId: { not: deadline.ticket.id },
    },
    orderBy: { settledAt: 'desc' },
    select: { settledAt: true },
  });
  return last?.settledAt ? new Date(last.settledAt.getTime() + spacing) : step.now;
}

export const REMINDED = 'done';
export const IN_A_DIGEST = 'in a digest';

/**
 * The other reminders of a person whose time has come, with their tickets held: also those that wait because the person was
 * reminded a moment ago. What somebody else has in hand is left to them.
 */
export async function remindersBeside(step: Step, deadline: DueOfTicket, personId: string): Promise<DueOfTicket[]> {
  const { tx, now } = step;
  const soon = new Date(now.getTime() + deadline.community.policy.reminders.spacing);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM "Deadline" d JOIN "Ticket" t ON t.id = d."ticketId"
    WHERE d.kind = 'remind' AND d."settledAt" IS NULL AND d."personId" = ${personId}::uuid AND d."dueAt" <= ${soon}
      AND d.id <> ${deadline.id}::uuid
    ORDER BY d."dueAt", d.id LIMIT ${TOGETHER_AT_MOST - 1} FOR NO KEY UPDATE SKIP LOCKED`;
  const beside = await tx.deadline.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    include: { limit: true },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  });
  const found: DueOfTicket[] = [];
  for (const row of beside) {
    if (row.ticketId === null) continue;
    const ticket = await readTicket(step, row.ticketId);
    const one = { ...row, ticket, community: await communityOfTicket(tx, ticket) };
    if (row.dueAt <= now || waits(one, now)) found.push(one);
  }
  return found;
}

/** By its ladder, its time had come before now. What somebody put off is no rung of the ladder, and keeps its time. */
function waits({ limit, rung, community }: DueOfTicket, now: Date): boolean {
  if (!limit || rung === null) return false;
  const ladder = ladderNameOf(community.policy, limit.line);
  const planned = planLadder(community.policy, { ...limit, ladder }, limit.startedAt, community.calendar);
  return planned.some(({ name, dueAt }) => name === rung && dueAt <= now);
}
