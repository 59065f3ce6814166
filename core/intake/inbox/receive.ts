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

  /** One plain statement: this is the path that every line of talk takes. */
  const store = (conversationId: string, event: ChannelEvent): Promise<number> =>
    db.$executeRaw`
      INSERT INTO "InboundEvent" ("conversationId", key, type, payload)
      SELECT c.id, ${event.key}, ${event.type}, ${toJson(event)}::jsonb
      FROM "Conversation" c WHERE c.id = ${conversationId}::uuid
      ON CONFLICT ("conversationId", key) DO NOTHING`;

  /** Stores the event once, and returns its conversation. */
  async function record(event: ChannelEvent): Promise<string> {
    const conversationId = await conversationOf(event);
    if ((await store(conversationId, event)) > 0) return conversationId;
    // Known already, or its conversation has been joined to another since it was looked up.
    conversationIds.delete(event.conversation.externalId);
    const current = await conversationOf(event);
    if (current !== conversationId) await store(current, event);
    else log.debug({ conversationId, type: event.type }, 'event was known already');
    return current;
  }

  return {
    async receive(unchecked) {
      const event = channelEventSchema.safeParse(unchecked);
      if (!event.success) {
        // A fault of the bot. Refusing it would make the platform deliver it again for ever, and nothing after it.
        log.error({ paths: event.error.issues.map(({ path }) => path.join('.')) }, 'event is none, and was left out');
        return;
      }
      const conversationId = await record(event.data);
      try {
        await drain(conversationId);
      } catch (error) {
        // It is stored: the sweep will come back to it.
        log.error({ conversationId, fault: faultOf(error) }, 'events could not be handled now');
      }
    },
  };
}

/** PostgreSQL stores neither the character zero nor half a surrogate pair; nobody reads them either. */
const toJson = (event: ChannelEvent): string =>
  JSON.stringify(event, (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value,
  );
