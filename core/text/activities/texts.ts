import type { AskState } from '../../../prisma/generated/enums.ts';

/** An activity as a sentence needs it. Instants are in words already. */
export interface ActivityView {
  number: number;
  title: string;
  text: string;
  place: string;
  startsAt: string;
  /** Until when one can sign up. */
  closesAt: string;
  /** Null: everybody may come. */
  capacity: number | null;
  /** Heads. */
  going: number;
  waiting: number;
  state: AskState;
  /** One can sign up now. */
  isOpen: boolean;
}

/** One line of the list that the office sees. */
export interface SignUpLine {
  name: string;
  heads: number;
  comment: string;
  state: 'going' | 'waiting';
  attended: boolean;
}

/** What is wrong in a draft. */
export type ActivityMistake =
  | { kind: 'no_title' | 'no_time' | 'time_passed' | 'until_late' | 'until_passed' }
  | { kind: 'time' | 'until' | 'capacity' | 'audience'; said: string }
  | { kind: 'field'; said: string; nearest: string | null };

/** What is shown before an activity is announced. */
export interface ActivityPreview {
  number: number;
  /** Exactly what will be said. */
  announcement: string;
  groups: string[];
  households: number;
  /** Buildings and tags that were named and are not there. */
  unknown: string[];
  /** When those who come are reminded; null: never, it is too near. */
  remindAt: string | null;
  thankAt: string;
}

/** Activities (P8h); a part of `Texts`. */
export interface ActivityTexts {
  // To residents.
  activityAnnouncement(activity: ActivityView): string;
  /** Where an announcement cannot be changed in place: all places are taken. */
  activityFull(title: string): string;
  activityJoin(): string;
  activityLeave(): string;
  /** `left`: places that are free; null: everybody may come. */
  activityJoined(title: string, heads: number, left: number | null): string;
  /** `place` in the line of those who wait, from 1. */
  activityWaits(title: string, heads: number, place: number): string;
  activityNoRoom(title: string, heads: number, left: number): string;
  activityLeft(title: string): string;
  activityNotJoined(title: string): string;
  activityNoMore(title: string): string;
  activityMovedUp(title: string, heads: number, startsAt: string): string;
  /** Several are open: which is meant? */
  activityWhich(): string;
  /** A pasted list had lost somebody: nobody is lost. `heads` come in all. */
  activityListKept(title: string, heads: number): string;
  activityNone(): string;
  activityList(activities: ActivityView[]): string;
  /** How the one who asks stands. */
  activityOwn(activity: ActivityView, own: { heads: number; state: 'going' | 'waiting' } | null): string;
  activityReminder(activity: ActivityView): string;
  activityReminderForAll(activity: ActivityView): string;
  activityCancelled(title: string, reason: string): string;
  activityThanks(title: string, heads: number): string;

  // To the office.
  activityPreview(preview: ActivityPreview): string;
  activityConfirm(): string;
  activityDiscard(): string;
  activityMistakes(mistakes: ActivityMistake[]): string;
  activityOpened(number: number, groups: number): string;
  activityDiscarded(number: number): string;
  activityDetail(activity: ActivityView, lines: SignUpLine[]): string;
  activityUnknown(number: number): string;
  /** It is over, or not there yet: nothing was changed. */
  activityNotNow(activity: ActivityView): string;
  activityHow(): string;
  activityCancelNoted(number: number, told: number, untold: string[]): string;
  /** One who waited comes now, and could not be told. */
  activityMovedUpUntold(number: number, name: string, heads: number): string;
  activitySignUpOver(activity: ActivityView, lines: SignUpLine[]): string;
  activityAttended(number: number, heads: number, unknown: string[]): string;
  activityEntered(number: number, name: string, heads: number, waits: boolean): string;
}
