import type { Database } from '../../../core/database.ts';
import { foundCommunity } from '../../../core/people/communities.ts';

/** As the loopback server says who the bot is. */
const account = { channel: 'telegram', account: '777' };
const PERSONS = 60;

export interface BroadcastEstate {
  communityId: string;
  /** Direct chats of persons, who ask meanwhile. */
  chats: string[];
}

/** Founds an estate of very many groups, of which some are tagged `few`, in an empty database. It is about noon there. */
export async function foundBroadcastEstate(
  db: Database,
  { groups, few }: { groups: number; few: number },
  now: Date,
): Promise<BroadcastEstate> {
  const { id: communityId } = await foundCommunity(
    db,
    { name: '大桂园', locale: 'zh-CN', timeZone: zoneAtNoon(now) },
    new Date(now.getTime() - 1_000),
  );
  await db.channelAccount.create({ data: account });
  await db.$executeRaw`
    INSERT INTO "Conversation" (id, "communityId", channel, account, "externalId", kind, audience, title, tags, "linkedAt")
    SELECT gen_random_uuid(), ${communityId}::uuid, ${account.channel}, ${account.account}, (-1000000 - n)::text, 'group', 'residents',
      n || '号群', CASE WHEN n <= ${few} THEN ARRAY['few'] ELSE '{}'::text[] END, ${now}
    FROM generate_series(1, ${groups}) AS n`;
  const chats = await db.$queryRaw<{ id: string }[]>`
    WITH persons AS (
      INSERT INTO "Person" (id, "communityId", name)
      SELECT gen_random_uuid(), ${communityId}::uuid, n || '号住户' FROM generate_series(1, ${PERSONS}) AS n RETURNING id
    )
    INSERT INTO "Conversation" (id, "communityId", channel, account, "externalId", kind, "personId")
    SELECT gen_random_uuid(), ${communityId}::uuid, ${account.channel}, ${account.account},
      (5000000 + row_number() OVER ())::text, 'direct', id FROM persons RETURNING id`;
  await db.$executeRaw`ANALYZE`;
  return { communityId, chats: chats.map(({ id }) => id) };
}

/** POSIX names zones by what is to be added to their time (Etc/GMT-8 is east of Greenwich). */
function zoneAtNoon(now: Date): string {
  const east = 12 - now.getUTCHours();
  return east === 0 ? 'Etc/GMT' : `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
}
