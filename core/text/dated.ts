import type { Texts } from './texts.ts';

/** Farther away than yesterday and tomorrow. */
const SOME_DAYS_MS = 3 * 86_400_000;

/** An instant as a date and a time, for words that are read on other days, too: "tomorrow" would be another day then. */
export const dated = (texts: Pick<Texts, 'when'>, at: Date, timeZone: string): string =>
  texts.when(at, new Date(at.getTime() - SOME_DAYS_MS), timeZone);
