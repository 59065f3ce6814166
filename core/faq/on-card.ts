import type { Choice } from '../channel/outgoing.ts';
import type { Step } from '../step.ts';
import type { Texts } from '../text/texts.ts';
import { choiceIds } from '../tickets/choice-id.ts';
import { workStatuses, type Ticket } from '../tickets/ticket.ts';
import { useOf } from './propose.ts';

/** What a card shows of the knowledge base: a line, and a choice to send the answer. */
export interface FaqOnCard {
  note: string;
  choices: Choice[][];
}

/**
 * The answer that the knowledge base proposes for a ticket, for whoever works on it to send by one press; or that the bot has given it.
 * Null where there is nothing of the kind, or it is over.
 */
export async function faqOnCard(
  step: Step,
  ticket: Pick<Ticket, 'id' | 'kind' | 'status'>,
  texts: Texts,
): Promise<FaqOnCard | null> {
  if (ticket.kind !== 'inquiry' || !workStatuses.includes(ticket.status)) return null;
  const use = await useOf(step, ticket.id);
  if (!use || use.usedAt) return null;
  const { number, answer, revokedAt } = use.faq;
  if (use.automatic) return { note: texts.faqGiven(number, use.unhappyAt ? 'not_helped' : 'silent'), choices: [] };
  if (revokedAt) return null;
  const send = { id: choiceIds.about('faq', `send.${number}`, ticket.id), label: texts.faqSend() };
  return { note: texts.faqProposed(number, answer), choices: [[send]] };
}
