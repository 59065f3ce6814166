import type { AboutDesk } from '../about-desk.ts';

export const noticeDesk: AboutDesk = {
  choose: () => Promise.resolve(),
  reply: () => Promise.resolve(false),
};
