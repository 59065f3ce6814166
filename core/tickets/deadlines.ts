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
    /** The row that it is about, of the table that its kind names; `rung` then says what is to be done. */
    subjectId?: string | null;
    rung?: string | null;
    /** Whom a reminder is for. */
    personId?: string | null;
  },
): Promise<void> {
  const soon = isSoon(step, deadline.dueAt);
  const { kind, dueAt, ticketId = null, limitId = null, conversationId = null } = deadline;
  const { channel = null, account = null, communityId = null, followUpId = null } = deadline;
  const { rung = null, personId = null, subjectId = null } = deadline;
  const id = newId();
  await step.tx.$executeRaw`
    INSERT INTO "Deadline" (id, kind, "dueAt", "ticketId", "limitId", "conversationId", channel, account, "communityId",
      "followUpId", rung, "personId", "subjectId", "rungAt")
    VALUES (${id}::uuid, ${kind}::"DeadlineKind", ${dueAt}, ${ticketId}::uuid, ${limitId}::uuid, ${conversationId}::uuid,
      ${channel}, ${account}, ${communityId}::uuid, ${followUpId}::uuid, ${rung}, ${personId}::uuid, ${subjectId}::uuid, ${soon ? step.now : null}::timestamptz)`;
  if (soon) step.rope.deadline(id, dueAt);
}

/**
 * Settles whatever of this kind still stands for a subject, or only what is to be done so (`rung`): it never runs. One that is being looked
 * at right now is left alone, because it waits for the subject, which the caller holds: it sees then how the subject stands.
 */
export async function dropSubjectDeadlines(
  step: Step,
  { kind, subjectId, rung = null }: { kind: DeadlineKind; subjectId: string; rung?: string | null },
  why: string,
): Promise<void> {
  await step.tx.$executeRaw`
    UPDATE "Deadline" SET "settledAt" = ${step.now}, outcome = ${why} WHERE id IN (
      SELECT id FROM "Deadline" WHERE kind = ${kind}::"DeadlineKind" AND "subjectId" = ${subjectId}::uuid AND "settledAt" IS NULL
        AND (${rung}::text IS NULL OR rung = ${rung}) FOR NO KEY UPDATE SKIP LOCKED)`;
}

/** A moment at which the desk looks at a limit. */
export interface Moment {
  kind: DeadlineKind;
  dueAt: Date;
  /** The rung of the ladder; null for the limit itself. */
  rung: string | null;
}

/**
 * Puts the moments of a limit on record in one statement. Reminders are for whoever is in charge of the ticket; when somebody
 * else is later, a trigger has them follow.
 */
export async function setMoments(
  step: Step,
  { ticketId, limitId }: { ticketId: string; limitId: string },
  moments: readonly Moment[],
): Promise<void> {
  const rows = moments.map(({ kind, dueAt, rung }) => ({ id: newId(), kind, dueAt, rung, soon: isSoon(step, dueAt) }));
  await step.tx.$executeRaw`
    INSERT INTO "Deadline" (id, kind, "dueAt", "ticketId", "limitId", rung, "personId", "rungAt")
    SELECT d.id, d.kind::"DeadlineKind", d."dueAt", t.id, ${limitId}::uuid, d.rung,
      CASE WHEN d.kind = 'remind' THEN t."assigneeId" END, CASE WHEN d.soon THEN ${step.now}::timestamptz END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS d(id uuid, kind text, "dueAt" timestamptz, rung text, soon boolean), "Ticket" t
    WHERE t.id = ${ticketId}::uuid`;
  for (const { id, dueAt, soon } of rows) if (soon) step.rope.deadline(id, dueAt);
}

/** Has a deadline look at another time instead: one that waits for it, or one that was taken back. */
export async function moveDeadline(step: Step, id: string, dueAt: Date): Promise<void> {
  const soon = isSoon(step, dueAt);
  const data = { dueAt, rungAt: soon ? step.now : null, settledAt: null, outcome: null };
  await step.tx.deadline.update({ where: { id }, data, select: { id: true } });
  if (soon) step.rope.deadline(id, dueAt);
}

const isSoon = (step: Step, dueAt: Date): boolean => dueAt.getTime() - step.now.getTime() <= BELL_HORIZON_MS;

/** Settles whatever of these kinds still stands for the ticket: it never runs. */
export async function dropDeadlines(step: Step, ticketId: string, kinds: DeadlineKind[], why: string): Promise<void> {
  await step.tx.deadline.updateMany({
    where: { ticketId, kind: { in: kinds }, settledAt: null },
    data: { settledAt: step.now, outcome: why },
  });
}
