import type { Questionnaire } from '../../../prisma/generated/client.ts';
import { audit } from '../../people/audit.ts';
import { isManager } from '../../people/roles.ts';
import { asking } from '../../surveys/questionnaires/invitation.ts';
import { participantOf, type Participant } from '../../surveys/questionnaires/participant.ts';
import { askedAtOnce, questionnaireToAnswer, questionsOf } from '../../surveys/questionnaires/questionnaire.ts';
import { withdrawResponse } from '../../surveys/questionnaires/response.ts';
import { answerAtOnce, beginAnswers, giveAnswer, goBack } from '../../surveys/questionnaires/take-part.ts';
import { giveTicked, tickOption } from '../../surveys/questionnaires/tick.ts';
import type { AboutDesk } from '../about-desk.ts';
import { readChoice } from '../read-choice.ts';
import { textsOf, type Choosing } from '../scene.ts';
import { noteAtOnce, tellAlone, tellTaking } from './answering.ts';
import { changeInWords, chooseForDraft } from './drafting.ts';
import { forgetWords } from './forget.ts';
import { answerAtOnceInWords, answerInWords, beginInWords, quit, readJoin } from './read-and-answer.ts';

/** Choices of managers: confirm, repeat every quarter, discard, publish. */
const OFFICE = /^(?:ok\.|rq$|x$|p$)/;

/** How people speak with the desk about a questionnaire: those who are asked, and managers who ask. */
export const questionnaireDesk: AboutDesk = {
  async choose(choosing, id, action) {
    if (OFFICE.test(action)) {
      if (isManager(choosing.speaker.roles)) await chooseForDraft(choosing, id, action);
      else await refuse(choosing);
      return;
    }
    const { step, community, speaker, message, inWords } = choosing;
    const questionnaire = await questionnaireToAnswer(step, community.id, id);
    if (!questionnaire) return;
    if (inWords && questionnaire.anonymous) await forgetWords(step, message.id);
    const who = await participantOf(step.tx, speaker.personId);
    const [what, question = '', value = ''] = action.split('.');
    if (what === 'q') await quit(choosing, questionnaire, who);
    else if ((what === 't' || what === 'd') && !inWords) await tick(choosing, questionnaire, who, { question, value });
    else if (what === 'o') {
      const answer = valueOf(questionnaire, question, value);
      if (askedAtOnce(questionnaire) === null || answer === null) return;
      const taking = await answerAtOnce(step, questionnaire, who, { question, answer });
      await noteAtOnce(choosing, questionnaire, taking, who.personId);
    } else {
      const taking = await (async () => {
        if (what === 'j' || what === 'r') return beginAnswers(step, questionnaire, who, what === 'r');
        if (what === 'b') return goBack(step, questionnaire, who, question);
        if (what === 's') return giveAnswer(step, questionnaire, who, { question, answer: null });
        // In words an option is named, and that is the answer.
        const answer = what === 'a' || what === 't' ? valueOf(questionnaire, question, value) : null;
        return answer === null ? null : giveAnswer(step, questionnaire, who, { question, answer });
      })();
      if (taking) await tellTaking(choosing, questionnaire, taking, who.personId);
    }
  },

  async reply(scene, id) {
    const { step, community, speaker, event, target, conversation } = scene;
    if (!speaker || readChoice(event.text, target?.choices ?? []).kind === 'chosen') return false;
    const inOffice = conversation.audience === 'staff' || conversation.audience === 'managers';
    if (inOffice || (conversation.kind === 'direct' && isManager(speaker.roles))) {
      if (await changeInWords(scene, id)) return true;
      if (inOffice) return false;
    }
    const questionnaire = await questionnaireToAnswer(step, community.id, id);
    if (!questionnaire) return false;
    const session = await step.tx.questionnaireSession.findUnique({
      where: { questionnaireId_personId: { questionnaireId: id, personId: speaker.personId } },
    });
    // In a group others would read the answer.
    if (session && conversation.kind === 'direct') return answerInWords(scene, questionnaire, session.question);
    if (readJoin(event.text)) {
      await beginInWords(scene, questionnaire);
      return true;
    }
    return answerAtOnceInWords(scene, questionnaire);
  },

  async vote(choosing, id, options) {
    const { step, community, speaker } = choosing;
    const questionnaire = await questionnaireToAnswer(step, community.id, id);
    const question = questionnaire && askedAtOnce(questionnaire);
    if (!questionnaire || question?.kind !== 'choice') return;
    const who = await participantOf(step.tx, speaker.personId);
    if (options.length === 0) {
      if (questionnaire.state === 'open') await withdrawResponse(step, questionnaire, who);
      return;
    }
    const answer = options.filter((place) => place < question.options.length);
    const taking = await answerAtOnce(step, questionnaire, who, { question: question.id, answer });
    // The platform shows them what they chose; only what does not count is told.
    if (taking.kind !== 'finished') await noteAtOnce(choosing, questionnaire, taking, who.personId);
  },
};

/** One of several options is pressed, which shows in its place; or that these are all. */
async function tick(
  choosing: Choosing,
  questionnaire: Questionnaire,
  who: Participant,
  { question, value }: { question: string; value: string },
): Promise<void> {
  const { step, conversation, message } = choosing;
  if (value === '') {
    const taking = await giveTicked(step, questionnaire, who, question);
    if (taking) return tellTaking(choosing, questionnaire, taking, who.personId);
    return tellAlone(choosing, questionnaire, who.personId, { text: textsOf(choosing).questionnaireTickFirst() });
  }
  const taking = await tickOption(step, questionnaire, who, { question, place: Number(value) });
  if (taking?.kind !== 'ask') return taking ? tellTaking(choosing, questionnaire, taking, who.personId) : undefined;
  const shown = await step.tx.sentMessage.findFirst({
    where: { conversationId: conversation.id, externalId: message.externalId },
    select: { outboxId: true },
  });
  const content = asking(questionnaire, taking.asked, textsOf(choosing));
  await tellAlone(choosing, questionnaire, who.personId, content, { replacesId: shown?.outboxId ?? null });
}

/** What a choice stands for: a mark, or the place of an option; null where the question has none such. */
function valueOf(questionnaire: Questionnaire, id: string, value: string): number | number[] | null {
  const question = questionsOf(questionnaire).find((one) => one.id === id);
  const number = /^\d{1,3}$/.test(value) ? Number(value) : null;
  if (!question || number === null) return null;
  if (question.kind === 'scale') return number >= question.from && number <= question.to ? number : null;
  return question.kind === 'choice' && number < question.options.length ? [number] : null;
}

function refuse({ step, community, speaker }: Choosing): Promise<void> {
  const entry = { communityId: community.id, actorId: speaker.personId };
  return audit(step.tx, { ...entry, action: 'refuse_press', subject: 'questionnaire' });
}
