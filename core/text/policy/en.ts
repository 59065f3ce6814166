import type { PolicyTexts } from './texts.ts';

export const policy = {} satisfies PolicyTexts;
