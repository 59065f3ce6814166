import type { RestraintTexts } from './texts.ts';

export const restraint = {} satisfies RestraintTexts;
