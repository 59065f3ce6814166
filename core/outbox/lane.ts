import type { Channel } from '../channel/channel.ts';
import type { Tx } from '../database.ts';
import { cardChain } from './card-chain.ts';
import type { PendingRow } from './choose-next.ts';

/** Any number serves, as long as nothing else in this database takes advisory locks with it. */
export const LANE_LOCKS = 7_501;

/** How many rows of a lane are looked at together; those behind them are seen when these are gone. */
export const LANE_HEAD = 100;

/**
 * Takes the conversation's lane for as long as the transaction lasts, or says that somebody else has it. PostgreSQL
 * frees it when the connection ends, however the process died.
 */
export async function tryLane(tx: Tx, conversationId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ taken: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${conversationId}, ${LANE_LOCKS})) AS taken`;
  return row?.taken ?? false;
}

/**
 * The pending rows of a conversation that can decide what happens now: those that are due, those that met a fault and
 * may hold others back, and the next one that falls due.
 */
export async function pendingInLane(tx: Tx, conversationId: string, now: Date): Promise<PendingRow[]> {
  const pending = { conversationId, state: 'pending' as const };
  const select = {
    id: true,
    priority: true,
    seq: true,
    notBefore: true,
    expiresAt: true,
    replacesId: true,
    _count: { select: { deliveries: { where: { outcome: 'platform_down' } } } },
  };
  const head = await tx.outboxMessage.findMany({
    where: {
      ...pending,
      OR: [{ notBefore: null }, { notBefore: { lte: now } }, { deliveries: { some: { outcome: 'platform_down' } } }],
    },
    orderBy: [{ priority: 'asc' }, { seq: 'asc' }],
    take: LANE_HEAD,
    select,
  });
  const later = await tx.outboxMessage.findFirst({
    where: { ...pending, notBefore: { gt: now }, id: { notIn: head.map((row) => row.id) } },
    orderBy: { notBefore: 'asc' },
    select,
  });
  const rows: PendingRow[] = [];
  for (const { _count, replacesId, ...row } of later ? [...head, later] : head) {
    const updates = replacesId === null ? null : ((await cardChain(tx, replacesId)).at(-1) ?? null);
    rows.push({ ...row, faults: _count.deliveries, updates });
  }
  return rows;
}

/**
 * The same rows as they count on their channel.
 * - Where a card cannot be changed, an update without a line of news says nothing, and does not silence one that does.
 * - On an account that only one process speaks for, silence is mostly the account's: a fault is a message's own when
 *   something got through between its tries, or when the account was logged in all the while. Otherwise it keeps its place.
 */
export async function seenBy(
  tx: Tx,
  rows: PendingRow[],
  channel: Channel,
  loggedInAt: Date | null,
): Promise<PendingRow[]> {
  const mute = channel.capabilities.edits ? new Set<string>() : await muteUpdates(tx, rows);
  const seen: PendingRow[] = [];
  for (const row of rows) {
    const updates = mute.has(row.id) ? null : row.updates;
    const faults = channel.exclusive && row.faults > 0 ? await ownFaults(tx, row, channel, loggedInAt) : row.faults;
    seen.push({ ...row, updates, faults });
  }
  return seen;
}

async function muteUpdates(tx: Tx, rows: readonly PendingRow[]): Promise<Set<string>> {
  const updates = rows.filter((row) => row.updates !== null).map((row) => row.id);
  if (updates.length === 0) return new Set();
  const mute = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "OutboxMessage" WHERE "id" = ANY(${updates}::uuid[]) AND NOT "content" ? 'brief'`;
  return new Set(mute.map((row) => row.id));
}

/** At least 1: whatever met a fault keeps its place for a while. */
async function ownFaults(
  tx: Tx,
  row: PendingRow,
  { name, account }: Channel,
  loggedInAt: Date | null,
): Promise<number> {
  const [counted] = await tx.$queryRaw<{ own: number; since: Date }[]>`
    SELECT min(d."at") AS "since", count(*) FILTER (WHERE EXISTS (
      SELECT 1 FROM "Delivery" s WHERE s."channel" = ${name} AND s."account" = ${account} AND s."outcome" = 'sent'
        AND s."at" <= d."at" AND s."at" > d."before"))::int AS "own"
    FROM (
      SELECT "at", lag("at", 1, '-infinity') OVER (ORDER BY "attempt") AS "before"
      FROM "Delivery" WHERE "outboxId" = ${row.id}::uuid AND "outcome" = 'platform_down'
    ) AS d`;
  if (!counted) return row.faults;
  return loggedInAt && loggedInAt <= counted.since ? row.faults : Math.max(1, counted.own);
}
