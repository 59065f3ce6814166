import { answerChoices } from '../../notices/questions/gather.ts';
import { approveAnswer, holdAnswer } from '../../notices/questions/answer-for-all.ts';
import { audienceOf } from '../../notices/notice.ts';
import { nameOf } from '../../notices/name.ts';
import { reachOf } from '../../outbox/broadcast/reach.ts';
import { audit } from '../../people/audit.ts';
import { isManager } from '../../people/roles.ts';
import { forGroup } from '../../text/redact.ts';
import { replyTo, textsOf, type Choosing, type Scene } from '../scene.ts';

/**
 * A manager tells everybody the answer to what many have asked about a notice, or lets it be (P8c). Returns false where the id is none
 * of an offered answer. Who may not is refused quietly, and it is logged.
 */
export async function chooseAnswer(choosing: Choosing, id: string, action: string): Promise<boolean> {
  if (action !== 'tell' && action !== 'leave') return false;
  const { step, community, speaker, message } = choosing;
  const offered = await holdAnswer(step, community.id, id);
  if (!offered) return false;
  if (!isManager(speaker.roles)) {
    await refuse(choosing);
    return true;
  }
  const texts = textsOf(choosing);
  const name = nameOf(offered.notice);
  const about = { subject: 'notice', id } as const;
  const answer = (text: string): Promise<void> => replyTo(choosing, 'notice-answer', { text }, null, about);
  if (action === 'leave') {
    await answer(offered.answer.approvedAt ? texts.answerSettled(name) : texts.answerLeft(name));
    return true;
  }
  const by = { personId: speaker.personId, name: speaker.name, occasion: message.id };
  const approved = await approveAnswer(step, community, offered, by);
  switch (approved.kind) {
    case 'told':
      await answer(texts.answerTold(name, approved.groups, approved.tickets));
      break;
    case 'no_answer':
      await answer(texts.answerNeeded());
      break;
    case 'settled_before':
      await answer(texts.answerSettled(name));
      break;
    case 'notice_over':
      await answer(texts.noticeNotLive(name, offered.notice.state));
  }
  return true;
}

/**
 * A manager replies to what many have asked with the answer: it is shown as everybody will read it, to be confirmed. Returns whether the
 * id is that of an offered answer. Personal data are taken out before it is shown (P9b).
 */
export async function replyWithAnswer(scene: Scene, id: string): Promise<boolean> {
  const { step, community, speaker, event } = scene;
  const offered = await holdAnswer(step, community.id, id);
  if (!offered || !speaker) return false;
  const said = event.text.trim();
  if (said === '' || isChoice(scene)) return false;
  if (!isManager(speaker.roles)) {
    await refuse({ ...scene, speaker });
    return true;
  }
  await step.tx.message.update({ where: { id: scene.message.id }, data: { act: 'command' }, select: { id: true } });
  const texts = textsOf(scene);
  const name = nameOf(offered.notice);
  const about = { subject: 'notice', id } as const;
  if (offered.answer.approvedAt) {
    await replyTo(scene, 'notice-answer', { text: texts.answerSettled(name) }, null, about);
    return true;
  }
  const { text } = forGroup(said);
  await step.tx.noticeAnswer.update({ where: { id }, data: { answer: text }, select: { id: true } });
  const { groups } = await reachOf(step.tx, community, audienceOf(offered.notice));
  const content = {
    text: texts.answerPreview(name, offered.answer.question, text, groups.length),
    choices: answerChoices(texts, id),
  };
  await replyTo(scene, 'notice-answer', content, null, about);
  return true;
}

/** A number or a label of the choices under the word that is replied to comes to {@link chooseAnswer}. */
const isChoice = ({ event, target }: Scene): boolean => {
  const said = event.text.trim();
  return target?.choices.some(({ say, label }) => said === say || said === label) ?? false;
};

function refuse({ step, community, speaker }: Pick<Choosing, 'step' | 'community' | 'speaker'>): Promise<void> {
  const entry = { action: 'refuse_command', subject: 'notice' };
  return audit(step.tx, { communityId: community.id, actorId: speaker.personId, ...entry });
}
