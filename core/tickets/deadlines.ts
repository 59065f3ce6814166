import type { DeadlineKind } from '../../prisma/generated/enums.ts';
import { BELL_HORIZON_MS } from '../outbox/bells.ts';
import type { Step } from '../step.ts';

/** Puts a deadline on record; a bell is rung for it after the commit when it falls due soon, by the sweep otherwise. */
export async function setDeadline(
  step: Step,
  deadline: {
    kind: DeadlineKind;
    dueAt: Date;
    ticketId?: string | null;
    limitId?: string | null;
    conversationId?: string | null;
  },
): Promise<void> {
  const soon = deadline.dueAt.getTime() - step.now.getTime() <= BELL_HORIZON_MS;
  const row = await step.tx.deadline.create({
    data: {
      kind: deadline.kind,
      dueAt: deadline.dueAt,
      ticketId: deadline.ticketId ?? null,
      limitId: deadline.limitId ?? null,
      conversationId: deadline.conversationId ?? null,
      rungAt: soon ? step.now : null,
    },
    select: { id: true },
  });
  if (soon) step.rope.deadline(row.id, deadline.dueAt);
}

/** Settles whatever of these kinds still stands for the ticket: it never runs. */
export async function dropDeadlines(step: Step, ticketId: string, kinds: DeadlineKind[], why: string): Promise<void> {
  await step.tx.deadline.updateMany({
    where: { ticketId, kind: { in: kinds }, settledAt: null },
    data: { settledAt: step.now, outcome: why },
  });
}
