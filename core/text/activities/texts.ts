/** Activities (P8h); a part of `Texts`. */
export type ActivityTexts = Record<never, never>;
