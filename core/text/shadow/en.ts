import type { ShadowTexts } from './texts.ts';

export const shadow = {} satisfies ShadowTexts;
