/** What is held back, and why (P9a); a part of `Texts`. */
export type RestraintTexts = Record<never, never>;
