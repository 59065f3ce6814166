import type { Database } from '../../database.ts';

/**
 * What must never be true of tickets, whatever happened to them, in words; none when all is well.
 *
 * @param swept when everything that was due has just been looked at; null when it may not have been
 */
export async function brokenPromises(db: Database, swept: Date | null): Promise<string[]> {
  const rows = await db.$queryRaw<{ fault: string; what: string }[]>`
    WITH staff AS (
      SELECT DISTINCT g."personId" AS id FROM "RoleGrant" g
      WHERE g."revokedAt" IS NULL AND g.role NOT IN ('resident', 'committee', 'supervisor')
    ),
    running AS (
      SELECT l.* FROM "Limit" l WHERE l."metAt" IS NULL AND l."cancelledAt" IS NULL
    ),
    unsettled AS (
      SELECT d.* FROM "Deadline" d WHERE d."settledAt" IS NULL
    )
    SELECT 'open, and nobody of the staff is in charge' AS fault, t.code AS what FROM "Ticket" t
      WHERE t.status IN ('open', 'accepted', 'waiting') AND EXISTS (SELECT 1 FROM staff)
        AND (t."assigneeId" IS NULL OR t."assigneeId" NOT IN (SELECT id FROM staff))
    UNION ALL
    SELECT 'offered, but over, or to whoever has it, or nobody has it, or they left', t.code FROM "Ticket" t
      WHERE t."offeredToId" IS NOT NULL AND (t.status NOT IN ('open', 'accepted', 'waiting') OR t."assigneeId" IS NULL
        OR t."assigneeId" = t."offeredToId" OR t."offeredAt" IS NULL OR t."offeredToId" NOT IN (SELECT id FROM staff))
    UNION ALL
    SELECT 'offered without exactly one deadline, or one without an offer', t.code FROM "Ticket" t
      WHERE (SELECT count(*) FROM unsettled d WHERE d."ticketId" = t.id AND d.kind = 'pass_unaccepted')
        <> CASE WHEN t."offeredToId" IS NULL THEN 0 ELSE 1 END
    UNION ALL
    SELECT 'over, and a limit runs: ' || l.kind, t.code FROM "Ticket" t JOIN running l ON l."ticketId" = t.id
      WHERE t.status IN ('done', 'closed', 'merged', 'dismissed')
    UNION ALL
    SELECT 'over, and something is still to fall due: ' || d.kind, t.code FROM "Ticket" t JOIN unsettled d ON d."ticketId" = t.id
      WHERE t.status IN ('done', 'closed', 'merged', 'dismissed') AND d.kind <> 'follow_up'
        AND NOT (t.status = 'done' AND d.kind IN ('rating_reminder', 'close_unanswered'))
    UNION ALL
    SELECT 'done, and nobody did it', t.code FROM "Ticket" t WHERE t.status = 'done' AND t."finishedById" IS NULL
    UNION ALL
    SELECT 'two limits of one kind run: ' || l.kind, min(l."ticketId"::text) FROM running l
      WHERE l."breachedAt" IS NULL GROUP BY l."ticketId", l.kind HAVING count(*) > 1
    UNION ALL
    SELECT 'a rung was told twice: ' || (e.data ->> 'rung'), min(e."ticketId"::text) FROM "TicketEvent" e
      WHERE e.type IN ('reminded', 'escalated') AND e.data ? 'rung'
      GROUP BY e.data ->> 'limit', e.data ->> 'rung', e.type HAVING count(*) > 1
    UNION ALL
    SELECT 'breached twice', min(e."ticketId"::text) FROM "TicketEvent" e WHERE e.type = 'breached'
      GROUP BY e.data ->> 'limit' HAVING count(*) > 1
    UNION ALL
    SELECT 'due in the past, and not looked at: ' || d.kind, d.id::text FROM unsettled d WHERE d."dueAt" <= ${swept}::timestamptz`;
  return rows.map(({ fault, what }) => `${fault} (${what})`);
}
