import { likeness, questionWords, saysWhatItWants, weight, type QuestionWords } from './likeness.ts';

/** An entry of the knowledge base, as far as choosing one goes. */
export interface FaqQuestions {
  number: number;
  questions: readonly string[];
}

/** An entry, and how well it fits: 0 to 1. */
export interface FaqMatch<T> {
  entry: T;
  likeness: number;
}

/** From here on an answer is shown to staff as a proposal. */
export const PROPOSED_FROM = 0.6;
/** From here on the bot may give it by itself, where a manager has said so. */
export const AUTOMATIC_FROM = 0.75;
/** What does not say what it wants to know must be put nearly in the same words. */
const UNCLEAR_FROM = 0.85;
/** The second best must be this much worse, or nobody knows which one is meant. */
const APART = 0.08;
/** Longer texts ask for more than one thing, or tell a story. */
const LONGEST = 80;

/**
 * The entry that answers a question, if one plainly does: strict rather than helpful, because a wrong answer costs more trust than a
 * proposal that is missing. Null where two entries fit about as well.
 */
export function bestMatch<T extends FaqQuestions>(text: string, entries: readonly T[]): FaqMatch<T> | null {
  if (text.length > LONGEST || asksTwice(text)) return null;
  const asked = questionWords(text);
  if (weight(asked.tokens) === 0) return null;
  const matches = entries
    .map((entry) => ({ entry, likeness: Math.max(0, ...entry.questions.map((one) => fit(asked, questionWords(one)))) }))
    .toSorted((a, b) => b.likeness - a.likeness);
  const [best, next] = matches;
  if (!best || best.likeness < PROPOSED_FROM) return null;
  return next && best.likeness - next.likeness < APART ? null : best;
}

function fit(asked: QuestionWords, known: QuestionWords): number {
  const alike = likeness(asked, known);
  const isClear = saysWhatItWants(asked) && saysWhatItWants(known);
  return isClear || alike >= UNCLEAR_FROM ? alike : 0;
}

const asksTwice = (text: string): boolean => (text.match(/[?？]+/gu) ?? []).length > 1;
