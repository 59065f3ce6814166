import { audit } from '../../people/audit.ts';
import { wayToBot } from '../../people/way-to-bot.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { isEveryday, saysMore } from './follows.ts';

/**
 * `少发`: from now on what is theirs alone is told to the resident directly, and they are not asked for opinions nor greeted (P9a);
 * `恢复提醒` undoes it. Confirmed in a line. Asked again, nothing changes.
 */
export async function handleLess(scene: Scene): Promise<void> {
  const { step, community, speaker, conversation, event } = scene;
  // "More!" among neighbours is none of ours.
  if (!speaker || (conversation.kind === 'group' && !event.toBot && isEveryday(event.text))) return;
  const { tx, now } = step;
  const texts = textsOf(scene);
  const undoes = saysMore(event.text);
  const { personId } = speaker;
  const { count } = await tx.person.updateMany({
    where: { id: personId, hearsLessAt: undoes ? { not: null } : null },
    data: { hearsLessAt: undoes ? null : now },
  });
  const reply = (text: string): Promise<void> => replyTo(scene, 'less', { text });
  if (count === 0) return reply(undoes ? texts.hearsMoreAlready() : texts.hearsLessAlready());
  const action = undoes ? 'hear_more' : 'hear_less';
  await audit(tx, { communityId: community.id, actorId: personId, action, subject: `person:${personId}` });
  if (undoes) return reply(texts.hearsMore());
  const direct = await tx.conversation.count({ where: { personId, kind: 'direct', state: 'active' } });
  const way = direct > 0 ? '' : texts.wayToBot(await wayToBot(tx, conversation));
  return reply(texts.hearsLess(direct > 0, way));
}
