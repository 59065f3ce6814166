import type { VersionTexts } from './texts.ts';

export const versions = {} satisfies VersionTexts;
