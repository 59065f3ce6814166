import type { Questionnaire } from '../../../prisma/generated/client.ts';
import { repeatSchema, type Repeat } from '../../notices/repeat.ts';
import { audienceSchema, type Audience } from '../../outbox/broadcast/audience.ts';
import type { About } from '../../outbox/say.ts';
import type { Step } from '../../step.ts';
import { questionsSchema, type Question } from './questions.ts';

export const aboutQuestionnaire = ({ id }: Pick<Questionnaire, 'id'>): About => ({ subject: 'questionnaire', id });

export const questionsOf = ({ questions }: Pick<Questionnaire, 'questions'>): Question[] =>
  questionsSchema.parse(questions);

export const audienceOf = ({ audience }: Pick<Questionnaire, 'audience'>): Audience => audienceSchema.parse(audience);

export const repeatOf = ({ repeat }: Pick<Questionnaire, 'repeat'>): Repeat | null =>
  repeat === null ? null : repeatSchema.parse(repeat);

/** Whether answers count. One at the very instant at which it closes is in time. */
export const takesAnswers = ({ state, closesAt }: Pick<Questionnaire, 'state' | 'closesAt'>, now: Date): boolean =>
  state === 'open' && now <= closesAt;

/**
 * One question that may be answered where it is asked, before everybody's eyes, by one tap or one word: not of an anonymous one, because
 * in a group others see who says what.
 */
export function askedAtOnce(questionnaire: Pick<Questionnaire, 'anonymous' | 'questions'>): Question | null {
  const [first, ...more] = questionsOf(questionnaire);
  return !questionnaire.anonymous && first && more.length === 0 && first.kind !== 'text' ? first : null;
}

/** Held until the commit, so that nobody answers while it closes. Null when the community has no such. */
export async function holdQuestionnaire(step: Step, communityId: string, id: string): Promise<Questionnaire | null> {
  await step.tx.$queryRaw`SELECT 1 FROM "Questionnaire" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return step.tx.questionnaire.findFirst({ where: { id, communityId } });
}

/** Held against closing, together with others who answer at the same time. */
export async function questionnaireToAnswer(
  step: Step,
  communityId: string,
  id: string,
): Promise<Questionnaire | null> {
  await step.tx.$queryRaw`SELECT 1 FROM "Questionnaire" WHERE id = ${id}::uuid FOR SHARE`;
  return step.tx.questionnaire.findFirst({ where: { id, communityId } });
}

/** As people name it: 问卷3. */
export const questionnaireByNumber = (step: Step, communityId: string, number: number): Promise<Questionnaire | null> =>
  step.tx.questionnaire.findUnique({ where: { communityId_number: { communityId, number } } });
