/** How somebody of the office was praised lately. */
export interface PraiseCount {
  name: string;
  count: number;
}

/** The life of a suggestion, and praise (P5b); a part of `Texts`. */
export interface SuggestionTexts {
  // To residents.
  /** Below the receipt of a suggestion in a group: how others support it. */
  suggestionHowToSupport(): string;
  /** `supporters`: how many want it in all; nobody is named. `words`: what the manager said of it, or why not. */
  suggestionDecided(code: string, adopted: boolean, words: string | null, supporters: number): string;
  /** An adopted suggestion is carried out; told to those who supported it elsewhere. */
  suggestionCarriedOut(code: string, words: string | null, supporters: number): string;
  /** Instead of a receipt: it was passed on at once. Names are of the staff. */
  praiseThanks(names: string[]): string;

  // To the office.
  /** A note on the card. */
  suggestionSupporters(count: number): string;
  /** It is no suggestion; nothing was changed. */
  suggestionNone(code: string): string;
  /** Turning one down needs a reason. */
  suggestionNeedsReason(code: string): string;
  praiseWho(code: string): string;
  /** A choice: nobody in particular. */
  praiseEverybody(): string;
  praisePassedOn(code: string, names: string[]): string;
  /** To whom is praised. */
  praiseForYou(words: string): string;
  /** In the staff's group, where they cannot be told directly. */
  praiseForColleague(name: string, words: string): string;
  /** Below the ratings. */
  praiseCounts(days: number, counts: PraiseCount[]): string;
}
