import { randomUUID } from 'node:crypto';
import type { Questionnaire } from '../../../prisma/generated/client.ts';
import type { Step } from '../../step.ts';
import { tokensOf, type Participant } from './participant.ts';
import { answersSchema, type Answers } from './questions.ts';

/**
 * - `saved`: for the first time. `changed`: their own, of a questionnaire that is not anonymous.
 * - `taken`: somebody of the household has answered, or they themselves where nobody can know what.
 */
export type Saved = 'saved' | 'changed' | 'taken';

/**
 * Puts a whole set of answers on record, one of each household or person (P7b). The first of a household counts, and whoever gave it may
 * change it. Of an anonymous questionnaire neither the person nor the time is kept, and the id is drawn by chance.
 */
export async function saveResponse(
  { tx }: Step,
  questionnaire: Pick<Questionnaire, 'id' | 'anonymous' | 'tokenKey' | 'perHousehold'>,
  who: Participant,
  answers: Answers,
): Promise<Saved> {
  const { id: questionnaireId, anonymous } = questionnaire;
  if (await isFirst(tx, questionnaire, who)) {
    const personId = anonymous ? null : who.personId;
    await tx.questionnaireResponse.create({
      data: { id: randomUUID(), questionnaireId, answers, personId },
      select: { id: true },
    });
    return 'saved';
  }
  if (anonymous || questionnaire.tokenKey === null) return 'taken';
  const own = { questionnaireId, personId: who.personId };
  const changed = await tx.questionnaireResponse.updateMany({ where: own, data: { answers } });
  return changed.count > 0 ? 'changed' : 'taken';
}

/**
 * Notes that somebody answers, unless they or their household have. Of two at the same instant one waits for the other. Who answered before
 * their flat was known, or changed, does not answer once more for that.
 */
async function isFirst(
  tx: Step['tx'],
  { id: questionnaireId, ...keys }: Pick<Questionnaire, 'id' | 'tokenKey' | 'perHousehold'>,
  who: Participant,
): Promise<boolean> {
  const tokens = tokensOf(keys, who);
  const noted: string[] = [];
  for (const token of tokens) {
    const row = await tx.questionnaireParticipation.createMany({
      data: [{ questionnaireId, token }],
      skipDuplicates: true,
    });
    if (row.count === 0) {
      await tx.questionnaireParticipation.deleteMany({ where: { questionnaireId, token: { in: noted } } });
      return false;
    }
    noted.push(token);
  }
  return noted.length > 0;
}

/** What somebody answered to a questionnaire that is not anonymous; null where they did not. */
export async function responseOf(
  { tx }: Step,
  { id: questionnaireId, anonymous }: Pick<Questionnaire, 'id' | 'anonymous'>,
  { personId }: Pick<Participant, 'personId'>,
): Promise<Answers | null> {
  if (anonymous) return null;
  const row = await tx.questionnaireResponse.findFirst({ where: { questionnaireId, personId } });
  return row && answersSchema.parse(row.answers);
}

/** Whether their household, or they themselves, have answered. */
export async function hasAnswered(
  { tx }: Pick<Step, 'tx'>,
  questionnaire: Pick<Questionnaire, 'id' | 'tokenKey' | 'perHousehold'>,
  who: Pick<Participant, 'personId' | 'householdId'>,
): Promise<boolean> {
  const token = { in: tokensOf(questionnaire, who) };
  const where = { questionnaireId: questionnaire.id, token };
  return (await tx.questionnaireParticipation.findFirst({ where, select: { token: true } })) !== null;
}

/** Takes one's own answers back, where they are known to be one's own. Returns whether there were any. */
export async function withdrawResponse(
  { tx }: Step,
  questionnaire: Pick<Questionnaire, 'id' | 'anonymous' | 'tokenKey' | 'perHousehold'>,
  who: Participant,
): Promise<boolean> {
  if (questionnaire.anonymous || questionnaire.tokenKey === null) return false;
  const own = { questionnaireId: questionnaire.id, personId: who.personId };
  const gone = await tx.questionnaireResponse.deleteMany({ where: own });
  if (gone.count === 0) return false;
  const token = { in: tokensOf(questionnaire, who) };
  await tx.questionnaireParticipation.deleteMany({ where: { questionnaireId: questionnaire.id, token } });
  return true;
}

/**
 * Writes the answers of an anonymous questionnaire anew, in the order of their ids, which are drawn by chance: neither the order in which
 * the database keeps them nor what it notes of the transaction that wrote them tells any more who came when.
 */
export async function shuffleResponses({ tx }: Step, questionnaireId: string): Promise<void> {
  const rows = await tx.questionnaireResponse.findMany({ where: { questionnaireId }, orderBy: { id: 'asc' } });
  await tx.questionnaireResponse.deleteMany({ where: { questionnaireId } });
  await tx.questionnaireResponse.createMany({
    data: rows.map(({ id, answers }) => ({ id, questionnaireId, answers: answersSchema.parse(answers) })),
  });
}
