import type { Questionnaire } from '../../../prisma/generated/client.ts';
import type { OutgoingContent } from '../../channel/outgoing.ts';
import { say } from '../../outbox/say.ts';
import { sayToPerson } from '../../people/reach.ts';
import { wayToBot } from '../../people/way-to-bot.ts';
import { asking } from '../../surveys/questionnaires/invitation.ts';
import { dated } from '../../text/dated.ts';
import { aboutQuestionnaire } from '../../surveys/questionnaires/questionnaire.ts';
import type { Taking } from '../../surveys/questionnaires/take-part.ts';
import { lines } from '../../text/layout.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';

/** Where somebody answers, or wants to. */
export type Answering = Pick<Scene, 'step' | 'community' | 'conversation' | 'speaker' | 'message'>;

/** Tells them what came of it: the next question, thanks, or why not. Never what they said. */
export async function tellTaking(
  scene: Answering,
  questionnaire: Questionnaire,
  taking: Taking,
  personId: string,
): Promise<void> {
  await tellAlone(scene, questionnaire, personId, contentOf(scene, questionnaire, taking));
}

/**
 * Said in the direct chat: in this one, or, from a group, in the one in which they are best reached. Who never wrote to the bot is told in
 * the group how to, because platforms do not let a bot write first.
 *
 * @param options.replacesId the word of this direct chat in whose place it stands, where the channel can change it
 */
export async function tellAlone(
  scene: Answering,
  questionnaire: Questionnaire,
  personId: string,
  content: OutgoingContent,
  {
    ifUnreachable = 'tell_way',
    replacesId = null,
  }: { ifUnreachable?: 'tell_way' | 'nothing'; replacesId?: string | null } = {},
): Promise<void> {
  const { step, conversation, message } = scene;
  const about = aboutQuestionnaire(questionnaire);
  const word = { about, purpose: 'answer' as const, content };
  const key = `questionnaire:${questionnaire.id}:${message.id}`;
  if (conversation.kind === 'direct') {
    await say(step, { ...word, conversationId: conversation.id, replacesId, dedupeKey: key });
    step.rope.lane(conversation.id);
    return;
  }
  if (await sayToPerson(step, { ...word, personId, occasion: key })) return;
  if (ifUnreachable === 'nothing') return;
  const texts = textsOf(scene);
  const way = texts.wayToBot(await wayToBot(step.tx, conversation));
  const text = lines(texts.questionnaireWay(questionnaire.number), way);
  await replyTo(scene, `questionnaire-way:${questionnaire.id}`, { text }, null, about);
}

function contentOf(scene: Answering, questionnaire: Questionnaire, taking: Taking): OutgoingContent {
  const texts = textsOf(scene);
  const { id, number, title, anonymous, perHousehold, closesAt } = questionnaire;
  switch (taking.kind) {
    case 'ask':
      return asking(questionnaire, taking.asked, texts);
    case 'finished':
      return taking.saved === 'taken'
        ? { text: texts.questionnaireTaken(title, { anonymous, perHousehold }) }
        : { text: texts.questionnaireThanks(title, { anonymous, changed: taking.saved === 'changed' }) };
    case 'not_meant':
      return { text: texts.questionnaireNotMeant(title) };
    case 'own': {
      const text = texts.questionnaireOwn(title, dated(texts, closesAt, scene.community.timeZone));
      const redo = { id: choiceIds.about('questionnaire', 'r', id), label: texts.questionnaireRedoChoice() };
      return { text, choices: [[redo]] };
    }
    case 'taken':
      return { text: texts.questionnaireTaken(title, { anonymous, perHousehold }) };
    case 'not_begun':
      return { text: texts.questionnaireQuitDone(title, number) };
    case 'over':
      return { text: texts.questionnaireOver(title) };
  }
}

/** Answered in a group, by a word or a tap: a word gets a sign, a tap a word in the direct chat, where there is one. */
export async function noteAtOnce(
  scene: Answering & { inWords: boolean },
  questionnaire: Questionnaire,
  taking: Taking,
  personId: string,
): Promise<void> {
  if (taking.kind !== 'finished') {
    await tellAlone(scene, questionnaire, personId, contentOf(scene, questionnaire, taking), {
      ifUnreachable: 'nothing',
    });
    return;
  }
  const text = textsOf(scene).questionnaireNoted();
  if (scene.inWords) {
    const topic = `questionnaire-noted:${questionnaire.id}`;
    await replyTo(scene, topic, { text, reaction: '👌' }, null, aboutQuestionnaire(questionnaire));
  } else
    await tellAlone(
      scene,
      questionnaire,
      personId,
      { text: lines(questionnaire.title, text) },
      { ifUnreachable: 'nothing' },
    );
}
