import type { DeadlineKind } from '../../prisma/generated/enums.ts';
import { newId } from '../new-id.ts';
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
    channel?: string | null;
    account?: string | null;
    communityId?: string | null;
    followUpId?: string | null;
    rung?: string | null;
    /** Whom a reminder is for. */
    personId?: string | null;
  },
): Promise<void> {
  const soon = deadline.dueAt.getTime() - step.now.getTime() <= BELL_HORIZON_MS;
  const { kind, dueAt, ticketId = null, limitId = null, conversationId = null } = deadline;
  const { channel = null, account = null, communityId = null, followUpId = null } = deadline;
  const { rung = null, personId = null } = deadline;
  const id = newId();
  await step.tx.$executeRaw`
    INSERT INTO "Deadline" (id, kind, "dueAt", "ticketId", "limitId", "conversationId", channel, account, "communityId",
      "followUpId", rung, "personId", "rungAt")
    VALUES (${id}::uuid, ${kind}::"DeadlineKind", ${dueAt}, ${ticketId}::uuid, ${limitId}::uuid, ${conversationId}::uuid,
      ${channel}, ${account}, ${communityId}::uuid, ${followUpId}::uuid, ${rung}, ${personId}::uuid, ${soon ? step.now : null}::timestamptz)`;
  if (soon) step.rope.deadline(id, dueAt);
}

/** Settles whatever of these kinds still stands for the ticket: it never runs. */
export async function dropDeadlines(step: Step, ticketId: string, kinds: DeadlineKind[], why: string): Promise<void> {
  await step.tx.deadline.updateMany({
    where: { ticketId, kind: { in: kinds }, settledAt: null },
    data: { settledAt: step.now, outcome: why },
  });
}
