import { activityView, holdActivity, readActivity, type ActivityAtHand } from '../../activities/activity.ts';
import { refreshSoon } from '../../activities/announce.ts';
import { noteAttendance } from '../../activities/attendance.ts';
import { cancelActivity } from '../../activities/cancel.ts';
import { readLine } from '../../activities/chain/line.ts';
import { signUp } from '../../activities/sign-up.ts';
import { signUpLines } from '../../activities/tell.ts';
import { mayRead } from '../../people/roles.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { come, ownStanding, stayAway, type Coming } from './come.ts';
import { draftActivity } from './draft.ts';
import { runsOrRefused } from './may-run.ts';
import { readSignUp } from './sign-up-words.ts';

const numbered = /^#?\s*(\d{1,4})[\s:：,，。.]*([^]*)$/u;
const deeds = {
  cancel: /^(?:取消|cancel)(?!\s*(?:报名|報名|my|our|参加|參加))[\s:：,，]*([^]*)$/iu,
  attended: /^(?:签到|簽到|attended)[\s:：,，]*([^]*)$/iu,
  absent: /^(?:缺席|absent)[\s:：,，]*([^]*)$/iu,
  enter: /^(?:代报|代報|enter)[\s:：,，]*([^]*)$/iu,
};
type Deed = keyof typeof deeds;

/**
 * `活动` lists what there is; `活动 1` shows who comes, to residents only how they stand themselves; `活动 1 取消 …`, `签到 …`, `缺席 …`,
 * `代报 …` are for managers and customer service, and so is a draft: a name and lines of fields. Residents may sign up by it, too.
 */
export async function handleActivity(scene: Scene, rest: string): Promise<void> {
  const { speaker, conversation } = scene;
  if (!speaker) return;
  const [, number, words = ''] = numbered.exec(rest) ?? [];
  // In a residents' group nobody's list is shown, whoever asks (P9b).
  const isInside = mayRead(speaker.roles) && conversation.audience !== 'residents';
  if (rest === '') return list(scene, isInside);
  if (number === undefined) {
    if (await runsOrRefused(scene)) await draftActivity(scene, rest);
    return;
  }
  const activity = await byNumber(scene, Number(number), isInside);
  if (!activity) {
    await replyTo(scene, 'activity-unknown', { text: textsOf(scene).activityUnknown(Number(number)) });
    return;
  }
  const coming: Coming = { ...scene, speaker, inWords: true };
  const signs = readSignUp(words, { replied: true });
  const deed = deedIn(words);
  if (isInside && deed) {
    if (await runsOrRefused(scene)) await carryOut(scene, activity, deed.deed, deed.said);
  } else if (words === '') await show(coming, activity, isInside);
  else if (signs?.kind === 'join') await come(coming, activity.id, signs);
  else if (signs) await stayAway(coming, activity.id);
  else await replyTo(scene, 'activity-how', { text: textsOf(scene).activityHow() });
}

function deedIn(words: string): { deed: Deed; said: string } | null {
  for (const deed of ['cancel', 'attended', 'absent', 'enter'] as const) {
    const said = deeds[deed].exec(words)?.[1];
    if (said !== undefined) return { deed, said: said.trim() };
  }
  return null;
}

async function byNumber({ step, community }: Scene, number: number, isInside: boolean): Promise<ActivityAtHand | null> {
  const row = await step.tx.activity.findUnique({
    where: { communityId_number: { communityId: community.id, number } },
    select: { id: true, state: true },
  });
  const isHidden = row?.state === 'draft' || row?.state === 'discarded';
  return row && (isInside || !isHidden) ? readActivity(step.tx, row.id) : null;
}

/** What can be signed up for, or will take place; in a residents' group nothing is said where there is nothing. */
async function list(scene: Scene, isInside: boolean): Promise<void> {
  const { step, community, conversation, event } = scene;
  const texts = textsOf(scene);
  const rows = await step.tx.activity.findMany({
    where: { communityId: community.id, state: { in: ['open', 'closed'] }, startsAt: { gt: step.now } },
    include: { signUps: true },
    orderBy: { startsAt: 'asc' },
  });
  if (rows.length > 0) {
    const views = rows.map((row) => activityView(row, texts, step.now, community.timeZone));
    await replyTo(scene, 'activities', { text: texts.activityList(views) });
  } else if (isInside) await replyTo(scene, 'activities', { text: texts.activityHow() });
  else if (conversation.kind === 'direct' || event.toBot)
    await replyTo(scene, 'activities', { text: texts.activityNone() });
}

async function show(coming: Coming, activity: ActivityAtHand, isInside: boolean): Promise<void> {
  const { step, community } = coming;
  const texts = textsOf(coming);
  const about = { subject: 'activity' as const, id: activity.id };
  const view = activityView(activity, texts, step.now, community.timeZone);
  const text = isInside ? texts.activityDetail(view, signUpLines(activity)) : ownStanding(coming, activity);
  await replyTo(coming, 'activity', { text }, null, about);
}

async function carryOut(scene: Scene, { id }: ActivityAtHand, deed: Deed, said: string): Promise<void> {
  const { step, community, speaker } = scene;
  const texts = textsOf(scene);
  const activity = await holdActivity(step, id);
  if (!activity || !speaker) return;
  const tell = (text: string): Promise<void> => replyTo(scene, 'activity', { text }, null, { subject: 'activity', id });
  const notNow = (): Promise<void> =>
    tell(texts.activityNotNow(activityView(activity, texts, step.now, community.timeZone)));
  if (deed === 'cancel') {
    const cancelled = await cancelActivity(step, community, { id, reason: said, by: speaker.personId });
    if (cancelled.kind !== 'cancelled') return notNow();
    const wasDraft = activity.state === 'draft';
    return tell(
      wasDraft
        ? texts.activityDiscarded(activity.number)
        : texts.activityCancelNoted(activity.number, cancelled.told, cancelled.untold),
    );
  }
  if (said === '') return tell(texts.activityHow());
  if (deed === 'enter') {
    if (activity.state !== 'open') return notNow();
    const entered: string[] = [];
    for (const entry of readLine(said)) {
      const comment = [entry.flat, entry.comment].filter(Boolean).join(' ');
      const outcome = await signUp(step, activity, { ...entry, comment, personId: null, by: 'staff' });
      if (outcome.kind === 'closed') return notNow();
      entered.push(texts.activityEntered(activity.number, entry.name, entry.heads, outcome.kind === 'waiting'));
    }
    await tell(entered.join('\n'));
    return refreshSoon(step, activity);
  }
  if (activity.state !== 'open' && activity.state !== 'closed') return notNow();
  const names = said.split(/[\s,，、;；]+/u).filter((name) => name !== '');
  const { heads, unknown } = await noteAttendance(step, activity, { names, absent: deed === 'absent' });
  return tell(texts.activityAttended(activity.number, heads, unknown));
}
