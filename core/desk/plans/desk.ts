import type { AboutDesk } from '../about-desk.ts';

export const planDesk: AboutDesk = {
  choose: () => Promise.resolve(),
  reply: () => Promise.resolve(false),
};
