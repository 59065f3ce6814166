import type { Kind } from '../../intake/understanding.ts';
import type { Step } from '../../step.ts';
import { causeOf } from './causes.ts';
import { sameCause, type Reported } from './same-cause.ts';

/** A ticket that is worked on, as far as it tells what caused it; where it says no building, that of its requester's flat. */
export interface Partner extends Reported {
  id: string;
  incidentId: string | null;
}

/**
 * The ticket itself, and those that may have the same cause: what is worked on in the community, in an incident or of the last
 * `withinMs`. What is private never belongs to an incident, and what staff took out of one is left alone. One indexed statement.
 */
export async function readPartners(
  { tx, now }: Step,
  of: { communityId: string; ticketId: string; withinMs: number },
): Promise<{ self: Partner | null; others: Partner[] }> {
  const since = new Date(now.getTime() - of.withinMs);
  const rows = await tx.$queryRaw<(Partner & { kind: Kind })[]>`
    SELECT t.id, t.kind::text, t.summary, t."openedAt", t."incidentId", coalesce(t.building, b.label) AS building,
      CASE WHEN t.building IS NULL THEN nullif(h.unit, '') ELSE t.unit END AS unit
    FROM "Ticket" t LEFT JOIN "Person" p ON p.id = t."requesterId" LEFT JOIN "Household" h ON h.id = p."householdId"
      LEFT JOIN "Building" b ON b.id = h."buildingId"
    WHERE t."communityId" = ${of.communityId}::uuid AND t.status IN ('open', 'accepted', 'waiting') AND NOT t.sensitive
      AND (t.id = ${of.ticketId}::uuid OR t."incidentId" IS NOT NULL OR t."openedAt" >= ${since}
        AND NOT EXISTS (SELECT 1 FROM "TicketEvent" e WHERE e."ticketId" = t.id AND e.type = 'incident_left'))
    ORDER BY t."openedAt", t.id`;
  const self = rows.find(({ id }) => id === of.ticketId) ?? null;
  return { self, others: rows.filter(({ id }) => id !== of.ticketId) };
}

/**
 * Those in no incident that all have one cause with the ticket, and with each other; oldest first. A report that leaves open of which
 * stairwell it tells does not join the lifts of two.
 */
export function gather(self: Partner, others: readonly Partner[], withinMs: number): Partner[] {
  const together = [self];
  for (const other of others) {
    const fits = other.incidentId === null && together.every((one) => sameCause(one, other, withinMs) !== null);
    if (fits) together.push(other);
  }
  return together.slice(1);
}

/** The incident to which it belongs: that of the latest report with the same cause, however long it has lasted. */
export function incidentFor(self: Partner, others: readonly Partner[]): string | null {
  const known = others.findLast((other) => other.incidentId !== null && sameCause(self, other, Infinity) !== null);
  return known?.incidentId ?? null;
}

/** Whether it can belong to an incident at all: asked before anything is looked up. */
export const mayBelong = (ticket: { kind: Kind; summary: string; sensitive: boolean }): boolean =>
  !ticket.sensitive && causeOf(ticket) !== null;
