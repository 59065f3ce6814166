import type { SuggestionTexts } from './texts.ts';

export const suggestions = {} satisfies SuggestionTexts;
