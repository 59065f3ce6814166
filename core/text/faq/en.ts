import type { FaqTexts } from './texts.ts';

export const faq = {} satisfies FaqTexts;
