/** Answers that are kept (P5c); a part of `Texts`. */
export type FaqTexts = Record<never, never>;
