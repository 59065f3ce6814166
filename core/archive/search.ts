import { Prisma } from '../../prisma/generated/client.ts';
import type { Area, Kind, TicketStatus } from '../../prisma/generated/enums.ts';
import type { Tx } from '../database.ts';
import { anywhere, type Sought } from './read-search.ts';

export interface Hit {
  code: string;
  kind: Kind;
  area: Area;
  /** Empty once it was made anonymous. */
  summary: string;
  building: string | null;
  status: TicketStatus;
  openedAt: Date;
}

/** Keys of steps that hold words or names (core/tickets/event.ts). */
const wordKeys = ['text', 'question', 'note', 'reason', 'comment', 'name', 'by', 'toName', 'fromName', 'device'];

/**
 * The tickets of a community that have everything that is sought: in the summary, place, code, the requester's name, the words of
 * its messages or steps, or the day on which it was opened ("2026-10", "2026-10-05"). Newest first.
 *
 * @param options.onlyOf a contractor, who finds only what is in their charge or offered to them; null: everything
 */
export async function searchTickets(
  tx: Tx,
  { id: communityId, timeZone }: { id: string; timeZone: string },
  sought: readonly Sought[],
  { onlyOf, atMost }: { onlyOf: string | null; atMost: number },
): Promise<{ hits: Hit[]; all: number }> {
  const all = sought.map((one) => hasIt(one, timeZone));
  const rows = await tx.$queryRaw<(Hit & { all: number })[]>`
    SELECT t.code, t.kind::text, t.area::text, t.summary, t.building, t.status::text, t."openedAt", (count(*) OVER ())::int AS all
    FROM "Ticket" t LEFT JOIN "Person" p ON p.id = t."requesterId"
    WHERE t."communityId" = ${communityId}::uuid
      AND (${onlyOf}::uuid IS NULL OR t."assigneeId" = ${onlyOf}::uuid OR t."offeredToId" = ${onlyOf}::uuid)
      AND ${Prisma.join(all, ' AND ')}
    ORDER BY t."openedAt" DESC, t.id DESC LIMIT ${atMost}`;
  return { hits: rows, all: rows[0]?.all ?? 0 };
}

function hasIt({ spellings, building }: Sought, timeZone: string): Prisma.Sql {
  const patterns = spellings.map(anywhere);
  const days = spellings.map((word) => `${word.replaceAll(/[\\%_]/g, '')}%`).filter((day) => /^\d{4}-\d/.test(day));
  return Prisma.sql`(
    t.summary ILIKE ANY(${patterns}) OR t.code ILIKE ANY(${patterns}) OR p.name ILIKE ANY(${patterns})
    OR upper(t.building) = ${building}
    OR concat_ws(' ', t.unit || '单元', t.room, t.spot) ILIKE ANY(${patterns})
    OR to_char(t."openedAt" AT TIME ZONE ${timeZone}, 'YYYY-MM-DD') LIKE ANY(${days})
    OR EXISTS (SELECT 1 FROM "TicketMessage" b JOIN "Message" m ON m.id = b."messageId"
      WHERE b."ticketId" = t.id AND m.text ILIKE ANY(${patterns}))
    OR EXISTS (SELECT 1 FROM "TicketEvent" e, jsonb_each_text(e.data) AS said(key, value)
      WHERE e."ticketId" = t.id AND said.key = ANY(${wordKeys}) AND said.value ILIKE ANY(${patterns})))`;
}
