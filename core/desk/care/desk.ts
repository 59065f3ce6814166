import type { AboutDesk } from '../about-desk.ts';

export const careDesk: AboutDesk = {
  choose: () => Promise.resolve(),
  reply: () => Promise.resolve(false),
};
