import type { KnownMessage } from '../books.ts';
import type { Quote } from '../said.ts';
import type { BookParts } from './part.ts';
import { whichQuoted } from './which-quoted.ts';

/** So many messages, and of so many days, are looked at for what a quote means: a lively group says hundreds in an hour. */
const QUOTABLE = 1_000;
const QUOTABLE_MS = 14 * 86_400_000;

const shown = { externalId: true, senderName: true, text: true, ours: true, at: true } as const;

/** What was lately said: `remember`, `forget`, `message`, `quoted`, `latest` of {@link import('../books.ts').Books}. */
export function createMessageBook({ db, clock }: BookParts) {
  const message = (conversationId: string, externalId: string): Promise<KnownMessage | null> =>
    db.wechatMessage.findUnique({
      where: { conversationId_externalId: { conversationId, externalId } },
      select: shown,
    });

  /** What somebody answered anonymously (P7b): the desk has put it on record without its words, before it is remembered here. */
  const isForgotten = async (conversationId: string, externalId: string): Promise<boolean> => {
    const conversation = { channel: 'wechat', externalId: conversationId, kind: 'direct' as const };
    const where = { externalId, conversation, explanation: { path: ['forgotten'], equals: true } };
    return (await db.message.findFirst({ where, select: { id: true } })) !== null;
  };

  return {
    async remember(conversationId: string, message: KnownMessage): Promise<void> {
      // Of a group that nobody has linked, and of somebody whom no community knows, no words are kept (P9b).
      const where = { channel: 'wechat', externalId: conversationId, communityId: null };
      if (await db.conversation.findFirst({ where, select: { id: true } })) return;
      const { externalId, senderName, text, ours, at } = message;
      if (!ours && (await isForgotten(conversationId, externalId))) return;
      const data = [{ conversationId, externalId, senderName: storable(senderName), text: storable(text), ours, at }];
      await db.wechatMessage.createMany({ data, skipDuplicates: true });
    },

    message,

    async forget(conversationId: string, externalId: string): Promise<void> {
      await db.wechatMessage.deleteMany({ where: { conversationId, externalId } });
    },

    async quoted(conversationId: string, quote: Quote): Promise<KnownMessage | null> {
      const known = quote.id === null ? null : await message(conversationId, quote.id);
      if (known || quote.text.trim() === '') return known;
      const since = new Date(clock.now().getTime() - QUOTABLE_MS);
      const latest = await db.wechatMessage.findMany({
        where: { conversationId, at: { gte: since } },
        orderBy: [{ at: 'desc' }, { externalId: 'desc' }],
        take: QUOTABLE,
        select: shown,
      });
      return whichQuoted(quote, latest);
    },

    latest: (conversationId: string, count: number): Promise<KnownMessage[]> =>
      db.wechatMessage.findMany({
        where: { conversationId },
        orderBy: [{ at: 'desc' }, { externalId: 'desc' }],
        take: count,
        select: shown,
      }),
  };
}

/** PostgreSQL stores neither the character zero nor half a surrogate pair. */
const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();
