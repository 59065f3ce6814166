import type { Step } from '../step.ts';

/**
 * Those of the tickets that are worked on of which a resident said last that it is over, which the card asks staff to look at and finish.
 * It is not so any more once it was opened again, or one of those who reported it chased, corrected or added something since: "又停了".
 */
export async function settledByResidents({ tx }: Step, ticketIds: readonly string[]): Promise<ReadonlySet<string>> {
  const last = await tx.$queryRaw<{ ticketId: string; type: string }[]>`
    SELECT DISTINCT ON (e."ticketId") e."ticketId", e.type
    FROM "TicketEvent" e JOIN "Ticket" t ON t.id = e."ticketId" AND t.status IN ('open', 'accepted', 'waiting')
    WHERE e."ticketId" = ANY (${[...ticketIds]}::uuid[]) AND (e.type IN ('settled_by_resident', 'reopened')
      OR e.type = 'message_added' AND e.data->>'part' IN ('chase', 'addition', 'correction')
        AND EXISTS (SELECT 1 FROM "TicketReporter" r WHERE r."ticketId" = e."ticketId" AND r."personId" = e."actorId"))
    ORDER BY e."ticketId", e.id DESC`;
  return new Set(last.flatMap(({ ticketId, type }) => (type === 'settled_by_resident' ? [ticketId] : [])));
}
