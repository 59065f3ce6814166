import type { CandidateDeed, Kind } from '../../../prisma/generated/enums.ts';
import type { HeardMatter } from '../../intake/understanding.ts';
import type { Figures } from '../../intake/shadow/figures.ts';

/** One line of talk, as the managers are shown it: without numbers and addresses. */
export interface ShadowLine {
  who: string;
  /** In words. */
  at: string;
  /** Empty for a picture alone. */
  text: string;
  /** Taken back by its writer: the words are not shown. */
  recalled: boolean;
}

/** Something that was heard, and what it was taken for. */
export interface ShadowCard {
  group: string;
  deed: CandidateDeed;
  matters: readonly Pick<HeardMatter, 'kind' | 'area' | 'urgency' | 'place'>[];
  lines: readonly ShadowLine[];
  /** So many lines more belong to it. */
  more: number;
  /** Residents have said that it is over. */
  settled: boolean;
  /** What a manager has said of it; null: nothing yet. */
  verdict: { isMatter: boolean; by: string } | null;
}

export interface ShadowReport {
  group: string;
  /** Since when the group is listened to, in words. */
  since: string;
  /** Lines that residents said. */
  heard: number;
  /** Tickets that would have been opened, by kind. */
  tickets: readonly { kind: Kind; count: number }[];
  emergencies: number;
  questions: number;
  /** What was left alone, but is shown so that matters which were missed can be counted. */
  nothing: number;
  /** Not judged yet. */
  open: number;
}

/** Groups that are only listened to; a part of `Texts`. Everything here is said to managers. */
export interface ShadowTexts {
  /** `reportAt`, `since`: in words. */
  shadowOn(group: string, reportAt: string): string;
  shadowAlready(group: string, since: string, reportAt: string): string;
  /** `open`: so many lines are not judged yet. */
  shadowOff(group: string, open: number): string;
  shadowNotOn(group: string): string;
  shadowStanding(
    groups: readonly { title: string; since: string | null; reportAt: string | null; heard: number; open: number }[],
  ): string;
  /** There are several groups, and none was named. */
  shadowWhich(titles: readonly string[]): string;
  shadowNoGroup(said: string, near: string | null): string;
  shadowNothingOn(): string;
  shadowHow(): string;

  shadowReport(report: ShadowReport): string;
  shadowCard(card: ShadowCard): string;
  shadowYes(): string;
  shadowNo(): string;
  /** Under a page: so many are left. */
  shadowMore(left: number): string;
  shadowMoreChoice(): string;
  /** One line for where a card cannot be changed. */
  shadowJudged(words: string, isMatter: boolean): string;
  /** The card's line was changed so that nothing of it is left to judge. */
  shadowGone(): string;
  shadowFigures(group: string, figures: Figures): string;

  /** Somebody is in danger, in a group in which nothing is said. */
  shadowEmergency(
    group: string,
    line: ShadowLine,
    matter: Pick<HeardMatter, 'kind' | 'area' | 'urgency' | 'place'>,
  ): string;
  /** A button: opens a ticket for it. */
  shadowTake(): string;
  /** What was judged to be a matter, is not over, and has no ticket yet: each with the code that it was given since, or none. */
  shadowOffer(group: string, rows: readonly { words: string; code: string | null }[]): string;
  /** A button beside one of them, by its number. */
  shadowOfferChoice(number: number, words: string): string;
  shadowTaken(codes: readonly string[]): string;
  shadowTakenBefore(codes: readonly string[]): string;
}
