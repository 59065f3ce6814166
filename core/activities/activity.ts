import type { Activity, SignUp } from '../../prisma/generated/client.ts';
import { audienceSchema, type AudienceInput } from '../outbox/broadcast/audience.ts';
import type { Tx } from '../database.ts';
import type { About } from '../outbox/say.ts';
import type { Step } from '../step.ts';
import type { ActivityView } from '../text/activities/texts.ts';
import type { Texts } from '../text/texts.ts';
import { headsOf } from './seats.ts';

/** An activity with everybody who signed up, in that order; who cancelled is among them. */
export type ActivityAtHand = Activity & { signUps: SignUp[] };

/** The activity, held until the transaction ends: places are given to one after the other. Null where there is none. */
export async function holdActivity(step: Step, id: string): Promise<ActivityAtHand | null> {
  await step.tx.$queryRaw`SELECT 1 FROM "Activity" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return readActivity(step.tx, id);
}

export function readActivity(tx: Tx, id: string): Promise<ActivityAtHand | null> {
  return tx.activity.findUnique({
    where: { id },
    include: { signUps: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } },
  });
}

export const aboutActivity = (id: string): About => ({ subject: 'activity', id });

/** Until when one can sign up. */
export const closesAt = ({ signUpUntil, startsAt }: Pick<Activity, 'signUpUntil' | 'startsAt'>): Date =>
  signUpUntil ?? startsAt;

export const audienceOf = (activity: Pick<Activity, 'audience'>): AudienceInput =>
  audienceSchema.parse(activity.audience);

/** As sentences need it. */
export function activityView(activity: ActivityAtHand, texts: Texts, now: Date, timeZone: string): ActivityView {
  const { number, title, text, place, capacity, state } = activity;
  const words = (at: Date): string => texts.when(at, now, timeZone);
  return {
    number,
    title,
    text,
    place,
    capacity,
    state,
    ...headsOf(activity.signUps),
    startsAt: words(activity.startsAt),
    closesAt: words(closesAt(activity)),
    isOpen: state === 'open',
  };
}

/** Activities that one can sign up for: those that were announced in this group, or, without one, all of the community. */
export const openActivities = (tx: Tx, communityId: string, conversationId: string | null): Promise<ActivityHere[]> =>
  activitiesHere(tx, { communityId, conversationId }, 'open');

/** An activity as far as one is told from another. */
export type ActivityHere = Pick<Activity, 'id' | 'number' | 'title' | 'startsAt'>;

/** Activities that stand so: those that were announced in a group, or, without one, all of the community; the nearest first. */
export async function activitiesHere(
  tx: Tx,
  { communityId, conversationId }: { communityId: string; conversationId: string | null },
  state: 'open' | 'closed',
): Promise<ActivityHere[]> {
  const open = await tx.activity.findMany({
    where: { communityId, state },
    select: { id: true, number: true, title: true, startsAt: true },
    orderBy: { startsAt: 'asc' },
  });
  if (conversationId === null || open.length === 0) return open;
  const here = await tx.broadcastTarget.findMany({
    where: { conversationId, broadcast: { subject: 'activity', subjectId: { in: open.map(({ id }) => id) } } },
    select: { broadcast: { select: { subjectId: true } } },
  });
  return open.filter(({ id }) => here.some(({ broadcast }) => broadcast.subjectId === id));
}
