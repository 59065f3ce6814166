import type { Questionnaire } from '../../../prisma/generated/client.ts';
import { dangerIn } from '../../intake/danger/danger.ts';
import { participantOf, type Participant } from '../../surveys/questionnaires/participant.ts';
import { askedAtOnce, questionsOf, takesAnswers } from '../../surveys/questionnaires/questionnaire.ts';
import type { Question } from '../../surveys/questionnaires/questions.ts';
import { readAnswer } from '../../surveys/questionnaires/read-answer.ts';
import { answerAtOnce, beginAnswers, giveAnswer, goBack, quitAnswers } from '../../surveys/questionnaires/take-part.ts';
import { simplify } from '../../text/simplify.ts';
import { textsOf, type Scene } from '../scene.ts';
import { noteAtOnce, tellAlone, tellTaking } from './answering.ts';
import { forgetWords } from './forget.ts';
import { noteAct } from '../note-act.ts';

const JOIN =
  /^(?:我?要?|我也)?(?:参加|参与|填|答)(?:一下)?(?:问卷)?\s*(\d{0,4})[。.!！~\s]*$|^(?:take part|join|i(?:’|')?ll take part)\s*(\d{0,4})[.!\s]*$/u;

/** "参加", "参加问卷3": that somebody wants to take part, and the number that they name. Null for everything else. */
export function readJoin(text: string): { number: number | null } | null {
  const found = JOIN.exec(simplify(text.normalize('NFKC').trim().toLowerCase()));
  if (!found) return null;
  const number = found[1] || found[2];
  return { number: number ? Number(number) : null };
}

/** Somebody wants to take part: asked in their direct chat, wherever they said so. */
export async function beginInWords(scene: Scene, questionnaire: Questionnaire): Promise<void> {
  const { speaker, step } = scene;
  if (!speaker) return;
  await noteAnswer(scene);
  const who = await participantOf(step.tx, speaker.personId);
  await tellTaking(scene, questionnaire, await beginAnswers(step, questionnaire, who), who.personId);
}

/**
 * Reads words as the answer to the question that somebody is asked now. Returns false, and does nothing, when they are something else: a
 * matter for the office is heard as one, also in the middle of answering.
 */
export async function answerInWords(scene: Scene, questionnaire: Questionnaire, asked: string): Promise<boolean> {
  const { step, event, speaker } = scene;
  const question = questionsOf(questionnaire).find(({ id }) => id === asked);
  if (!speaker || !question || event.attachments.length > 0) return false;
  if (question.kind === 'text' && dangerIn({ text: event.text }) !== null) return false;
  const read = readAnswer(question, event.text);
  if (read.kind === 'none') return false;
  await noteAnswer(scene);
  if (questionnaire.anonymous) await forgetWords(step, scene.message.id);
  const who = await participantOf(step.tx, speaker.personId);
  const hint = read.kind === 'answer' ? null : hintFor(scene, question, read.kind);
  if (hint !== null && takesAnswers(questionnaire, step.now)) {
    await tellAlone(scene, questionnaire, who.personId, { text: hint });
    return true;
  }
  if (read.kind === 'quit') await quit(scene, questionnaire, who);
  else if (read.kind === 'back')
    await tellTaking(scene, questionnaire, await goBack(step, questionnaire, who), who.personId);
  else {
    const answer = read.kind === 'answer' ? read.answer : null;
    const taking = await giveAnswer(step, questionnaire, who, { question: question.id, answer });
    await tellTaking(scene, questionnaire, taking, who.personId);
  }
  return true;
}

/** A word in a group as the answer to a single question that was asked there. */
export async function answerAtOnceInWords(scene: Scene, questionnaire: Questionnaire): Promise<boolean> {
  const { step, event, speaker } = scene;
  const question = askedAtOnce(questionnaire);
  if (!speaker || !question || !takesAnswers(questionnaire, step.now)) return false;
  const read = readAnswer(question, event.text);
  if (read.kind !== 'answer') return false;
  await noteAnswer(scene);
  const who = await participantOf(step.tx, speaker.personId);
  const taking = await answerAtOnce(step, questionnaire, who, { question: question.id, answer: read.answer });
  await noteAtOnce({ ...scene, inWords: true }, questionnaire, taking, who.personId);
  return true;
}

export async function quit(
  scene: Parameters<typeof tellAlone>[0],
  questionnaire: Questionnaire,
  who: Participant,
): Promise<void> {
  const { title, number } = questionnaire;
  if (!(await quitAnswers(scene.step, questionnaire, who.personId))) return;
  await tellAlone(scene, questionnaire, who.personId, { text: textsOf(scene).questionnaireQuitDone(title, number) });
}

function hintFor(scene: Scene, question: Question, kind: string): string | null {
  const texts = textsOf(scene);
  if (kind === 'too_many') return texts.questionnaireOnlyOne();
  if (kind === 'skip' && question.required) return texts.questionnaireMustAnswer();
  if (kind !== 'out_of_range') return null;
  const options = question.kind === 'choice' ? question.options.length : 0;
  return texts.questionnaireOutOfRange(question.kind === 'scale' ? [question.from, question.to] : null, options);
}

/** So that what they report next is not read together with it. */
async function noteAnswer({ step, message }: Scene): Promise<void> {
  await noteAct({ step, message }, 'command');
}
