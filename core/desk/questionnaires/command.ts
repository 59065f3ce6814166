import type { Questionnaire } from '../../../prisma/generated/client.ts';
import { closeQuestionnaire, withdrawQuestionnaire } from '../../surveys/questionnaires/close.ts';
import { extendQuestionnaire } from '../../surveys/questionnaires/extend.ts';
import {
  aboutQuestionnaire,
  holdQuestionnaire,
  questionnaireByNumber,
} from '../../surveys/questionnaires/questionnaire.ts';
import { standingOf } from '../../surveys/questionnaires/standing.ts';
import { managesOrRefused } from '../may-do.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { draftInWords } from './drafting.ts';
import { beginInWords } from './read-and-answer.ts';
import { readOrder, type Order } from './read-order.ts';
import { timeIn } from './read-draft.ts';

const SHOWN_AT_MOST = 10;

/**
 * `问卷`: a manager writes one, looks how one stands, ends, extends or takes it back. A resident who says `问卷 3` wants to answer it.
 */
export async function handleQuestionnaire(scene: Scene, rest: string): Promise<void> {
  const order = readOrder(rest);
  const isOffice = scene.speaker?.staff === true || scene.speaker?.roles.includes('supervisor') === true;
  if (!isOffice || order.kind === 'join') return joinByNumber(scene, order);
  if (order.kind === 'list') return list(scene);
  if (order.kind === 'draft') {
    if (await managesOrRefused(scene, 'questionnaire')) await draftInWords(scene, order.text);
    return;
  }
  const { step, community } = scene;
  const texts = textsOf(scene);
  const found = await questionnaireByNumber(step, community.id, order.number);
  if (!found) return tell(scene, texts.questionnaireUnknown(order.number));
  if (order.kind === 'show') return show(scene, found);
  if (await managesOrRefused(scene, 'questionnaire')) await change(scene, found.id, order);
}

async function joinByNumber(scene: Scene, order: Order): Promise<void> {
  const { step, community } = scene;
  if (order.kind === 'list') return beginTheOnly(scene);
  if (order.kind !== 'show' && order.kind !== 'join') return;
  const found = await questionnaireByNumber(step, community.id, order.number);
  if (found && found.openedAt !== null) return beginInWords(scene, found);
  // In a group nobody wants to hear that there is none.
  if (scene.conversation.kind === 'direct') await tell(scene, textsOf(scene).questionnaireUnknown(order.number));
}

/** `问卷` alone, from a resident: the one that is open, or which there are. Among neighbours it is talk. */
async function beginTheOnly(scene: Scene): Promise<void> {
  const { step, community, conversation } = scene;
  if (conversation.kind !== 'direct') return;
  const open = await step.tx.questionnaire.findMany({
    where: { communityId: community.id, state: 'open' },
    orderBy: { number: 'desc' },
    take: SHOWN_AT_MOST,
  });
  const [only] = open;
  if (only && open.length === 1) return beginInWords(scene, only);
  await tell(scene, only ? textsOf(scene).questionnaires(linesOf(scene, open)) : textsOf(scene).directHint());
}

async function change(
  scene: Scene,
  id: string,
  order: Extract<Order, { kind: 'end' | 'extend' | 'withdraw' }>,
): Promise<void> {
  const { step, community, speaker } = scene;
  const texts = textsOf(scene);
  const held = await holdQuestionnaire(step, community.id, id);
  if (!held || !speaker) return;
  const isOpen = held.state === 'open';
  if (order.kind === 'withdraw') {
    if (!isOpen && held.state !== 'scheduled') return tell(scene, texts.questionnaireNotOpen(held.number));
    await withdrawQuestionnaire(step, community, held, speaker.personId);
    return tell(scene, texts.questionnaireWithdrawnDone(held.number), held);
  }
  if (!isOpen) return tell(scene, texts.questionnaireNotOpen(held.number));
  if (order.kind === 'end') {
    await closeQuestionnaire(step, community, held);
    return;
  }
  const said = order.until.replace(/^(?:到|至|to|until|by)\s*/i, '');
  const closesAt = timeIn(said, held.closesAt, { now: step.now, timeZone: community.timeZone });
  if (closesAt === null) return tell(scene, texts.questionnaireFieldWrong('closes', order.until));
  if (closesAt <= held.closesAt) return tell(scene, texts.questionnaireFieldWrong('later', order.until));
  await extendQuestionnaire(step, community, held, closesAt);
  const at = texts.when(closesAt, step.now, community.timeZone);
  return tell(scene, texts.questionnaireExtended(held.number, at), held);
}

async function show(scene: Scene, questionnaire: Questionnaire): Promise<void> {
  const { step, community } = scene;
  const texts = textsOf(scene);
  const standing = await standingOf(step, community, questionnaire);
  const closesAt = texts.when(questionnaire.closesAt, step.now, community.timeZone);
  await tell(scene, texts.questionnaireStanding(standing, closesAt), questionnaire);
}

async function list(scene: Scene): Promise<void> {
  const { step, community } = scene;
  const texts = textsOf(scene);
  const rows = await step.tx.questionnaire.findMany({
    where: { communityId: community.id, state: { not: 'discarded' } },
    orderBy: { number: 'desc' },
    take: SHOWN_AT_MOST,
  });
  const known = rows.length > 0 ? `${texts.questionnaires(linesOf(scene, rows))}\n\n` : '';
  await tell(scene, `${known}${texts.questionnaireHow()}`);
}

const linesOf = (scene: Scene, rows: readonly Questionnaire[]) =>
  rows.map(({ number, title, state, closesAt }) => ({
    number,
    title,
    state,
    closesAt: textsOf(scene).when(closesAt, scene.step.now, scene.community.timeZone),
  }));

const tell = (scene: Scene, text: string, about: Questionnaire | null = null): Promise<void> =>
  replyTo(scene, 'questionnaire', { text }, null, about && aboutQuestionnaire(about));
