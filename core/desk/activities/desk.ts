import type { AboutDesk } from '../about-desk.ts';

export const activityDesk: AboutDesk = {
  choose: () => Promise.resolve(),
  reply: () => Promise.resolve(false),
};
