import type { Area, Kind, Urgency } from '../../../prisma/generated/enums.ts';
import type { FieldRule } from '../../policy/document/field-rules.ts';
import type { Addressee } from '../../policy/policy.ts';

/** What is wrong, and what would mend it. Neither is a whole sentence; what is to be written stands as it is written. */
export interface Said {
  message: string;
  mend: string;
}

/** Sorts of values that a field may want. */
export const sorts = ['text', 'map', 'list', 'whole', 'number', 'boolean'] as const;
export type Sort = (typeof sorts)[number];

/** Mistakes and doubts in a policy. */
export interface MistakeTexts {
  // Of the file.
  tooLong(): Said;
  notAMap(): Said;
  /** Nested without end, or with anchors that stand for too much. */
  tooDeep(): Said;
  twice(): Said;
  tab(): Said;
  indentation(): Said;
  secondDocument(): Said;
  unclosed(): Said;
  /** `why`: as the reader of YAML says it, in English. */
  noYaml(why: string): Said;
  /** A sign of Chinese writing where YAML wants its own. */
  chineseSign(sign: string, wanted: string): Said;

  // Of a field, in two parts: what is wrong …
  unknownName(name: string): string;
  wrongName(rule: string): string;
  noneOf(value: string, known: readonly string[]): string;
  missing(name: string): string;
  wrongSort(sort: Sort, value: string): string;
  emptyList(): string;
  atLeast(least: string, value: string): string;
  atMost(most: string, value: string): string;
  rule(rule: FieldRule): string;
  /** `value`: null where it is a list. */
  against(rule: string, value: string | null): string;
  // … and what mends it.
  didYouMean(word: string): string;
  didYouMeanLine(word: string): string;
  mayStand(known: readonly string[]): string;
  writeOneOf(known: readonly string[]): string;
  writeAs(example: string): string;
  takeAway(): string;

  // Of fields that do not fit together.
  noSuchLadder(name: string, known: readonly string[], near: string | null): Said;
  promiseWithin(): Said;
  noTime(): Said;
  rivals(earlier: string): Said;
  /** `areas`: null where it is so in all of them. */
  unanswered(kind: Kind, urgency: Urgency, areas: readonly Area[] | null): Said;
  neverOpen(): Said;
  sleepless(): Said;
  toldTwice(tell: Addressee, name: string, earlier: string): Said;
  remindedTooLate(): Said;
  /** A time that has to be shorter than the one of the field beside it. */
  notShorter(than: string): Said;
  /** P4 wants three years. */
  forgottenTooSoon(): Said;

  // Doubts.
  unknownCountry(country: string): Said;
  /** Of a year that the policy names days of. */
  unknownYear(year: number, country: string): Said;
  /** Of this year or the one that is about to begin. */
  unknownYearAhead(year: number, country: string): Said;
  idleLadder(name: string): Said;
  emptySample(): Said;
}
