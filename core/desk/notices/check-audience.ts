import type { AudienceInput } from '../../outbox/broadcast/audience.ts';
import { reachOf } from '../../outbox/broadcast/reach.ts';
import { nearest } from '../../policy/check/nearest.ts';
import type { NoticeMistake } from '../../text/notices/texts.ts';
import type { Scene } from '../scene.ts';

/** What is named in an audience and is not there, with the nearest that is. */
export async function missingFrom(
  { step, community, conversation }: Pick<Scene, 'step' | 'community' | 'conversation'>,
  audience: AudienceInput,
): Promise<NoticeMistake[]> {
  const { unknown } = await reachOf(step.tx, community, audience);
  if (unknown.length === 0) return [];
  const tagged = await step.tx.conversation.findMany({
    where: { communityId: community.id, kind: 'group', tags: { isEmpty: false } },
    select: { tags: true },
  });
  const known = [...conversation.allBuildings, ...tagged.flatMap(({ tags }) => tags.map((tag) => `#${tag}`))];
  return unknown.map((said) => ({ kind: 'not_there', said, nearest: nearest(said, known) }));
}
