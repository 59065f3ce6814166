import { readRatings, summariseRatings } from '../tickets/ratings.ts';
import { praiseCounts } from '../tickets/praise.ts';
import { replyTo, textsOf, type Scene } from './scene.ts';

const ratedDays = 90;

/** How residents rated the work of staff and, apart from them, of contractors in the last 90 days (P7a), and whom they praised. */
export async function handleRatings(scene: Scene): Promise<void> {
  const { step, community } = scene;
  const since = new Date(step.now.getTime() - ratedDays * 86_400_000);
  const { lowRatingUpTo } = community.policy.followUps;
  const rated = summariseRatings(await readRatings(step.tx, community.id, since), lowRatingUpTo);
  const texts = textsOf(scene);
  const praised = await praiseCounts(step, community.id, since);
  const parts = [texts.ratings(ratedDays, lowRatingUpTo, rated)];
  if (praised.length > 0) parts.push(texts.praiseCounts(ratedDays, praised));
  await replyTo(scene, 'ratings', { text: parts.join('\n\n') });
}
