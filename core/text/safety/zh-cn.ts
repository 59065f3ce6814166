import type { SafetyTexts } from './texts.ts';

export const safety = {} satisfies SafetyTexts;
