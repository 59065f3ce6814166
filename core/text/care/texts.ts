import type { CareReason } from '../../notices/care/hand-on.ts';
import type { Festival } from '../../notices/care/festivals.ts';

export type DayPart = 'morning' | 'afternoon' | 'evening';

/** When somebody is asked, as a sentence needs it; `next` is in words of `Texts.when`. */
export interface CareView {
  /** ISO: 1 is Monday, 7 is Sunday. */
  weekdays: readonly number[];
  /** HH:MM */
  askAt: string;
  next: string | null;
}

/** Greetings and care check-ins (P8g); a part of `Texts`. */
export interface CareTexts {
  // To whoever is looked after, in their direct chat.
  careAsk(part: DayPart): string;
  /** They did not answer. */
  careAgain(): string;
  careWellChoice(): string;
  careHelpChoice(): string;
  careGlad(): string;
  careHelpComes(code: string): string;
  /** Nothing was heard from them, and somebody comes to see. */
  careSomebodyComes(code: string): string;
  careSet(view: CareView): string;
  careStanding(view: CareView | null, greetings: boolean): string;
  carePaused(next: string): string;
  careStopped(): string;
  careNone(): string;
  /** Staff put it on record for them. */
  careOffered(view: CareView): string;
  careOkChoice(): string;
  careNoChoice(): string;
  careKept(): string;
  greetingsWanted(wanted: boolean): string;
  /** In a group: what is private is said in the direct chat. */
  careInPrivate(): string;
  /** Nothing was changed, and how to write it. */
  careHow(): string;
  /** The time lies in the quiet hours. */
  careAtNight(from: string): string;

  // To the office.
  careSummary(reason: CareReason, said: string): string;
  /** To whoever is in charge, directly. */
  careLookIn(code: string, name: string, place: string, reason: CareReason): string;
  /** In a group: without name or flat. */
  /** Nobody has taken it for so long: to whoever is called next, without a flat or a name. */
  careNobodyGoes(code: string, waited: string): string;
  careNobodyTold(code: string): string;
  careWellAfterAll(code: string): string;
  careHowForStaff(): string;
  careEntered(name: string, view: CareView): string;
  careEnded(name: string): string;
  careNotAsked(name: string): string;
  careDeclined(name: string): string;
  careNoChat(name: string): string;
  careFlatUnknown(): string;
  /** Several live there, or nobody is known: who is meant? */
  careWhoThere(names: readonly string[]): string;
  careList(all: readonly { name: string; view: CareView }[]): string;

  // Festivals.
  festival(festival: Festival): string;
  greeting(festival: Festival): string;
  greetingOffer(festival: Festival, day: string, wanting: number): string;
  greetingToAll(): string;
  greetingToWanting(): string;
  greetingNotNow(): string;
  greetingPrepared(festival: Festival, at: string, wanting: number): string;
  greetingDropped(festival: Festival): string;
}
