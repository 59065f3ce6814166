import type { PassingTexts } from './texts.ts';

export const passing = {} satisfies PassingTexts;
