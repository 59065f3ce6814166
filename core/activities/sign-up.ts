import type { SignUp } from '../../prisma/generated/client.ts';
import type { Step } from '../step.ts';
import type { ActivityAtHand } from './activity.ts';
import { nameKey } from './chain/line.ts';
import { movesUp, placeInLine, placesLeft } from './seats.ts';

/** Who wants to come. */
export interface Wish {
  /** Null for somebody whom another one wrote down. */
  personId: string | null;
  name: string;
  heads: number;
  comment: string;
  by: 'button' | 'chain' | 'words' | 'staff';
}

/**
 * - `going`: they come; `left` places are free now, null where everybody may come.
 * - `waiting`: they are in line, at this place, and are told when it is their turn.
 * - `no_room`: they come already, and there are not so many places as they want to have now; nothing is changed.
 * - `closed`: nobody can sign up any more, or not yet.
 */
export type SignedUp =
  | { kind: 'going'; signUp: SignUp; left: number | null; isNew: boolean }
  | { kind: 'waiting'; signUp: SignUp; place: number; isNew: boolean }
  | { kind: 'no_room'; signUp: SignUp; left: number }
  | { kind: 'closed' };

/** Nobody brings more than that; whoever means it speaks with the office. */
export const HEADS_AT_MOST = 50;

/**
 * Signs somebody up, or changes with how many they come. The activity must be held ({@link holdActivity}), and is changed with it.
 * A party that does not fit waits as a whole (seats.ts).
 */
export async function signUp(step: Step, activity: ActivityAtHand, wish: Wish): Promise<SignedUp> {
  if (activity.state !== 'open') return { kind: 'closed' };
  const own = wish.personId === null ? undefined : rowOf(activity, { personId: wish.personId, name: wish.name });
  if (own) return changeSignUp(step, activity, own, wish);
  const heads = Math.min(Math.max(1, wish.heads), HEADS_AT_MOST);
  const left = placesLeft(activity.signUps, activity.capacity);
  const person =
    wish.personId === null
      ? null
      : await step.tx.person.findUnique({ where: { id: wish.personId }, select: { householdId: true } });
  const row = await step.tx.signUp.create({
    data: {
      activityId: activity.id,
      personId: wish.personId,
      name: wish.name,
      comment: wish.comment,
      by: wish.by,
      householdId: person?.householdId ?? null,
      heads,
      at: step.now,
      state: left === null || heads <= left ? 'going' : 'waiting',
    },
  });
  activity.signUps.push(row);
  return standing(activity, row, true);
}

/** Changes a party that is on the list. Who comes already never loses the places they have by asking for more. */
export async function changeSignUp(
  step: Step,
  activity: ActivityAtHand,
  row: SignUp,
  wish: Pick<Wish, 'name' | 'heads' | 'comment'> & { personId?: string | null },
): Promise<SignedUp> {
  const heads = Math.min(Math.max(1, wish.heads), HEADS_AT_MOST);
  const left = placesLeft(activity.signUps, activity.capacity);
  const fits = left === null || heads - (row.state === 'going' ? row.heads : 0) <= left;
  if (row.state === 'going' && !fits) return { kind: 'no_room', signUp: row, left: left ?? 0 };
  const state = fits ? 'going' : 'waiting';
  const comment = wish.comment === '' ? row.comment : wish.comment;
  const changed = await step.tx.signUp.update({
    where: { id: row.id },
    data: { name: wish.name, heads, comment, state, ...(wish.personId ? { personId: wish.personId } : {}) },
  });
  replace(activity, changed);
  return standing(activity, changed, false);
}

/** Under which line somebody is on the list: their own, or one of their name that somebody else wrote down. */
export function rowOf(activity: ActivityAtHand, person: { personId: string; name: string }): SignUp | undefined {
  const present = activity.signUps.filter(({ state }) => state !== 'cancelled');
  const isNamesake = (row: SignUp): boolean =>
    row.personId === null && person.name !== '' && nameKey(row.name) === nameKey(person.name);
  return present.find(({ personId }) => personId === person.personId) ?? present.find(isNamesake);
}

/** Takes somebody off the list; what was known of them stays on record. */
export async function cancelSignUp(step: Step, activity: ActivityAtHand, row: SignUp): Promise<void> {
  replace(activity, await step.tx.signUp.update({ where: { id: row.id }, data: { state: 'cancelled' } }));
}

/** Gives free places to those who wait (P8h), and returns them. */
export async function fillPlaces(step: Step, activity: ActivityAtHand): Promise<SignUp[]> {
  if (activity.state !== 'open' && activity.state !== 'closed') return [];
  const moved: SignUp[] = [];
  for (const id of movesUp(activity.signUps, activity.capacity)) {
    const row = await step.tx.signUp.update({ where: { id }, data: { state: 'going' } });
    replace(activity, row);
    moved.push(row);
  }
  return moved;
}

function standing(activity: ActivityAtHand, row: SignUp, isNew: boolean): SignedUp {
  if (row.state === 'waiting')
    return { kind: 'waiting', signUp: row, place: placeInLine(activity.signUps, row.id), isNew };
  return { kind: 'going', signUp: row, left: placesLeft(activity.signUps, activity.capacity), isNew };
}

function replace(activity: ActivityAtHand, row: SignUp): void {
  activity.signUps = activity.signUps.map((one) => (one.id === row.id ? row : one));
}
