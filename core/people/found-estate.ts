import type { Audience } from '../../prisma/generated/enums.ts';
import type { Database } from '../database.ts';
import { ensureBuildings, foundCommunity } from './communities.ts';
import { linkConversation } from './link.ts';

export interface Estate {
  name: string;
  locale: string;
  timeZone: string;
  buildings: readonly string[];
  /** The groups it has from the start, all on one account of one channel. */
  channel: string;
  account: string;
  groups: readonly { externalId: string; title: string; audience: Audience }[];
}

/**
 * Founds a community together with its groups, at most once: the first group tells whether that was done already. Returns
 * the community's id.
 */
export async function foundEstate(db: Database, estate: Estate, now: Date): Promise<string> {
  const { channel, account, groups, name, locale, timeZone, buildings } = estate;
  return db.$transaction(async (tx) => {
    // One founder at a time: two processes may start at once on a new database.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('found-estate', 0))`;
    const known = await tx.conversation.findFirst({
      where: {
        channel,
        account,
        externalId: { in: groups.map((group) => group.externalId) },
        communityId: { not: null },
      },
      select: { communityId: true },
    });
    if (known?.communityId) return known.communityId;
    const { id: communityId } = await foundCommunity(tx, { name, locale, timeZone }, now);
    await ensureBuildings(tx, communityId, buildings);
    for (const { externalId, title, audience } of groups) {
      const { id: conversationId } = await tx.conversation.upsert({
        where: { channel_account_externalId: { channel, account, externalId } },
        create: { channel, account, externalId, title, kind: 'group' },
        update: { title },
        select: { id: true },
      });
      await linkConversation(tx, { conversationId, communityId, audience, buildings: [], by: null }, now);
    }
    return communityId;
  });
}
