import type { Step } from '../step.ts';
import { moveQuestionnaireAnswers } from '../surveys/questionnaires/move-answers.ts';
import { audit } from './audit.ts';
import { moveDuty } from './duty/move-duty.ts';
import { moveTold } from './move-told.ts';

/** Why two rows are known to be one human being. */
export type MergeReason = 'staff_said' | 'code';

/**
 * Two rows were one person: everything of `from` goes to `into` (identities, roles, words, tickets, reports, answers, votes, wishes,
 * direct chats), each thing once, and `from` stays only as a mark that the history can name. A confirmed flat wins, of two the one
 * confirmed later; `into` keeps its name. Returns false, and changes nothing, when they are one already or of different
 * communities.
 */
export async function mergePersons(
  step: Step,
  merge: { fromId: string; intoId: string; by: string | null; why: MergeReason },
): Promise<boolean> {
  const { tx } = step;
  const { fromId, intoId, by, why } = merge;
  if (fromId === intoId) return false;
  // Always in the order of their ids, so that two merges at once never wait for each other.
  await tx.$queryRaw`SELECT id FROM "Person" WHERE id IN (${fromId}::uuid, ${intoId}::uuid) ORDER BY id FOR UPDATE`;
  const [from, into] = [
    await tx.person.findUnique({ where: { id: fromId } }),
    await tx.person.findUnique({ where: { id: intoId } }),
  ];
  if (!from || !into || from.communityId !== into.communityId || from.mergedIntoId || into.mergedIntoId) return false;
  await tx.$queryRaw`SELECT id FROM "Ticket" WHERE "requesterId" = ${fromId}::uuid OR "assigneeId" = ${fromId}::uuid
      OR "offeredToId" = ${fromId}::uuid OR "finishedById" = ${fromId}::uuid
    ORDER BY id FOR NO KEY UPDATE`;

  const move = { where: { personId: fromId }, data: { personId: intoId } };
  await tx.identity.updateMany(move);
  await tx.message.updateMany(move);
  await tx.conversation.updateMany(move);
  await tx.followUp.updateMany(move);
  await tx.ballotEntry.updateMany(move);
  await tx.ticket.updateMany({ where: { requesterId: fromId }, data: { requesterId: intoId } });
  await tx.ticket.updateMany({ where: { assigneeId: fromId }, data: { assigneeId: intoId } });
  await moveWork(step, fromId, intoId);
  await moveDuty(step, fromId, intoId);
  await moveRoles(step, fromId, intoId);
  await moveReports(step, fromId, intoId);
  await moveAnswers(step, fromId, intoId);
  await moveTold(step, fromId, intoId);
  await moveActivities(step, fromId, intoId);
  await moveQuestionnaireAnswers(step, fromId, intoId);
  // Codes of somebody who is no more, and claims of theirs, are void.
  await tx.joinCode.deleteMany({ where: { OR: [{ personId: fromId }, { claimedById: fromId }] } });
  await tx.channelAccount.updateMany({ where: { stoppedById: fromId }, data: { stoppedById: intoId } });
  await tx.judgement.updateMany({ where: { decidedById: fromId }, data: { decidedById: intoId } });
  await tx.candidate.updateMany({ where: { judgedById: fromId }, data: { judgedById: intoId } });
  await tx.person.updateMany({ where: { mergedIntoId: fromId }, data: { mergedIntoId: intoId } });

  const flat = chooseFlat(from, into);
  await tx.person.update({
    where: { id: intoId },
    data: { ...flat, locale: into.locale ?? from.locale, hearsLessAt: into.hearsLessAt ?? from.hearsLessAt },
    select: { id: true },
  });
  await tx.person.update({
    where: { id: fromId },
    data: { mergedIntoId: intoId, householdId: null, flatConfirmedAt: null },
    select: { id: true },
  });
  const subject = `person:${intoId}`;
  await audit(tx, {
    communityId: into.communityId,
    actorId: by,
    action: 'merge_persons',
    subject,
    data: { from: fromId, why },
  });
  return true;
}

interface WithFlat {
  householdId: string | null;
  flatConfirmedAt: Date | null;
}

/** Which of two flats stays: the one confirmed later, a confirmed one before one from a nickname, any before none. */
export function chooseFlat(from: WithFlat, into: WithFlat): WithFlat {
  const rank = ({ householdId, flatConfirmedAt }: WithFlat): number =>
    householdId === null ? -1 : (flatConfirmedAt?.getTime() ?? 0);
  const { householdId, flatConfirmedAt } = rank(from) > rank(into) ? from : into;
  return { householdId, flatConfirmedAt };
}

/** What was offered to one and is in the charge of the other is theirs already. */
async function moveWork({ tx, now }: Step, fromId: string, intoId: string): Promise<void> {
  await tx.ticket.updateMany({ where: { offeredToId: fromId }, data: { offeredToId: intoId } });
  await tx.ticket.updateMany({ where: { finishedById: fromId }, data: { finishedById: intoId } });
  await tx.surveyAnswer.updateMany({ where: { workerId: fromId }, data: { workerId: intoId } });
  await tx.deadline.updateMany({ where: { personId: fromId, settledAt: null }, data: { personId: intoId } });
  await tx.deadline.updateMany({
    where: { kind: 'pass_unaccepted', settledAt: null, ticket: { offeredToId: intoId, assigneeId: intoId } },
    data: { settledAt: now, outcome: 'in charge already' },
  });
  await tx.ticket.updateMany({
    where: { offeredToId: intoId, assigneeId: intoId },
    data: { offeredToId: null, offeredAt: null },
  });
}

/** A role that both had goes on once; the other is kept as ended. */
async function moveRoles({ tx, now }: Step, fromId: string, intoId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "RoleGrant" g SET "revokedAt" = ${now} WHERE g."personId" = ${fromId}::uuid AND g."revokedAt" IS NULL AND EXISTS (
      SELECT 1 FROM "RoleGrant" o WHERE o."personId" = ${intoId}::uuid AND o.role = g.role AND o."revokedAt" IS NULL
        AND o."buildingId" IS NOT DISTINCT FROM g."buildingId")`;
  await tx.roleGrant.updateMany({ where: { personId: fromId }, data: { personId: intoId } });
}

/** Who reported the same thing on two platforms reported it once, at the earlier time. */
async function moveReports({ tx }: Step, fromId: string, intoId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "TicketReporter" ("ticketId", "personId", "joinedAt")
    SELECT "ticketId", ${intoId}::uuid, "joinedAt" FROM "TicketReporter" WHERE "personId" = ${fromId}::uuid
    ON CONFLICT ("ticketId", "personId") DO UPDATE SET "joinedAt" = least("TicketReporter"."joinedAt", EXCLUDED."joinedAt")`;
  await tx.ticketReporter.deleteMany({ where: { personId: fromId } });
}

/** Who rated one ticket twice is counted once, as they rated last. */
async function moveAnswers({ tx }: Step, fromId: string, intoId: string): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "SurveyAnswer" a USING "SurveyAnswer" b WHERE a."ticketId" = b."ticketId"
      AND a."personId" IN (${fromId}::uuid, ${intoId}::uuid) AND b."personId" IN (${fromId}::uuid, ${intoId}::uuid)
      AND a."personId" <> b."personId"
      AND (a."answeredAt" < b."answeredAt" OR a."answeredAt" = b."answeredAt" AND a."personId" = ${fromId}::uuid)`;
  await tx.surveyAnswer.updateMany({ where: { personId: fromId }, data: { personId: intoId } });
}

/** Who signed up twice comes once: with the place that they have, else as they signed up first. Praise of both is praise of one. */
async function moveActivities({ tx }: Step, fromId: string, intoId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "SignUp" s SET state = 'cancelled' FROM "SignUp" o
    WHERE s."activityId" = o."activityId" AND s."personId" <> o."personId"
      AND s."personId" IN (${fromId}::uuid, ${intoId}::uuid) AND o."personId" IN (${fromId}::uuid, ${intoId}::uuid)
      AND s.state <> 'cancelled' AND o.state <> 'cancelled'
      AND ((o.state = 'going')::int, s.at, s."personId" = ${fromId}::uuid) > ((s.state = 'going')::int, o.at, false)`;
  await tx.signUp.updateMany({ where: { personId: fromId }, data: { personId: intoId } });
  await tx.$executeRaw`
    INSERT INTO "TicketPraise" ("ticketId", "personId", "toldAt")
    SELECT "ticketId", ${intoId}::uuid, "toldAt" FROM "TicketPraise" WHERE "personId" = ${fromId}::uuid
    ON CONFLICT ("ticketId", "personId") DO NOTHING`;
  await tx.ticketPraise.deleteMany({ where: { personId: fromId } });
}
