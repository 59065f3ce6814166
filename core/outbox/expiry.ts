import type { Purpose } from '../../prisma/generated/enums.ts';

const HOUR_MS = 3_600_000;

/**
 * How long a word is worth saying, from the moment it may be said, when whoever says it does not know better. Null: always.
 * - What somebody waits for, or must act on, is never too late: emergencies, answers, questions, cards, notes, escalations.
 * - A receipt after half a day tells the resident nothing that the office has not shown otherwise by then.
 * - A reminder that a limit is near means nothing once the limit has passed; the escalation speaks then.
 * - A survey is answered while one remembers, and an introduction belongs to the day on which the bot came.
 * - A notice that comes half a day late may be about what is over, and would arrive beside the one that corrects it.
 */
const worthMs: Record<Purpose, number | null> = {
  emergency: null,
  answer: null,
  question: null,
  card: null,
  note: null,
  escalation: null,
  receipt: 12 * HOUR_MS,
  reminder: 12 * HOUR_MS,
  notice: 12 * HOUR_MS,
  survey: 24 * HOUR_MS,
  introduction: 24 * HOUR_MS,
  rating: 72 * HOUR_MS,
  follow_up: 72 * HOUR_MS,
};

/** The last instant at which a word is worth saying; null when it always is. `sayableAt`: from when on it may be said. */
export function expiryOf(purpose: Purpose, sayableAt: Date): Date | null {
  const ms = worthMs[purpose];
  return ms === null ? null : new Date(sayableAt.getTime() + ms);
}

/**
 * What is done about a word that came too late, besides dropping it. What told somebody about their matter is told to the
 * staff. That the receipt did not arrive is put on the ticket only: the staff have the card, and after a long silence of
 * the platform a line for every receipt would be a flood.
 */
export function afterExpiry(purpose: Purpose): 'tell_staff' | 'note' | 'nothing' {
  if (purpose === 'receipt') return 'note';
  return purpose === 'emergency' || purpose === 'answer' || purpose === 'question' ? 'tell_staff' : 'nothing';
}
