import type { Purpose } from '../../prisma/generated/enums.ts';

/** Lower goes first within a conversation: an answer to a person never waits behind a notice (law 3). */
const priorities: Record<Purpose, number> = {
  emergency: 0,
  answer: 10,
  receipt: 20,
  question: 20,
  card: 20,
  note: 25,
  rating: 30,
  follow_up: 30,
  escalation: 40,
  reminder: 40,
  introduction: 50,
  notice: 60,
  survey: 70,
};

export const priorityOf = (purpose: Purpose): number => priorities[purpose];
