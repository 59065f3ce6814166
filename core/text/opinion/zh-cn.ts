import type { OpinionTexts } from './texts.ts';

export const opinion = {} satisfies OpinionTexts;
