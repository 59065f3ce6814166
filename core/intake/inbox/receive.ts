import type { Logger } from 'pino';
import type { Inbox } from '../../channel/channel.ts';
import { channelEventSchema, type ChannelEvent } from '../../channel/event.ts';
import type { Database } from '../../database.ts';
import { faultOf } from '../../fault.ts';
import type { Drain } from './drain.ts';

/**
 * The inbox of one account of one channel. An event is stored under a key unique in its conversation before anything is
 * made of it, and `receive` resolves then (law 1): what comes of it may fail, and is tried again. The same event twice
 * changes nothing.
 */
export function createInbox(tools: {
  db: Database;
  channel: { name: string; account: string };
  drain: Drain;
  log: Logger;
}): Inbox {
  const { db, channel, drain, log } = tools;
  const conversationIds = new Map<string, string>();

  async function conversationOf(event: ChannelEvent): Promise<string> {
    const { externalId, kind, title } = event.conversation;
    const cached = conversationIds.get(externalId);
    if (cached) return cached;
    const account = { channel: channel.name, account: channel.account };
    const known = await db.conversation.findFirst({
      where: { ...account, OR: [{ externalId }, { formerExternalIds: { has: externalId } }] },
      select: { id: true },
    });
    const row =
      known ??
      (await db.conversation.upsert({
        where: { channel_account_externalId: { ...account, externalId } },
        create: { ...account, externalId, kind, title },
        update: {},
        select: { id: true },
      }));
    conversationIds.set(externalId, row.id);
    return row.id;
  }

  const store = (conversationId: string, event: ChannelEvent): Promise<number> =>
    db.$executeRaw`
      INSERT INTO "InboundEvent" ("conversationId", key, type, payload)
      VALUES (${conversationId}::uuid, ${event.key}, ${event.type}, ${JSON.stringify(event)}::jsonb)
      ON CONFLICT ("conversationId", key) DO NOTHING`;

  return {
    async receive(unchecked) {
      const event = channelEventSchema.parse(unchecked);
      const conversationId = await conversationOf(event);
      // One plain statement: this is the path that every line of talk takes.
      const stored = await store(conversationId, event).catch((error: unknown) => {
        // The conversation may have been joined to another meanwhile: look it up again when the platform comes back.
        conversationIds.delete(event.conversation.externalId);
        throw error;
      });
      if (stored === 0) log.debug({ conversationId, type: event.type }, 'event was known already');
      try {
        await drain(conversationId);
      } catch (error) {
        // It is stored: the sweep will come back to it.
        log.error({ conversationId, fault: faultOf(error) }, 'events could not be handled now');
      }
    },
  };
}
