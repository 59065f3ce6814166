/** The life of a suggestion, and praise (P5b); a part of `Texts`. */
export type SuggestionTexts = Record<never, never>;
