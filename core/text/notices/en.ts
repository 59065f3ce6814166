import type { NoticeTexts } from './texts.ts';

export const notices = {} satisfies NoticeTexts;
