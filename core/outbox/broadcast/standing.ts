import { z } from 'zod';
import { TargetState } from '../../../prisma/generated/enums.ts';
import type { Tx } from '../../database.ts';
import type { About } from '../say.ts';

/** How a broadcast stands in one conversation. */
export interface TargetView {
  conversationId: string;
  title: string;
  channel: string;
  state: TargetState;
  reason: string | null;
  notBefore: Date | null;
  settledAt: Date | null;
}

/** How a broadcast stands, everywhere (P8b): null when there is none of this occasion. */
export interface BroadcastStanding {
  startAt: Date;
  stoppedAt: Date | null;
  doneAt: Date | null;
  counts: Record<TargetState, number>;
  /** Of those that are not sent, or failed: so many at most, worst first. */
  troubled: TargetView[];
}

const countRows = z.array(z.object({ state: z.enum(TargetState), count: z.int() }));
const targetRows = z.array(
  z.object({
    conversationId: z.string(),
    title: z.string(),
    channel: z.string(),
    state: z.enum(TargetState),
    reason: z.string().nullable(),
    notBefore: z.date().nullable(),
    settledAt: z.date().nullable(),
  }),
);

/**
 * Reads how a broadcast stands: of every state how many, and those whom it has not reached: failed first, then what was never said on
 * purpose, what is put off, and what waits. A direct chat has no title.
 *
 * @param options.atMost how many of them; 20 by default
 */
export async function broadcastStanding(
  tx: Tx,
  about: About,
  occasion: string,
  { atMost = 20 }: { atMost?: number } = {},
): Promise<BroadcastStanding | null> {
  const found = await tx.broadcast.findUnique({
    where: { subjectId_occasion: { subjectId: about.id, occasion } },
    select: { id: true, startAt: true, stoppedAt: true, doneAt: true },
  });
  if (!found) return null;
  const { id, ...times } = found;
  const counts: BroadcastStanding['counts'] = { planned: 0, queued: 0, sent: 0, failed: 0, dropped: 0, merged: 0 };
  const rows = await tx.$queryRaw`
    SELECT state::text, count(*)::int AS count FROM "BroadcastTarget" WHERE "broadcastId" = ${id}::uuid GROUP BY state`;
  for (const { state, count } of countRows.parse(rows)) counts[state] = count;
  const troubled = await tx.$queryRaw`
    SELECT t."conversationId", CASE WHEN c.kind = 'direct' THEN '' ELSE c.title END AS title, c.channel, t.state::text,
      t.reason, t."notBefore", t."settledAt"
    FROM "BroadcastTarget" t JOIN "Conversation" c ON c.id = t."conversationId"
    WHERE t."broadcastId" = ${id}::uuid AND t.state <> 'sent'
    ORDER BY array_position(ARRAY['failed', 'dropped', 'merged', 'planned', 'queued'], t.state::text),
      (t."notBefore" IS NULL), c."createdAt", c.id
    LIMIT ${atMost}`;
  return { ...times, counts, troubled: targetRows.parse(troubled) };
}
