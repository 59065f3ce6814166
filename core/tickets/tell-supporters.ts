import { say } from '../outbox/say.ts';
import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import type { Texts } from '../text/texts.ts';
import type { Ticket } from './ticket.ts';

/** How many want what a suggestion says, whoever made it included. */
export const supportersOf = ({ tx }: Step, ticketId: string): Promise<number> =>
  tx.ticketReporter.count({ where: { ticketId } });

/**
 * Tells those who supported a suggestion elsewhere than where it was made: one word in each group, as a reply to the last who supported
 * it there, and one to each who did so in a direct chat. Where it was made, the answer to its maker tells them all. What is private is
 * said directly only (P9b).
 */
export async function tellSupporters(
  step: Step,
  community: CommunityInForce,
  ticket: Ticket,
  word: { occasion: string; text: (texts: Texts) => string },
): Promise<void> {
  const merged = await step.tx.ticket.findMany({
    where: { mergedIntoId: ticket.id },
    select: { conversationId: true },
  });
  const told = new Set([ticket.conversationId, ...merged.map(({ conversationId }) => conversationId)]);
  const messages = await step.tx.message.findMany({
    where: {
      tickets: { some: { ticketId: ticket.id, part: { in: ['report', 'me_too', 'addition'] } } },
      conversation: { state: 'active', OR: [{ kind: 'direct' }, { audience: 'residents' }] },
    },
    orderBy: { sentAt: 'desc' },
    select: {
      externalId: true,
      conversation: { select: { id: true, kind: true } },
      person: { select: { locale: true } },
    },
  });
  for (const { externalId, conversation, person } of messages) {
    if (told.has(conversation.id) || (ticket.sensitive && conversation.kind === 'group')) continue;
    told.add(conversation.id);
    const locale = conversation.kind === 'direct' ? (person?.locale ?? community.locale) : community.locale;
    await say(step, {
      conversationId: conversation.id,
      ticketId: ticket.id,
      purpose: 'answer',
      content: { text: word.text(textsFor(locale)) },
      replyToExternalId: externalId,
      dedupeKey: `${word.occasion}:${ticket.id}:${conversation.id}`,
    });
    step.rope.lane(conversation.id);
  }
}
