import { z } from 'zod';
import type { Step } from '../step.ts';
import { matchQuote, type Quotable } from './match-quote.ts';

const lookedAtMost = 200;
const rememberedMs = 14 * 86_400_000;
/** What of a word's content may stand in the conversation: an update of a card stands there as one line. */
const sayable = z.object({ text: z.string(), brief: z.string().optional() });

/**
 * The platform's id of the message whose text is quoted, among the latest of the conversation, ours or anybody's. Null when
 * none of the last 14 days has that text. Works without anything that the bot remembers of its session.
 *
 * @param at the platform's time of the message that quotes
 */
export async function findQuoted(
  step: Step,
  quote: { conversationId: string; text: string; at: Date },
): Promise<string | null> {
  const { conversationId } = quote;
  const since = new Date(quote.at.getTime() - rememberedMs);
  const [ours, theirs] = [
    await step.tx.sentMessage.findMany({
      where: { conversationId, sentAt: { gte: since } },
      orderBy: { sentAt: 'desc' },
      take: lookedAtMost,
      select: { externalId: true, sentAt: true, outbox: { select: { content: true } } },
    }),
    await step.tx.message.findMany({
      where: { conversationId, sentAt: { gte: since, lte: quote.at } },
      orderBy: { sentAt: 'desc' },
      take: lookedAtMost,
      select: { externalId: true, sentAt: true, text: true },
    }),
  ];
  const said: (Quotable & { sentAt: Date })[] = [
    ...ours.map(({ externalId, sentAt, outbox }) => {
      const content = sayable.safeParse(outbox.content).data;
      return { externalId, sentAt, texts: [content?.text ?? '', content?.brief ?? ''], grows: true };
    }),
    ...theirs.map(({ externalId, sentAt, text }) => ({ externalId, sentAt, texts: [text], grows: false })),
  ];
  said.sort((a, b) => b.sentAt.getTime() - a.sentAt.getTime());
  return matchQuote(quote.text, said)?.externalId ?? null;
}
