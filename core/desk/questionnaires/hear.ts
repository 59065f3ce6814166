import { isCountingOff } from '../counting-off.ts';
import { saidByOthers } from '../offers.ts';
import type { Scene } from '../scene.ts';
import { questionnaireByNumber, questionsOf, takesAnswers } from '../../surveys/questionnaires/questionnaire.ts';
import { simplify } from '../../text/simplify.ts';
import { answerAtOnceInWords, answerInWords, beginInWords, readJoin } from './read-and-answer.ts';

/** So long a bare mark in a group is the answer to what was asked there last. */
const FRESH_MS = 60 * 60_000;
/** So long words in a direct chat are the answer to a question that wants words. */
const WORDS_MS = 30 * 60_000;
/** Longer talk in a group is never an answer. */
const SHORT = 20;

/**
 * An answer to a questionnaire, said without a reply: in a direct chat to the question that was asked last, in a group "参加", or a mark
 * right after a single question was asked there. Everything else is left alone.
 */
export async function hearAnswer(scene: Scene): Promise<boolean> {
  const { event, speaker, conversation } = scene;
  if (!speaker || event.replyToId !== null || event.quotedText !== null || event.text.trim() === '') return false;
  return conversation.kind === 'direct' ? hearDirect(scene, speaker.personId) : hearInGroup(scene);
}

async function hearDirect(scene: Scene, personId: string): Promise<boolean> {
  const { step, community, event } = scene;
  const session = await step.tx.questionnaireSession.findFirst({
    where: { personId, questionnaire: { communityId: community.id, state: 'open' } },
    orderBy: { updatedAt: 'desc' },
    include: { questionnaire: true },
  });
  const join = readJoin(event.text);
  if (!session && !join) return false;
  const last = await lastAsked(scene);
  if (join) {
    const meant = await joined(scene, join.number, last?.questionnaireId ?? session?.questionnaireId ?? null);
    if (!meant) return false;
    await beginInWords(scene, meant);
    return true;
  }
  if (!session || last?.questionnaireId !== session.questionnaireId) return false;
  const { questionnaire, question, updatedAt } = session;
  const isStale = step.now.getTime() - updatedAt.getTime() > WORDS_MS;
  // What was said long after a question that takes any words may well be something else.
  const wantsWords = questionsOf(questionnaire).some(({ id, kind }) => id === question && kind === 'text');
  if (isStale && wantsWords) return false;
  return answerInWords(scene, questionnaire, question);
}

async function hearInGroup(scene: Scene): Promise<boolean> {
  const { event, step, community } = scene;
  const text = event.text.trim();
  if (text.length > SHORT) return false;
  const join = readJoin(text);
  if (!join && !looksLikeAMark(text)) return false;
  const last = await lastAsked(scene);
  if (join) {
    const meant = await joined(scene, join.number, last?.questionnaireId ?? null);
    if (!meant || !takesAnswers(meant, step.now)) return false;
    await beginInWords(scene, meant);
    return true;
  }
  if (!last || step.now.getTime() - last.at.getTime() > FRESH_MS) return false;
  const questionnaire = await step.tx.questionnaire.findFirst({
    where: { id: last.questionnaireId, communityId: community.id },
  });
  // "1", "2", "3" in turn is a count of heads.
  if (!questionnaire || isCountingOff(await saidByOthers(scene))) return false;
  return answerAtOnceInWords(scene, questionnaire);
}

/** Cheap: most talk ends here. */
const looksLikeAMark = (text: string): boolean =>
  /^(?:[\d一二三四五六七八九十A-Ja-j]{1,3}[分星]?[。.!！~]?|[\p{Script=Han}]{0,4}满意)$/u.test(
    simplify(text.normalize('NFKC').replaceAll(/[\uFE0F\u20E3]/gu, '')),
  );

async function joined({ step, community, event }: Scene, number: number | null, lastId: string | null) {
  const isNamed = number !== null && /问卷|問卷|questionnaire/i.test(event.text);
  if (isNamed) return questionnaireByNumber(step, community.id, number);
  return lastId === null ? null : step.tx.questionnaire.findFirst({ where: { id: lastId, communityId: community.id } });
}

/** The questionnaire that our last word in the conversation is about; null where it is about something else. */
async function lastAsked({ step, conversation }: Scene): Promise<{ questionnaireId: string; at: Date } | null> {
  const sent = await step.tx.sentMessage.findFirst({
    where: { conversationId: conversation.id },
    orderBy: [{ sentAt: 'desc' }, { outbox: { seq: 'desc' } }],
    select: { sentAt: true, outbox: { select: { subject: true, subjectId: true } } },
  });
  if (sent?.outbox.subject !== 'questionnaire' || !sent.outbox.subjectId) return null;
  return { questionnaireId: sent.outbox.subjectId, at: sent.sentAt };
}
