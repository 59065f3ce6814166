import type { Questionnaire, QuestionnaireSession } from '../../../prisma/generated/client.ts';
import type { Step } from '../../step.ts';
import { isMeant, type Participant } from './participant.ts';
import { questionsOf, takesAnswers } from './questionnaire.ts';
import {
  answersOnPath,
  answersSchema,
  nextQuestion,
  pathOf,
  questionBefore,
  type Answer,
  type Answers,
  type Question,
} from './questions.ts';
import { forgetAsked } from './forget-asked.ts';
import { hasAnswered, responseOf, saveResponse, type Saved } from './response.ts';

/** A question as it is asked: which it is of how many, where that is known. */
export interface Asked {
  question: Question;
  number: number;
  /** Null where it depends on the answers. */
  of: number | null;
  isFirst: boolean;
  /** Of several options, those that are ticked already. */
  ticked: number[];
}

/** Beside the answers of somebody who is answering: what is ticked of a question, and not given yet. */
export const tickedKey = (question: string): string => `${question}.ticked`;

/**
 * What came of it.
 * - `ask`: the next question. `finished`: that was all, and what became of it.
 * - `over`: it is closed, or not open. `not_meant`: they are not among those who are asked.
 * - `own`: they have answered and may change it. `taken`: somebody of the household has, or it cannot be known who did.
 * - `not_begun`: they are not in the middle of answering, and have not answered.
 */
export type Taking =
  | { kind: 'ask'; asked: Asked }
  | { kind: 'finished'; saved: Saved }
  | { kind: 'over' | 'not_meant' | 'own' | 'taken' | 'not_begun' };

/**
 * Somebody wants to answer: the first question, or the one at which they stopped.
 *
 * @param anew they have answered, and want to change it
 */
export async function beginAnswers(
  step: Step,
  questionnaire: Questionnaire,
  who: Participant,
  anew = false,
): Promise<Taking> {
  if (!takesAnswers(questionnaire, step.now)) return { kind: 'over' };
  if (!isMeant(questionnaire, who)) return { kind: 'not_meant' };
  const questions = questionsOf(questionnaire);
  const session = await sessionOf(step, questionnaire, who);
  if (session) return ask(step, questionnaire, who, questions, answersSchema.parse(session.answers));
  const answered = await answeredBefore(step, questionnaire, who);
  if (answered && !(answered.kind === 'own' && anew)) return answered;
  const [first] = questions;
  if (!first) return { kind: 'over' };
  await step.tx.questionnaireSession.create({
    data: { questionnaireId: questionnaire.id, personId: who.personId, question: first.id, updatedAt: step.now },
    select: { personId: true },
  });
  return { kind: 'ask', asked: askedAs(questions, {}, first) };
}

/**
 * An answer to a question of theirs, the present one or one before, or null to skip it. Once nothing is left to ask, all of it is put on
 * record together, and nothing is kept of the way there.
 */
export async function giveAnswer(
  step: Step,
  questionnaire: Questionnaire,
  who: Participant,
  given: { question: string; answer: Answer },
): Promise<Taking> {
  const session = await sessionOf(step, questionnaire, who);
  if (!takesAnswers(questionnaire, step.now)) return { kind: 'over' };
  if (!session) return (await answeredBefore(step, questionnaire, who)) ?? { kind: 'not_begun' };
  const questions = questionsOf(questionnaire);
  const answers = { ...answersSchema.parse(session.answers) };
  // A press under a question that is not on the way any more changes nothing.
  const isOnPath = pathOf(questions, answers).some(({ id }) => id === given.question);
  if (isOnPath) answers[given.question] = given.answer;
  return ask(step, questionnaire, who, questions, answers);
}

/** The question before; the first again where there is none. */
export async function goBack(
  step: Step,
  questionnaire: Questionnaire,
  who: Participant,
  from: string | null = null,
): Promise<Taking> {
  const session = await sessionOf(step, questionnaire, who);
  if (!takesAnswers(questionnaire, step.now)) return { kind: 'over' };
  if (!session) return (await answeredBefore(step, questionnaire, who)) ?? { kind: 'not_begun' };
  const questions = questionsOf(questionnaire);
  const answers = { ...answersSchema.parse(session.answers) };
  const before = questionBefore(questions, answers, from ?? session.question);
  if (before) delete answers[before.id];
  return ask(step, questionnaire, who, questions, answers);
}

/** They do not want to go on: nothing is kept of what they said so far. Returns whether they were in the middle of it. */
export async function quitAnswers(
  step: Step,
  { id: questionnaireId, anonymous }: Pick<Questionnaire, 'id' | 'anonymous'>,
  personId: string,
): Promise<boolean> {
  const gone = await step.tx.questionnaireSession.deleteMany({ where: { questionnaireId, personId } });
  if (gone.count > 0 && anonymous) await forgetAsked(step, questionnaireId, personId);
  return gone.count > 0;
}

/** One answer to a single question, given where it was asked (`askedAtOnce`). */
export async function answerAtOnce(
  step: Step,
  questionnaire: Questionnaire,
  who: Participant,
  given: { question: string; answer: Answer },
): Promise<Taking> {
  if (!takesAnswers(questionnaire, step.now)) return { kind: 'over' };
  if (!isMeant(questionnaire, who)) return { kind: 'not_meant' };
  const saved = await saveResponse(step, questionnaire, who, { [given.question]: given.answer });
  return saved === 'taken' ? { kind: 'taken' } : { kind: 'finished', saved };
}

async function ask(
  step: Step,
  questionnaire: Questionnaire,
  who: Participant,
  questions: readonly Question[],
  answers: Answers,
): Promise<Taking> {
  const own = { questionnaireId: questionnaire.id, personId: who.personId };
  const next = nextQuestion(questions, answers);
  if (next) {
    await step.tx.questionnaireSession.updateMany({
      where: own,
      data: { question: next.id, answers, updatedAt: step.now },
    });
    return { kind: 'ask', asked: askedAs(questions, answers, next) };
  }
  await quitAnswers(step, questionnaire, who.personId);
  const saved = await saveResponse(step, questionnaire, who, answersOnPath(questions, answers));
  return saved === 'taken' ? { kind: 'taken' } : { kind: 'finished', saved };
}

/** Whether they, or their household, have answered; null where nobody has. */
async function answeredBefore(
  step: Step,
  questionnaire: Questionnaire,
  who: Participant,
): Promise<{ kind: 'own' | 'taken' } | null> {
  if (!(await hasAnswered(step, questionnaire, who))) return null;
  return { kind: (await responseOf(step, questionnaire, who)) === null ? 'taken' : 'own' };
}

export function askedAs(questions: readonly Question[], answers: Answers, question: Question): Asked {
  const number = pathOf(questions, answers).findIndex(({ id }) => id === question.id) + 1;
  const branches = questions.some(({ onlyIf, jumps }) => onlyIf !== null || jumps.length > 0);
  const ticked = answers[tickedKey(question.id)];
  return {
    question,
    number,
    of: branches ? null : questions.length,
    isFirst: number === 1,
    ticked: Array.isArray(ticked) ? ticked : [],
  };
}

export function sessionOf(
  { tx }: Step,
  { id: questionnaireId }: Questionnaire,
  { personId }: Participant,
): Promise<QuestionnaireSession | null> {
  return tx.questionnaireSession.findUnique({
    where: { questionnaireId_personId: { questionnaireId, personId } },
  });
}
