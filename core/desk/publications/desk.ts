import type { AboutDesk } from '../about-desk.ts';

export const publicationDesk: AboutDesk = {
  choose: () => Promise.resolve(),
  reply: () => Promise.resolve(false),
};
