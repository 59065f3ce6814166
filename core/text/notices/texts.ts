import type { NoticeLevel, NoticeState } from '../../../prisma/generated/enums.ts';
import type { Repeat } from '../../notices/repeat.ts';
import type { Audience } from '../../outbox/broadcast/audience.ts';

/** What is shown before a notice is told. Instants are in words already. */
export interface NoticePreview {
  number: number;
  /** Exactly what the groups will read. */
  shown: string;
  /** What persons read whose language is another one. */
  others: string[];
  audience: Audience;
  /** Titles of the groups. */
  groups: string[];
  households: number;
  direct: number;
  /** Persons who are meant, and have no chat with the bot. */
  unreachable: number;
  /** When it goes out; null: at once. */
  at: string | null;
  /** The time that was wanted, when quiet hours put it off. */
  quietFrom: string | null;
  repeat: Repeat | null;
  /** Buildings whose residents are meant, and that have no group. */
  uncovered: string[];
  /** Some of the groups have no buttons: this stands there instead. */
  numbered: string | null;
  /** Numbers, rooms and names in the text by which a person is known. */
  secrets: string[];
  /** How much too short the time before it holds is, and what it should be. */
  leadMissing: { by: string; wanted: string } | null;
  needsSecond: boolean;
  /** There is no second manager who could agree. */
  lacksSecond: boolean;
  /** Its time has passed. */
  isLate: boolean;
}

/** One line in the list of notices, or one notice looked at. */
export interface NoticeLine {
  number: number;
  level: NoticeLevel;
  state: NoticeState;
  /** Its beginning. */
  first: string;
  /** When it is sent, was sent, or was over; null for a draft. */
  at: string | null;
  repeat: Repeat | null;
}

/** What is wrong with what a manager wrote. */
export type NoticeMistake =
  | { kind: 'no_text' | 'repeat_late' }
  /** It would be over by the time at which it is told: that time, in words. */
  | { kind: 'until_early'; at: string }
  /** What cannot be corrected any more once it is told. */
  | { kind: 'fixed'; said: 'audience' | 'time' | 'repeat' | 'level' | 'receipt' }
  | { kind: 'too_long'; most: number }
  | { kind: 'field'; said: string; nearest: string | null }
  /** Words that say nothing about whom it is for. */
  | { kind: 'audience'; said: string }
  /** A building, a tag (`#…`) or a ticket's code that is not there. */
  | { kind: 'not_there'; said: string; nearest: string | null }
  | { kind: 'time' | 'time_passed' | 'repeat' | 'receipt' | 'level' | 'loose'; said: string };

export interface TemplateLine {
  name: string;
  level: NoticeLevel;
  /** The names of what has to be filled in. */
  asks: string[];
}

export interface TaggedGroup {
  title: string;
  tags: string[];
}

/** Notices: writing, sending and changing them (P8a); a part of `Texts`. */
export interface NoticeTexts {
  // What residents read.
  /** The first line. */
  noticeTitle(level: NoticeLevel, isDrill: boolean): string;
  /** From when it holds and until when it is expected to last; empty when neither is said. */
  noticeHolds(from: string | null, until: string | null): string;
  noticeAsksReceipt(): string;
  /** The button by which it is confirmed. */
  noticeGot(): string;
  /** Stands above words that were changed. */
  noticeChanged(change: 'corrected' | 'extended' | 'ended' | 'withdrawn', at: string): string;
  noticeVoid(first: string): string;
  /** `words`: what the manager says about it, or null. */
  noticeEnded(first: string, words: string | null, isDrill: boolean): string;
  noticeExtended(first: string, until: string, isDrill: boolean): string;

  // Before it is told.
  noticePreview(preview: NoticePreview): string;
  /** Takes the place of a preview that no longer holds. */
  noticePreviewOld(number: number): string;
  noticeConfirm(): string;
  noticeChangeTime(): string;
  noticeDiscard(): string;
  noticeAskTime(number: number): string;
  noticeNow(): string;
  noticeInAnHour(): string;
  noticeTomorrow(): string;
  /** Nothing was put on record, and why: all that is wrong. */
  noticeMistakes(mistakes: NoticeMistake[]): string;
  noticeScheduled(number: number, at: string, repeats: boolean): string;
  noticeTakeBackChoice(): string;
  noticeAskSecond(preview: NoticePreview, by: string): string;
  noticeHandedIn(number: number): string;
  /** Nobody has agreed for a while: to the managers, once. */
  noticeSecondWaits(number: number, first: string): string;
  noticeAgree(): string;
  noticeRefuse(): string;
  noticeRefused(number: number, by: string): string;
  /** Whoever wrote or confirmed it cannot be the second person. */
  noticeOwn(number: number): string;
  /** It is not any more as it was shown: the newest preview counts. */
  noticeStale(number: number): string;
  noticeLate(number: number): string;
  /** What it tells of would be over by the time at which it is told. */
  noticePast(number: number): string;
  noticeForNobody(number: number): string;

  // Once it is told.
  noticeGoesOut(number: number, first: string): string;
  /** Its time passed while nothing ran, and it was not sent. */
  noticeUnsent(number: number, first: string): string;
  noticeIsItOver(number: number, first: string): string;
  noticeEndChoice(): string;
  noticeLaterChoice(): string;
  noticeAskLater(number: number): string;
  noticeDiscarded(number: number): string;
  /** Nobody has heard it. `series`: and it is not repeated any more. */
  noticeTakenBack(number: number, series: boolean): string;
  noticeSkipped(number: number, next: number, at: string): string;
  noticeWithdrawn(number: number): string;
  noticeCorrected(number: number): string;
  noticeIsExtended(number: number, until: string): string;
  noticeIsEnded(number: number): string;
  /** What was asked for cannot be done with it as it stands; nothing was changed. */
  noticeNotNow(number: number, state: NoticeState): string;
  noticeUnknown(number: number, last: number | null): string;
  noticeNeedsWords(number: number): string;
  noticeNeedsTime(number: number): string;
  noticeList(lines: NoticeLine[]): string;
  noticeShown(line: NoticeLine, shown: string, audience: Audience): string;
  noticeHow(): string;
  noticeRepeat(repeat: Repeat): string;
  noticeAudience(audience: Audience): string;

  // Prepared notices, and tags of groups.
  templates(own: TemplateLine[], shipped: TemplateLine[]): string;
  templateShown(name: string, text: string): string;
  templateAdded(name: string, asks: string[], renewed: boolean): string;
  templateRevoked(name: string): string;
  templateUnknown(name: string, nearest: string | null): string;
  /** What is missing, by name, and how it is said. */
  /** `given`: what was said already, as `name=value`, so that it need not be written again. */
  templateAsks(name: string, missing: string[], given: readonly string[]): string;
  templateHow(): string;
  tagged(group: string, tags: string[]): string;
  tagList(groups: TaggedGroup[]): string;
  tagNoGroup(said: string, nearest: string | null): string;
  tagHow(): string;
}
