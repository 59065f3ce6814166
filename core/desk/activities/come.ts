import { activityView, aboutActivity, holdActivity, type ActivityAtHand } from '../../activities/activity.ts';
import { refreshSoon } from '../../activities/announce.ts';
import type { Chain } from '../../activities/chain/parse-chain.ts';
import { headsOf } from '../../activities/seats.ts';
import { cancelSignUp, fillPlaces, rowOf, signUp, type SignedUp } from '../../activities/sign-up.ts';
import { takeChain } from '../../activities/take-chain.ts';
import { tellMovedUp } from '../../activities/tell.ts';
import type { OutgoingContent } from '../../channel/outgoing.ts';
import { sayToPerson } from '../../people/reach.ts';
import type { Speaker } from '../../people/identify.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';

/** Somebody known signs up or cancels, by a press or in words. */
export type Coming = Pick<Scene, 'step' | 'community' | 'conversation' | 'message'> & {
  speaker: Speaker;
  /** By a message of their own, and not by a press. */
  inWords: boolean;
  /** The message was changed: what it said before, and which version of it this is. */
  edit?: Edit;
};

export interface Edit {
  before: string;
  version: number;
}

/** Signs somebody up with so many, and tells them how they stand (P8h). */
export async function come(coming: Coming, id: string, wish: { heads: number; comment: string }): Promise<void> {
  const { step, speaker, inWords } = coming;
  const activity = await heldHere(coming, id);
  if (!activity) return;
  const by = inWords ? ('words' as const) : ('button' as const);
  const row = rowOf(activity, speaker);
  // A press is "I come", and never takes back with how many they said that they come.
  const heads = inWords ? wish.heads : (row?.heads ?? wish.heads);
  // The name by which lists know them stays.
  const { personId, name } = speaker;
  const outcome = await signUp(step, activity, { ...wish, personId, name: row?.name ?? name, heads, by });
  await tellOutcome(coming, activity, outcome);
  await afterwards(coming, activity);
}

/** Takes somebody off the list, and gives their places to whoever waits. */
export async function stayAway(coming: Coming, id: string): Promise<void> {
  const { step, speaker } = coming;
  const activity = await heldHere(coming, id);
  if (!activity) return;
  const texts = textsOf(coming);
  const row = rowOf(activity, speaker);
  const isOver = activity.startsAt <= step.now || (activity.state !== 'open' && activity.state !== 'closed');
  if (!row || isOver) {
    const text = row ? texts.activityNoMore(activity.title) : texts.activityNotJoined(activity.title);
    await answer(coming, activity, { text }, { aloud: coming.inWords });
    return;
  }
  await cancelSignUp(step, activity, row);
  await answer(
    coming,
    activity,
    { text: texts.activityLeft(activity.title), reaction: '👌' },
    { aloud: coming.inWords },
  );
  await afterwards(coming, activity);
}

/** Takes a pasted list into an activity. Only what its writer must know is said: that they wait, or that nobody is lost. */
export async function pasteChain(coming: Coming, id: string, chain: Chain): Promise<void> {
  const { step, community, conversation, message, speaker, edit } = coming;
  const activity = await heldHere(coming, id);
  if (!activity) return;
  const texts = textsOf(coming);
  if (activity.state !== 'open') {
    await answer(coming, activity, { text: texts.activityNoMore(activity.title) }, { aloud: true });
    return;
  }
  const { personId, name, staff } = speaker;
  const before = edit?.before ?? null;
  const by = { conversationId: conversation.id, messageId: message.id, personId, name, staff, before };
  const taken = await takeChain(step, activity, chain, by);
  const troubled = taken.outcomes.find(({ kind }) => kind !== 'going');
  if (troubled) await tellOutcome(coming, activity, troubled);
  else if (taken.missing > 0 && chain.entries.length > 0 && !edit) {
    const hour = Math.floor(step.now.getTime() / 3_600_000);
    const once = { ...coming, message: { ...message, id: `${activity.id}:${conversation.id}:${hour}` } };
    const { going, waiting } = headsOf(activity.signUps);
    await replyTo(
      once,
      'activity-kept',
      { text: texts.activityListKept(activity.title, going + waiting) },
      null,
      aboutActivity(id),
    );
  }
  await tellMovedUp(step, community, activity, taken.movedUp);
  await refreshSoon(step, activity);
}

async function tellOutcome(coming: Coming, activity: ActivityAtHand, outcome: SignedUp): Promise<void> {
  const texts = textsOf(coming);
  const { title, id } = activity;
  const leave = [[{ id: choiceIds.about('activity', 'leave', id), label: texts.activityLeave() }]];
  const choices = coming.conversation.kind === 'direct' ? { choices: leave } : {};
  switch (outcome.kind) {
    case 'going': {
      const text = texts.activityJoined(title, outcome.signUp.heads, outcome.left);
      const quiet = coming.conversation.kind === 'group' && coming.inWords ? { reaction: '👌' } : {};
      await answer(coming, activity, { text, ...choices, ...quiet }, { aloud: coming.inWords });
      return;
    }
    case 'waiting': {
      const text = texts.activityWaits(title, outcome.signUp.heads, outcome.place);
      await answer(coming, activity, { text, ...choices }, { aloud: true });
      return;
    }
    case 'no_room': {
      const text = texts.activityNoRoom(title, outcome.signUp.heads, outcome.left);
      await answer(coming, activity, { text }, { aloud: true });
      return;
    }
    case 'closed':
      await answer(coming, activity, { text: texts.activityNoMore(title) }, { aloud: true });
  }
}

/**
 * Answers where they wrote; a press in a group directly. Where no direct chat is known, the group hears it only when it must be known
 * (`aloud`): the announcement shows anyway how many come.
 */
async function answer(
  coming: Coming,
  activity: ActivityAtHand,
  content: OutgoingContent,
  { aloud }: { aloud: boolean },
): Promise<void> {
  const { step, conversation, message, speaker, inWords, edit } = coming;
  const about = aboutActivity(activity.id);
  if (!inWords && conversation.kind === 'group') {
    const { reaction: _, ...spoken } = content;
    const occasion = `activity:${activity.id}:${message.id}`;
    const word = { personId: speaker.personId, purpose: 'answer' as const, content: spoken, about, occasion };
    if (await sayToPerson(step, word)) return;
    if (!aloud) return;
    await replyTo(coming, 'activity', spoken, null, about);
    return;
  }
  await replyTo(coming, edit ? `activity-v${edit.version}` : 'activity', content, null, about);
}

async function afterwards({ step, community }: Coming, activity: ActivityAtHand): Promise<void> {
  await tellMovedUp(step, community, activity, await fillPlaces(step, activity));
  await refreshSoon(step, activity);
}

async function heldHere({ step, community }: Coming, id: string): Promise<ActivityAtHand | null> {
  const activity = await holdActivity(step, id);
  return activity?.communityId === community.id ? activity : null;
}

/** How somebody stands, for themselves. */
export function ownStanding(coming: Omit<Coming, 'inWords'>, activity: ActivityAtHand): string {
  const texts = textsOf(coming);
  const row = rowOf(activity, coming.speaker);
  const own = row && row.state !== 'cancelled' ? { heads: row.heads, state: row.state } : null;
  return texts.activityOwn(activityView(activity, texts, coming.step.now, coming.community.timeZone), own);
}
