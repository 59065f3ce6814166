import type { Analysis } from './analysis.ts';
import { urgencyShare } from './classify.ts';
import type { Hearing } from './features.ts';
import type { Model } from './model/model.ts';

/**
 * Danger that words name is believed unless the model is this sure that it is none: a film, a joke, last year. Of a few words alone ("kitchen
 * fire") it knows too little to be as sure as of a sentence.
 */
const NAMED_DANGER_FROM = { fewWords: 0.02, sentence: 0.08 };
const FEW_WORDS = 12;
/** What is less likely is not even asked about. */
const POSSIBLE_FROM = 0.02;

/** Danger that no word names is believed from here on. */
const DANGER_FROM = 0.45;

/** Whether there is danger, where it is so likely; `named`: the text in which words name one, null where none does. */
export const isBelieved = (share: number, named: Pick<Analysis, 'size'> | null): boolean =>
  share >= (named === null ? DANGER_FROM : NAMED_DANGER_FROM[named.size <= FEW_WORDS ? 'fewWords' : 'sentence']);

type Words = Pick<Hearing, 'danger' | 'own' | 'burst'>;

/** How likely there is danger, 0 to 1, by what is said now, or by that with what the same person said just before. */
export function dangerShare({ own, burst }: Words, { emergency }: Model['urgency']): number {
  const share = urgencyShare(own, emergency);
  return own === burst ? share : Math.max(share, urgencyShare(burst, emergency));
}

/** Whether words name a danger, and it is not only spoken of. */
export const isNamedDanger = (words: Words, urgency: Model['urgency']): boolean =>
  words.danger !== null && isBelieved(dangerShare(words, urgency), words.own);

/** Whether words name a danger that is hardly believed, and that somebody had better look at: nothing of the kind is passed over in silence (P5e). */
export const isPossibleDanger = (words: Words, urgency: Model['urgency']): boolean =>
  words.danger !== null && !isNamedDanger(words, urgency) && dangerShare(words, urgency) >= POSSIBLE_FROM;
