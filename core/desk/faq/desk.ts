import type { AboutDesk } from '../about-desk.ts';

export const faqDesk: AboutDesk = {
  choose: () => Promise.resolve(),
  reply: () => Promise.resolve(false),
};
