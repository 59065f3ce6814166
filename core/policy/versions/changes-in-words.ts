import type { Texts } from '../../text/texts.ts';
import { diffInWords } from '../reading/diff-in-words.ts';
import { readStoredPolicy } from '../document/stored-policy.ts';

/** What one stored version changes about another, a line each, as those who decide read it. Empty when both say the same. */
export const changesInWords = (before: unknown, after: unknown, texts: Texts): string[] =>
  diffInWords(readStoredPolicy(before), readStoredPolicy(after), texts);
