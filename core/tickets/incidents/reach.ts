import type { Step } from '../../step.ts';

/** How far an incident reaches. */
export interface Reach {
  /**
   * Flats from which it was reported. A person whose flat is not known counts as one, and so does a report that staff entered for
   * somebody unknown.
   */
  households: number;
  /** Reports of devices (P10h). */
  machines: number;
  /** Groups in which it was reported. */
  groups: number;
}

/** Counts who brought these tickets, each flat once, however many of its people did, and on whichever platforms. */
export async function countReach({ tx }: Step, ticketIds: readonly string[]): Promise<Reach> {
  const [row] = await tx.$queryRaw<Reach[]>`
    WITH t AS MATERIALIZED (
      SELECT t.id, t.origin, t."requesterId", t."conversationId", c.kind AS chat,
        CASE WHEN t.room IS NOT NULL THEN concat_ws('-', t.building, t.unit, t.room) END AS flat,
        EXISTS (SELECT 1 FROM "TicketReporter" r WHERE r."ticketId" = t.id) AS reported
      FROM "Ticket" t LEFT JOIN "Conversation" c ON c.id = t."conversationId" WHERE t.id = ANY(${[...ticketIds]}::uuid[])
    ), flats AS (
      SELECT coalesce(concat_ws('-', b.label, nullif(h.unit, ''), h.room),
        CASE WHEN r."personId" = t."requesterId" THEN t.flat END, r."personId"::text) AS flat
      FROM t JOIN "TicketReporter" r ON r."ticketId" = t.id JOIN "Person" p ON p.id = r."personId"
        LEFT JOIN ("Household" h JOIN "Building" b ON b.id = h."buildingId") ON h.id = p."householdId"
      UNION SELECT coalesce(t.flat, t.id::text) FROM t WHERE NOT t.reported AND t.origin <> 'machine'
    )
    SELECT (SELECT count(*)::int FROM flats) AS households,
      (SELECT count(*)::int FROM t WHERE NOT t.reported AND t.origin = 'machine') AS machines,
      (SELECT count(DISTINCT t."conversationId")::int FROM t WHERE t.chat = 'group') AS groups`;
  return row ?? { households: 0, machines: 0, groups: 0 };
}

/** The same of all its tickets that count: not what was merged into another of them, or put aside. */
export async function reachOfIncident(step: Step, incidentId: string): Promise<Reach> {
  const where = { incidentId, status: { notIn: ['merged' as const, 'dismissed' as const] } };
  const tickets = await step.tx.ticket.findMany({ where, select: { id: true } });
  return countReach(
    step,
    tickets.map(({ id }) => id),
  );
}
