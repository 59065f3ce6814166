import type { Step } from '../../step.ts';
import type { Rating } from '../../tickets/rating.ts';
import { rateTicket } from '../../tickets/rate-ticket.ts';
import type { Choosing } from '../scene.ts';

type Rater = Pick<Choosing, 'step' | 'community' | 'speaker' | 'inWords' | 'message'>;

/**
 * Somebody answers "solved? 1–5", which everybody was asked by one word: it is said of their own tickets (P7a). Returns whether there was one.
 */
export async function rateTheirs(rater: Rater, incidentId: string, rating: Rating): Promise<boolean> {
  const { step, community, speaker, message, inWords } = rater;
  const { personId } = speaker;
  let wasTheirs = false;
  for (const ticketId of await theirTickets(step, incidentId, personId)) {
    const reply = { step, community, ticketId, personId, occasion: `${message.id}:${ticketId}` };
    const rated = await rateTicket({ ...reply, message: inWords ? message : null }, rating);
    if (rated === 'foreign' || rated === 'too_early') continue;
    wasTheirs = true;
    if (!inWords) continue;
    const said = { ticketId, messageId: message.id, part: 'addition' as const };
    await step.tx.ticketMessage.createMany({ data: [said], skipDuplicates: true });
  }
  return wasTheirs;
}

async function theirTickets({ tx }: Step, incidentId: string, personId: string): Promise<string[]> {
  const tickets = await tx.ticket.findMany({
    where: { incidentId, status: { in: ['done', 'closed'] }, reporters: { some: { personId } } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return tickets.map(({ id }) => id);
}
