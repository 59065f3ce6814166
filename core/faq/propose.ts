import type { FaqEntry } from '../../prisma/generated/client.ts';
import type { Step } from '../step.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { AUTOMATIC_FROM, bestMatch } from './best-match.ts';
import { entriesInForce } from './entries.ts';

/** An entry that answers a ticket. `automatic`: the bot may give it by itself. */
export interface Proposal {
  entry: FaqEntry;
  automatic: boolean;
}

/** Only questions are answered so: never complaints, repairs, emergencies or what is private. */
export const isAnswerableByFaq = ({
  kind,
  urgency,
  sensitive,
}: Pick<Ticket, 'kind' | 'urgency' | 'sensitive'>): boolean =>
  kind === 'inquiry' && urgency !== 'emergency' && !sensitive;

/**
 * Looks for the entry of the knowledge base that answers a new ticket, and puts on record that it is proposed, or given automatically
 * (P5c). Null where none plainly does.
 *
 * @param text the resident's words
 * @param options.alone the message asks this and nothing else; otherwise a person answers
 */
export async function proposeAnswer(
  step: Step,
  ticket: Ticket,
  text: string,
  { alone }: { alone: boolean },
): Promise<Proposal | null> {
  if (!isAnswerableByFaq(ticket)) return null;
  const match = bestMatch(text, await entriesInForce(step, ticket.communityId));
  if (!match) return null;
  const { entry } = match;
  const automatic = alone && entry.safe && match.likeness >= AUTOMATIC_FROM && ticket.requesterId !== null;
  await step.tx.faqUse.create({
    data: { faqId: entry.id, ticketId: ticket.id, automatic, at: step.now },
    select: { faqId: true },
  });
  return { entry, automatic };
}

/** What of the knowledge base is on record for a ticket, with how it stands; null where nothing is. */
export async function useOf({ tx }: Step, ticketId: string) {
  return tx.faqUse.findFirst({ where: { ticketId }, orderBy: { at: 'desc' }, include: { faq: true } });
}
