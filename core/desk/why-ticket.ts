import { z } from 'zod';
import { wordsBehind } from '../intake/words-behind.ts';
import type { WhyView } from '../text/reasons/texts.ts';

const SHOWN_FOR = 4;
const SHOWN_AGAINST = 2;

/** What `Ticket.explanation` holds while the ticket is not anonymous; see `Explanation`. */
const kept = z.object({
  believed: z.number().min(0).max(1).optional(),
  reasons: z.array(z.object({ what: z.string(), weight: z.number() })),
});

/**
 * Why a ticket exists, from what is on record with it and the words of its first message, as far as these are still there. Null when nothing
 * is on record: the ticket is anonymous by now.
 */
export function whyTicket(explanation: unknown, text: string, actFrom: number): WhyView | null {
  const read = kept.safeParse(explanation);
  if (!read.success) return null;
  const { reasons, believed = null } = read.data;
  const seen = reasons.map(({ what, weight }) => ({ what, weight, words: wordsBehind(what, text) }));
  return {
    believed,
    actFrom,
    speaksFor: seen.filter(({ weight }) => weight > 0).slice(0, SHOWN_FOR),
    speaksAgainst: seen.filter(({ weight }) => weight < 0).slice(0, SHOWN_AGAINST),
  };
}
