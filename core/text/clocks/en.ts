import type { ClockTexts } from './texts.ts';

export const clocks = {} satisfies ClockTexts;
