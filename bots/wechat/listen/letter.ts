import type { Inbox } from '../../../core/channel/channel.ts';
import type { ChannelEvent, ChannelEventOf } from '../../../core/channel/event.ts';
import type { Books, KnownMessage } from '../books.ts';
import type { Aside } from './aside.ts';
import type { Letter } from './mailbox.ts';
import type { Quote } from '../said.ts';

/** An event that stands for itself. */
export function plainLetter(event: ChannelEvent): Letter {
  return { conversation: event.conversation.externalId, deliver: (inbox) => inbox.receive(event) };
}

/**
 * A message. What it quotes is looked up when it is its turn, because what stood before it must be known by then; it is known
 * itself once it is stored.
 */
export function messageLetter(
  { aside, books }: { aside: Pick<Aside, 'isDouble'>; books: Books },
  event: ChannelEventOf<'message'>,
  quote: Quote | null,
  known: KnownMessage,
): Letter {
  const conversation = event.conversation.externalId;
  return {
    conversation,
    deliver: async (inbox) => {
      if (aside.isDouble(conversation, known)) return;
      const replyToId = quote ? await meantBy(books, conversation, quote) : null;
      await inbox.receive({ ...event, replyToId });
      await books.remember(conversation, known);
    },
  };
}

/** Somebody takes a message back; what we said ourselves is ours to take back. */
export function recallLetter(books: Books, event: ChannelEventOf<'recall'>): Letter {
  const conversation = event.conversation.externalId;
  return {
    conversation,
    deliver: async (inbox: Inbox) => {
      const known = await books.message(conversation, event.messageId);
      if (!known?.ours) await inbox.receive(event);
      await books.forget(conversation, event.messageId);
    },
  };
}

/** The id of the message that a quote means: its own where we know it, else that of the words quoted. */
async function meantBy(books: Books, conversation: string, quote: Quote): Promise<string | null> {
  if (quote.id !== null && (await books.message(conversation, quote.id))) return quote.id;
  return (await books.quoted(conversation, quote))?.externalId ?? null;
}
