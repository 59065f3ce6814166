import type { FeeTexts } from './texts.ts';

export const fees = {} satisfies FeeTexts;
