import { say } from '../outbox/say.ts';
import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import { choiceIds } from '../tickets/choice-id.ts';
import { writeEvent, type Ticket } from '../tickets/ticket.ts';
import { answerIn } from './entries.ts';
import type { Proposal } from './propose.ts';

/**
 * The bot answers a question by itself, in the place of the receipt: it says that it is automatic, and how to reach a person. The limit
 * for the answer of a person runs on, because nobody knows yet whether it helps: whoever is content ends it, and whoever says nothing
 * is still on the staff's list, with a card that says what was answered.
 */
export async function answerAutomatically(
  step: Step,
  community: CommunityInForce,
  ticket: Ticket,
  { entry }: Proposal,
  where: { conversationId: string; replyToExternalId: string },
): Promise<void> {
  const locale = ticket.requester?.locale ?? community.locale;
  const texts = textsFor(locale);
  const answer = answerIn(entry, locale);
  await writeEvent(step, ticket.id, 'auto_answered', { faq: entry.number, text: answer });
  await say(step, {
    ...where,
    ticketId: ticket.id,
    about: { subject: 'faq', id: ticket.id },
    purpose: 'answer',
    content: {
      text: texts.faqAnswer(ticket.code, answer),
      choices: [
        [
          { id: choiceIds.about('faq', 'helped', ticket.id), label: texts.faqHelped() },
          { id: choiceIds.about('faq', 'not', ticket.id), label: texts.faqNotHelped() },
        ],
      ],
    },
    dedupeKey: `faq-answer:${ticket.id}`,
  });
  step.rope.lane(where.conversationId);
}
