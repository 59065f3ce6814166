import type { AboutDesk } from '../about-desk.ts';

/** What is said and pressed about an incident. */
export const incidentDesk: AboutDesk = {
  choose: () => Promise.resolve(),
  reply: () => Promise.resolve(false),
};
