import { dangerIn, type Danger } from '../intake/danger/danger.ts';
import { normalise } from '../intake/normalise.ts';
import { emergencyNumbers } from '../notices/plans/numbers.ts';
import { say } from '../outbox/say.ts';
import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import type { Ticket } from './ticket.ts';

/** After so long nobody is helped by being told what to do at once. */
const WORTH_MS = 3_600_000;

/** Which danger is told, in the words themselves, or in two breaths with what was told before; null for none that is known. */
export function dangerTold(said: string, before: string): Danger | null {
  const words = [said, before, `${before} ${said}`];
  return words.map((text) => dangerIn({ text: normalise(text) })).find((danger) => danger !== null) ?? null;
}

/**
 * Tells whoever reports a danger what to do until somebody comes (P5e): at once, past quiet hours and any budget, as a reply to their words,
 * with the numbers of the country; once for each ticket and kind of danger, and once more after it was opened again. Returns whether they have been told. False, with nothing
 * said, where the policy does not want it (`safety.words`), the ticket is no emergency, or no danger is known in the words.
 */
export async function saySafety(
  step: Step,
  community: CommunityInForce,
  to: {
    ticket: Pick<Ticket, 'id' | 'urgency' | 'reopenedCount'>;
    danger: Danger | null;
    conversationId: string;
    replyToExternalId: string;
    /** In which they are answered; null: the community's. */
    locale: string | null;
  },
): Promise<boolean> {
  const { ticket, danger, conversationId, replyToExternalId, locale } = to;
  if (!community.policy.safety.words || ticket.urgency !== 'emergency' || danger === null) return false;
  const { timeZone, policy } = community;
  const numbers = emergencyNumbers({ timeZone, country: policy.calendar.holidays });
  await say(step, {
    conversationId,
    ticketId: ticket.id,
    purpose: 'emergency',
    content: { text: textsFor(locale ?? community.locale).safetyWords(danger, numbers) },
    replyToExternalId,
    dedupeKey: ['safety', ticket.id, danger, ...(ticket.reopenedCount > 0 ? [ticket.reopenedCount] : [])].join(':'),
    expiresAt: new Date(step.now.getTime() + WORTH_MS),
  });
  step.rope.lane(conversationId);
  return true;
}
