import { startBroadcast } from '../outbox/broadcast/start.ts';
import { stopBroadcast } from '../outbox/broadcast/start.ts';
import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import { locales } from '../text/texts.ts';
import { aboutActivity, audienceOf, holdActivity, type ActivityAtHand } from './activity.ts';
import { dropMoments, refreshAnnouncement } from './announce.ts';
import { tellSignedUp } from './tell.ts';

/** So shortly before it begins, that it does not take place is told at any hour, however much a group has heard today. */
const SOON_MS = 12 * 3_600_000;

/** `untold`: names of who signed up and has no chat in which they could be told. */
export type Cancelled =
  | { kind: 'cancelled'; told: number; untold: string[] }
  | { kind: 'not_now'; activity: ActivityAtHand }
  | { kind: 'unknown' };

/**
 * An activity does not take place: the groups hear it, and everybody who signed up directly (P8h). A draft is discarded, and nobody
 * hears of it.
 */
export async function cancelActivity(
  step: Step,
  community: CommunityInForce,
  { id, reason, by }: { id: string; reason: string; by: string },
): Promise<Cancelled> {
  const held = await holdActivity(step, id);
  if (!held || held.communityId !== community.id) return { kind: 'unknown' };
  const isOver = held.state === 'withdrawn' || held.state === 'discarded' || held.startsAt <= step.now;
  if (isOver) return { kind: 'not_now', activity: held };
  const state = held.state === 'draft' ? ('discarded' as const) : ('withdrawn' as const);
  await step.tx.activity.update({ where: { id }, data: { state, closedAt: step.now }, select: { id: true } });
  if (state === 'discarded') return { kind: 'cancelled', told: 0, untold: [] };
  const activity: ActivityAtHand = { ...held, state, closedAt: step.now };
  await dropMoments(step, id, 'cancelled');
  const about = aboutActivity(id);
  await stopBroadcast(step, about, 'announce');
  await stopBroadcast(step, about, 'remind');
  const contents = locales.map((locale) => [
    locale,
    { text: textsFor(locale).activityCancelled(activity.title, reason) },
  ]);
  await startBroadcast(step, community, {
    about,
    occasion: 'cancelled',
    purpose: 'notice',
    contents: Object.fromEntries(contents),
    audience: audienceOf(activity),
    // What waited for a quieter hour would come after those who did not hear of it.
    urgent: activity.startsAt.getTime() - step.now.getTime() < SOON_MS,
    expiresAt: activity.startsAt,
    createdById: by,
  });
  await refreshAnnouncement(step, community, activity, 'cancelled');
  let told = 0;
  const untold: string[] = [];
  for (const row of activity.signUps.filter((one) => one.state !== 'cancelled')) {
    const text = {
      occasion: 'cancelled',
      text: (texts: ReturnType<typeof textsFor>) => texts.activityCancelled(activity.title, reason),
    };
    if (await tellSignedUp(step, community, activity, row, text)) told += 1;
    else untold.push(row.name);
  }
  return { kind: 'cancelled', told, untold };
}
