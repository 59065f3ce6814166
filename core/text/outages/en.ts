import type { OutageTexts } from './texts.ts';

export const outages = {} satisfies OutageTexts;
