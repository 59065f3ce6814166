import type { AboutDesk } from '../about-desk.ts';

export const feesDesk: AboutDesk = {
  choose: () => Promise.resolve(),
  reply: () => Promise.resolve(false),
};
