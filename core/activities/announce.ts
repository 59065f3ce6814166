import { startBroadcast } from '../outbox/broadcast/start.ts';
import type { Contents } from '../outbox/broadcast/contents.ts';
import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import { locales, type Texts } from '../text/texts.ts';
import { choiceIds } from '../tickets/choice-id.ts';
import { dropSubjectDeadlines, setDeadline } from '../tickets/deadlines.ts';
import { aboutActivity, activityView, audienceOf, closesAt, type ActivityAtHand } from './activity.ts';
import { placesLeft } from './seats.ts';

/** The announcement as it stands now, in one language. */
export const announcementIn = (activity: ActivityAtHand, texts: Texts, now: Date, timeZone: string): string =>
  texts.activityAnnouncement(activityView({ ...activity, state: shownState(activity) }, texts, now, timeZone));

/** A draft is shown as it will stand when it is announced. */
const shownState = ({ state }: ActivityAtHand): ActivityAtHand['state'] => (state === 'draft' ? 'open' : state);

function contentsOf(step: Step, community: CommunityInForce, activity: ActivityAtHand, brief: boolean): Contents {
  return Object.fromEntries(
    locales.map((locale) => {
      const texts = textsFor(locale);
      const join = { id: choiceIds.about('activity', 'join', activity.id), label: texts.activityJoin() };
      const content = {
        text: announcementIn(activity, texts, step.now, community.timeZone),
        ...(activity.state === 'open' ? { choices: [[join]] } : {}),
        ...(activity.attachmentIds.length > 0 ? { attachmentIds: activity.attachmentIds } : {}),
        ...(brief ? { brief: texts.activityFull(activity.title) } : {}),
      };
      return [locale, content];
    }),
  );
}

/** Says in every group that it is for what it is and how to sign up (P8h). Returns how many groups are told. */
export async function announceActivity(
  step: Step,
  community: CommunityInForce,
  activity: ActivityAtHand,
  by: string,
): Promise<number> {
  const { targets } = await startBroadcast(step, community, {
    about: aboutActivity(activity.id),
    occasion: 'announce',
    purpose: 'survey',
    contents: contentsOf(step, community, activity, false),
    audience: audienceOf(activity),
    expiresAt: closesAt(activity),
    createdById: by,
  });
  return targets;
}

/** Sign-ups come in swarms: the announcement is brought up to date once for all of them. */
const TOGETHER_MS = 60_000;

/** Has the announcement show, a little later, how many places are left. */
export async function refreshSoon(step: Step, activity: ActivityAtHand): Promise<void> {
  const waiting = { kind: 'activity' as const, subjectId: activity.id, rung: 'refresh' };
  const set = await step.tx.deadline.findFirst({ where: { ...waiting, settledAt: null }, select: { id: true } });
  if (set) return;
  await setDeadline(step, {
    ...waiting,
    dueAt: new Date(step.now.getTime() + TOGETHER_MS),
    communityId: activity.communityId,
  });
}

/**
 * Changes the announcement where it stands: how many come, or that it is over. Where a channel cannot change it, only that the last
 * place is taken is said, once (P9a).
 *
 * @param occasion tells this change apart from others of the same activity
 */
export async function refreshAnnouncement(
  step: Step,
  community: CommunityInForce,
  activity: ActivityAtHand,
  occasion: string,
): Promise<void> {
  const isFull = activity.state === 'open' && placesLeft(activity.signUps, activity.capacity) === 0;
  const told = isFull
    ? await step.tx.broadcast.findUnique({
        where: { subjectId_occasion: { subjectId: activity.id, occasion: 'full' } },
        select: { id: true },
      })
    : null;
  const tellsFull = isFull && told === null;
  await startBroadcast(step, community, {
    about: aboutActivity(activity.id),
    occasion: tellsFull ? 'full' : `shown:${occasion}`,
    purpose: 'survey',
    contents: contentsOf(step, community, activity, tellsFull),
    changes: 'announce',
    createdById: null,
  });
}

/** Nothing more is looked at by itself. */
export const dropMoments = (step: Step, activityId: string, why: string): Promise<void> =>
  dropSubjectDeadlines(step, { kind: 'activity', subjectId: activityId }, why);
