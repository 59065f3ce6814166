import type { AboutDesk } from '../about-desk.ts';

export const questionnaireDesk: AboutDesk = {
  choose: () => Promise.resolve(),
  reply: () => Promise.resolve(false),
};
