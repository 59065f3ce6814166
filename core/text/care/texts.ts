/** Greetings and care check-ins (P8g); a part of `Texts`. */
export type CareTexts = Record<never, never>;
