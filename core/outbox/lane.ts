import type { Tx } from '../database.ts';
import { cardChain } from './card-chain.ts';
import type { PendingRow } from './choose-next.ts';

/** Any number serves, as long as nothing else in this database takes advisory locks with it. */
const LANE_LOCKS = 7_501;

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
