/** Fee reminders (P8i); a part of `Texts`. */
export type FeeTexts = Record<never, never>;
