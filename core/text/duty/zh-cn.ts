import type { DutyTexts } from './texts.ts';

export const duty = {} satisfies DutyTexts;
