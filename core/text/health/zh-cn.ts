import type { HealthTexts } from './texts.ts';

export const health = {} satisfies HealthTexts;
