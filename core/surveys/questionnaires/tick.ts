import type { Questionnaire } from '../../../prisma/generated/client.ts';
import type { Step } from '../../step.ts';
import type { Participant } from './participant.ts';
import { questionsOf, takesAnswers } from './questionnaire.ts';
import { answersSchema, type Answers } from './questions.ts';
import { askedAs, giveAnswer, sessionOf, tickedKey, type Taking } from './take-part.ts';

/**
 * Ticks an option of a question of which several can be chosen, or takes the tick away: kept beside the answers until they are given by
 * {@link giveTicked}. Null, and nothing is changed, where this person is not asked that question now.
 */
export async function tickOption(
  step: Step,
  questionnaire: Questionnaire,
  who: Participant,
  { question: id, place }: { question: string; place: number },
): Promise<Taking | null> {
  const session = await sessionOf(step, questionnaire, who);
  const questions = questionsOf(questionnaire);
  const question = questions.find((one) => one.id === id);
  if (!takesAnswers(questionnaire, step.now)) return { kind: 'over' };
  if (session?.question !== id || question?.kind !== 'choice' || place >= question.options.length) return null;
  const before = answersSchema.parse(session.answers);
  const ticked = new Set(tickedIn(before, id));
  if (!ticked.delete(place)) ticked.add(place);
  const answers: Answers = { ...before, [tickedKey(id)]: [...ticked].toSorted((a, b) => a - b) };
  await step.tx.questionnaireSession.update({
    where: { questionnaireId_personId: { questionnaireId: questionnaire.id, personId: who.personId } },
    data: { answers, updatedAt: step.now },
    select: { personId: true },
  });
  return { kind: 'ask', asked: askedAs(questions, answers, question) };
}

/** What was ticked is the answer. Null where nothing is. */
export async function giveTicked(
  step: Step,
  questionnaire: Questionnaire,
  who: Participant,
  question: string,
): Promise<Taking | null> {
  const session = await sessionOf(step, questionnaire, who);
  const answer = session ? tickedIn(answersSchema.parse(session.answers), question) : [];
  if (session?.question === question && answer.length === 0) return null;
  return giveAnswer(step, questionnaire, who, { question, answer });
}

function tickedIn(answers: Answers, question: string): number[] {
  const ticked = answers[tickedKey(question)];
  return Array.isArray(ticked) ? ticked : [];
}
