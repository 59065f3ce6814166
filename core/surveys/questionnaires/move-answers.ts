import type { Step } from '../../step.ts';

/** Two rows were one person: what either answered is theirs, each questionnaire once. */
export async function moveQuestionnaireAnswers({ tx }: Step, fromId: string, intoId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "QuestionnaireSession" s SET "personId" = ${intoId}::uuid WHERE s."personId" = ${fromId}::uuid AND NOT EXISTS (
      SELECT 1 FROM "QuestionnaireSession" o WHERE o."questionnaireId" = s."questionnaireId" AND o."personId" = ${intoId}::uuid)`;
  await tx.questionnaireSession.deleteMany({ where: { personId: fromId } });
  await tx.$executeRaw`
    UPDATE "QuestionnaireResponse" r SET "personId" = ${intoId}::uuid WHERE r."personId" = ${fromId}::uuid AND NOT EXISTS (
      SELECT 1 FROM "QuestionnaireResponse" o WHERE o."questionnaireId" = r."questionnaireId" AND o."personId" = ${intoId}::uuid)`;
  await tx.questionnaireResponse.deleteMany({ where: { personId: fromId } });
}
