import type { FollowUpTexts } from './texts.ts';

export const followUps = {} satisfies FollowUpTexts;
