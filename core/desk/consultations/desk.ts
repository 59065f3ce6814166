import type { AboutDesk } from '../about-desk.ts';

export const consultationDesk: AboutDesk = {
  choose: () => Promise.resolve(),
  reply: () => Promise.resolve(false),
};
