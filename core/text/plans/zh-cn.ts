import type { PlanTexts } from './texts.ts';

export const plans = {} satisfies PlanTexts;
