import { revokeWork } from '../people/identify.ts';
import { handOverTickets } from '../tickets/hand-over.ts';
import { staffOf } from '../tickets/open.ts';
import { namedAmong } from './pass.ts';
import { replyTo, textsOf, type Scene } from './scene.ts';

const ending = /^(?:取消|撤销|撤銷|remove|end|none)(?![a-z])\s*/i;

/**
 * `角色 取消 @电梯公司`, or `角色 取消` as a reply to their message: somebody works for the office no more, and their tickets go to
 * whoever the rules choose (P6b). Nobody ends their own work, so that the office is not left without anybody who could give roles.
 * Returns false when the words are not about that.
 *
 * @param repliedTo who wrote the message that is replied to
 */
export async function endWork(scene: Scene, rest: string, repliedTo: string | null): Promise<boolean> {
  if (!ending.test(rest)) return false;
  const { step, community, speaker, message } = scene;
  const texts = textsOf(scene);
  const staff = await staffOf(step, community.id);
  const words = rest.replace(ending, '').trim();
  const meant = words === '' ? staff.filter(({ personId }) => personId === repliedTo) : namedAmong(staff, words);
  const [who] = meant;
  if (!who || meant.length > 1 || who.personId === speaker?.personId) {
    const others = staff.filter(({ personId }) => personId !== speaker?.personId);
    await replyTo(scene, 'role', { text: texts.needsPerson(others.map(({ name }) => name)) });
    return true;
  }
  const { personId } = who;
  await revokeWork(step.tx, { communityId: community.id, personId, by: speaker?.personId ?? null }, step.now);
  await handOverTickets(step, community, personId, `ended:${message.id}`);
  await replyTo(scene, 'role', { text: texts.workEnded(who.name) });
  return true;
}
