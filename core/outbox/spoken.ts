import { Prisma } from '../../prisma/generated/client.ts';
import type { Channel, Window } from '../channel/channel.ts';
import type { Tx } from '../database.ts';
import { paceMemory } from './pace.ts';
import { windowsMemory } from './quota.ts';

/** The account of ours that speaks. */
export type Account = Pick<Channel, 'name' | 'account'>;

interface SaidRow {
  conversationId: string;
  at: Date;
  messages: number;
}

/**
 * A word that became several messages counts as often, one that nobody answered for counts as said, and one that a platform
 * turned away not at all.
 */
const saidRows = (where: Prisma.Sql, { count, windowMs }: Window, now: Date): Prisma.Sql => Prisma.sql`
  SELECT d."conversationId", d."at", CASE d."outcome" WHEN 'sent'
    THEN greatest(1, (SELECT count(*) FROM "SentMessage" s WHERE s."outboxId" = d."outboxId")) ELSE 1 END::int AS "messages"
  FROM "Delivery" d
  WHERE ${where} AND d."at" > ${new Date(now.getTime() - windowMs)} AND d."outcome" IN ('sent', 'platform_down')
  ORDER BY d."at" DESC LIMIT ${count}`;

const instants = ({ at, messages }: SaidRow): Date[] => Array.from({ length: messages }, () => at);

/**
 * When messages reached these conversations, or may have, by their ids; as far back as pace and quota of their channel
 * look.
 */
export async function saidInEach(
  tx: Tx,
  conversationIds: readonly string[],
  { pace, quota }: Pick<Channel, 'pace' | 'quota'>,
  now: Date,
): Promise<Map<string, Date[]>> {
  const said = new Map<string, Date[]>(conversationIds.map((id) => [id, []]));
  if (conversationIds.length === 0) return said;
  const [forPace, forQuota] = [paceMemory(pace, 'group'), windowsMemory(quota?.perConversation ?? [])];
  const memory = {
    count: Math.max(forPace.count, forQuota.count),
    windowMs: Math.max(forPace.windowMs, forQuota.windowMs),
  };
  const rows = saidRows(Prisma.sql`d."conversationId" = asked."id"`, memory, now);
  const found = await tx.$queryRaw<SaidRow[]>`
    SELECT said.* FROM unnest(${conversationIds}::uuid[]) AS asked("id") CROSS JOIN LATERAL (${rows}) AS said`;
  for (const row of found) said.get(row.conversationId)?.push(...instants(row));
  return said;
}

/** As {@link saidInEach}, of one conversation. */
export async function saidIn(
  tx: Tx,
  conversationId: string,
  channel: Pick<Channel, 'pace' | 'quota'>,
  now: Date,
): Promise<Date[]> {
  return (await saidInEach(tx, [conversationId], channel, now)).get(conversationId) ?? [];
}

/** When the account said something, in any conversation, or may have; as far back as `windows` look. */
export async function saidBy(
  tx: Tx,
  { name, account }: Account,
  windows: readonly Window[],
  now: Date,
): Promise<Date[]> {
  const memory = windowsMemory(windows);
  if (memory.count === 0) return [];
  const where = Prisma.sql`d."channel" = ${name} AND d."account" = ${account}`;
  const rows = await tx.$queryRaw<SaidRow[]>(saidRows(where, memory, now));
  return rows.flatMap(instants);
}
