import type { AboutDesk } from '../about-desk.ts';

/** What is said and pressed about what a group that is only listened to has told. */
export const shadowDesk: AboutDesk = {
  choose: () => Promise.resolve(),
  reply: () => Promise.resolve(false),
};
