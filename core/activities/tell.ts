import type { SignUp } from '../../prisma/generated/client.ts';
import type { OutgoingContent } from '../channel/outgoing.ts';
import { say } from '../outbox/say.ts';
import type { CommunityInForce } from '../people/communities.ts';
import { managersOrStaff } from '../people/groups.ts';
import { sayToPerson } from '../people/reach.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import type { Texts } from '../text/texts.ts';
import { choiceIds } from '../tickets/choice-id.ts';
import { aboutActivity, type ActivityAtHand } from './activity.ts';
import type { SignUpLine } from '../text/activities/texts.ts';

/**
 * Says something to somebody who signed up: directly, in their own language; where no chat with them is known, and `orInGroup`, as a
 * reply to what they wrote last about it in a group, so that nobody is named there (P9b). Returns whether they could be told.
 */
export async function tellSignedUp(
  step: Step,
  community: CommunityInForce,
  activity: ActivityAtHand,
  row: SignUp,
  word: {
    occasion: string;
    text: (texts: Texts) => string;
    offersLeave?: boolean;
    orInGroup?: boolean;
    expiresAt?: Date;
  },
): Promise<boolean> {
  if (row.personId === null) return false;
  const person = await step.tx.person.findUnique({ where: { id: row.personId }, select: { locale: true } });
  const texts = textsFor(person?.locale ?? community.locale);
  const leave = { id: choiceIds.about('activity', 'leave', activity.id), label: texts.activityLeave() };
  const content: OutgoingContent = {
    text: word.text(texts),
    ...(word.offersLeave ? { choices: [[leave]] } : {}),
  };
  const about = aboutActivity(activity.id);
  const expiresAt = word.expiresAt ?? null;
  const occasion = `activity:${activity.id}:${word.occasion}`;
  const rest = { purpose: 'answer' as const, content, about, expiresAt };
  if (await sayToPerson(step, { ...rest, personId: row.personId, occasion })) return true;
  const own = word.orInGroup === true ? await ownMessage(step, activity, row.personId) : null;
  if (!own) return false;
  await say(step, {
    ...rest,
    conversationId: own.conversationId,
    replyToExternalId: own.externalId,
    dedupeKey: `${occasion}:${row.personId}:group`,
  });
  step.rope.lane(own.conversationId);
  return true;
}

/** What somebody wrote last to sign up, in a group in which the activity was announced. */
function ownMessage(
  { tx }: Step,
  activity: ActivityAtHand,
  personId: string,
): Promise<{ conversationId: string; externalId: string } | null> {
  const broadcasts = { some: { broadcast: { subjectId: activity.id } } };
  return tx.message.findFirst({
    where: {
      personId,
      act: 'command',
      sentAt: { gte: activity.openedAt ?? activity.draftedAt },
      conversation: { kind: 'group', audience: 'residents', state: 'active', broadcasts },
    },
    orderBy: { sentAt: 'desc' },
    select: { conversationId: true, externalId: true },
  });
}

/** Says something to the office, where the activity was written, or else to the managers. */
export async function tellOffice(
  step: Step,
  community: CommunityInForce,
  activity: ActivityAtHand,
  word: { occasion: string; text: (texts: Texts) => string },
): Promise<void> {
  const home = activity.conversationId
    ? await step.tx.conversation.findUnique({
        where: { id: activity.conversationId },
        select: { id: true, state: true },
      })
    : null;
  const where = home?.state === 'active' ? [home] : await managersOrStaff(step.tx, community.id);
  for (const { id } of where) {
    await say(step, {
      conversationId: id,
      about: aboutActivity(activity.id),
      purpose: 'note',
      content: { text: word.text(textsFor(community.locale)) },
      dedupeKey: `activity:${activity.id}:${word.occasion}:${id}`,
    });
    step.rope.lane(id);
  }
}

/** Who waited and can come now is told; of whom cannot be told, the office hears (P8h). */
export async function tellMovedUp(
  step: Step,
  community: CommunityInForce,
  activity: ActivityAtHand,
  moved: readonly SignUp[],
): Promise<void> {
  for (const row of moved) {
    const told = await tellSignedUp(step, community, activity, row, {
      occasion: `moved-up:${row.id}:${step.now.getTime()}`,
      text: (texts) =>
        texts.activityMovedUp(activity.title, row.heads, texts.when(activity.startsAt, step.now, community.timeZone)),
      offersLeave: true,
      orInGroup: true,
      expiresAt: activity.startsAt,
    });
    if (told) continue;
    await tellOffice(step, community, activity, {
      occasion: `untold:${row.id}:${step.now.getTime()}`,
      text: (texts) => texts.activityMovedUpUntold(activity.number, row.name, row.heads),
    });
  }
}

/** Who comes and who waits, in their order, as the office sees it. */
export const signUpLines = (activity: ActivityAtHand): SignUpLine[] =>
  activity.signUps.flatMap(({ name, heads, comment, state, attendedAt }) =>
    state === 'cancelled' ? [] : [{ name, heads, comment, state, attended: attendedAt !== null }],
  );
