import type { Look } from '../clocks/look.ts';
import { startBroadcast } from '../outbox/broadcast/start.ts';
import { communityInForce, type CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import { locales, type Texts } from '../text/texts.ts';
import { aboutActivity, activityView, audienceOf, holdActivity, type ActivityAtHand } from './activity.ts';
import { refreshAnnouncement } from './announce.ts';
import { tookPart } from './attendance.ts';
import { headsOf } from './seats.ts';
import { signUpLines, tellOffice, tellSignedUp } from './tell.ts';

/** What an activity does by itself when its time has come (P8h): sign-up ends, a reminder, thanks, the figures of its announcement. */
export const lookAtActivity: Look = async (step, { id, subjectId, rung }) => {
  const activity = subjectId ? await holdActivity(step, subjectId) : null;
  if (!activity) return 'no activity';
  if (activity.state !== 'open' && activity.state !== 'closed') return activity.state;
  const community = await communityInForce(step.tx, activity.communityId, step.now);
  switch (rung ?? '') {
    case 'refresh':
      await refreshAnnouncement(step, community, activity, id);
      return 'shown';
    case 'close':
      return closeSignUp(step, community, activity);
    case 'remind':
      return remind(step, community, activity);
    case 'thank':
      return thank(step, community, activity);
    default:
      return 'nothing to do';
  }
};

async function closeSignUp(step: Step, community: CommunityInForce, activity: ActivityAtHand): Promise<string> {
  if (activity.state !== 'open') return 'closed already';
  const data = { state: 'closed', closedAt: step.now } as const;
  await step.tx.activity.update({ where: { id: activity.id }, data, select: { id: true } });
  const closed: ActivityAtHand = { ...activity, ...data };
  await refreshAnnouncement(step, community, closed, 'closed');
  await tellOffice(step, community, closed, {
    occasion: 'sign-up-over',
    text: (texts) =>
      texts.activitySignUpOver(activityView(closed, texts, step.now, community.timeZone), signUpLines(closed)),
  });
  return 'closed';
}

/** Who comes is told directly; the groups hear one word, for those who cannot be told otherwise. */
async function remind(step: Step, community: CommunityInForce, activity: ActivityAtHand): Promise<string> {
  if (activity.startsAt <= step.now) return 'too late';
  if (headsOf(activity.signUps).going === 0) return 'nobody comes';
  const view = (texts: Texts) => activityView(activity, texts, step.now, community.timeZone);
  for (const row of activity.signUps.filter(({ state }) => state === 'going')) {
    await tellSignedUp(step, community, activity, row, {
      occasion: 'remind',
      text: (texts) => texts.activityReminder(view(texts)),
      offersLeave: true,
      expiresAt: activity.startsAt,
    });
  }
  await tellGroups(step, community, activity, {
    occasion: 'remind',
    text: (texts) => texts.activityReminderForAll(view(texts)),
    expiresAt: activity.startsAt,
  });
  return 'reminded';
}

async function thank(step: Step, community: CommunityInForce, activity: ActivityAtHand): Promise<string> {
  const heads = tookPart(activity);
  if (heads === 0) return 'nobody came';
  await tellGroups(step, community, activity, {
    occasion: 'thanks',
    text: (texts) => texts.activityThanks(activity.title, heads),
    expiresAt: null,
  });
  return 'thanked';
}

async function tellGroups(
  step: Step,
  community: CommunityInForce,
  activity: ActivityAtHand,
  word: { occasion: string; text: (texts: Texts) => string; expiresAt: Date | null },
): Promise<void> {
  const contents = locales.map((locale) => [locale, { text: word.text(textsFor(locale)) }]);
  await startBroadcast(step, community, {
    about: aboutActivity(activity.id),
    occasion: word.occasion,
    purpose: 'survey',
    contents: Object.fromEntries(contents),
    audience: audienceOf(activity),
    expiresAt: word.expiresAt,
    createdById: null,
  });
}
