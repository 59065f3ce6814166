import type { ActivityTexts } from './texts.ts';

export const activities = {} satisfies ActivityTexts;
