import { urgencyShare } from './classify.ts';
import type { Hearing } from './features.ts';
import type { Model } from './model/model.ts';

/**
 * Danger that words name is believed unless the model is this sure that it is none: a film, a joke, last year. Of 255 emergencies that words
 * named in chats that the model had not seen, none was believed less; of the false alarms, a third.
 */
const NAMED_DANGER_FROM = 0.1;

/** Danger that no word names is believed from here on. */
const DANGER_FROM = 0.5;

/** Whether there is danger, where it is so likely, and words name one or none does. */
export const isBelieved = (share: number, isNamed: boolean): boolean =>
  share >= (isNamed ? NAMED_DANGER_FROM : DANGER_FROM);

type Words = Pick<Hearing, 'danger' | 'own' | 'burst'>;

/** How likely there is danger, 0 to 1, by what is said now, or by that with what the same person said just before. */
export function dangerShare({ own, burst }: Words, { emergency }: Model['urgency']): number {
  const share = urgencyShare(own, emergency);
  return own === burst ? share : Math.max(share, urgencyShare(burst, emergency));
}

/** Whether words name a danger, and it is not only spoken of. */
export const isNamedDanger = (words: Words, urgency: Model['urgency']): boolean =>
  words.danger !== null && isBelieved(dangerShare(words, urgency), true);
