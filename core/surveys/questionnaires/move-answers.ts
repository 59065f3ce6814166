import type { Step } from '../../step.ts';
import { tokensOf } from './participant.ts';

/** Two rows were one person: what either answered is theirs, each questionnaire once, and none is answered again. */
export async function moveQuestionnaireAnswers({ tx }: Step, fromId: string, intoId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "QuestionnaireSession" s SET "personId" = ${intoId}::uuid WHERE s."personId" = ${fromId}::uuid AND NOT EXISTS (
      SELECT 1 FROM "QuestionnaireSession" o WHERE o."questionnaireId" = s."questionnaireId" AND o."personId" = ${intoId}::uuid)`;
  await tx.questionnaireSession.deleteMany({ where: { personId: fromId } });
  await tx.$executeRaw`
    UPDATE "QuestionnaireResponse" r SET "personId" = ${intoId}::uuid WHERE r."personId" = ${fromId}::uuid AND NOT EXISTS (
      SELECT 1 FROM "QuestionnaireResponse" o WHERE o."questionnaireId" = r."questionnaireId" AND o."personId" = ${intoId}::uuid)`;
  await tx.questionnaireResponse.deleteMany({ where: { personId: fromId } });
  await moveTokens(tx, fromId, intoId);
}

/** As long as it can be known: of what is open. */
async function moveTokens(tx: Step['tx'], fromId: string, intoId: string): Promise<void> {
  const open = await tx.questionnaire.findMany({
    where: { tokenKey: { not: null }, participations: { some: {} } },
    select: { id: true, tokenKey: true },
  });
  for (const { id: questionnaireId, tokenKey } of open) {
    const tokens = (personId: string): string[] =>
      tokensOf({ tokenKey, perHousehold: false }, { personId, householdId: null });
    const theirs = { questionnaireId, token: { in: tokens(fromId) } };
    const moved = await tx.questionnaireParticipation.deleteMany({ where: theirs });
    if (moved.count === 0) continue;
    const data = tokens(intoId).map((token) => ({ questionnaireId, token }));
    await tx.questionnaireParticipation.createMany({ data, skipDuplicates: true });
  }
}
