import { z } from 'zod';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import type { LastWord } from '../../text/incidents/texts.ts';
import type { Texts } from '../../text/texts.ts';
import { safeForGroup } from '../safe-for-group.ts';

const saidToAll = z.object({
  by: z.string(),
  text: z.string().nullish(),
  note: z.string().nullish(),
  dueAt: z.iso.datetime().optional(),
});

/**
 * What the office said last to everybody who reported the incident, for whoever reports it later: only what was said to all, and as it may be
 * repeated in a group (P9b). A promised time that has passed is not told any more. Null where nothing was said.
 */
export async function lastWordOf(
  step: Step,
  community: CommunityInForce,
  incident: { id: string; number: number },
  texts: Texts,
): Promise<LastWord | null> {
  const [row] = await step.tx.$queryRaw<{ data: unknown }[]>`
    SELECT e.data FROM "Ticket" t JOIN "TicketEvent" e ON e."ticketId" = t.id
    WHERE t."incidentId" = ${incident.id}::uuid AND e.type IN ('answered', 'progressed', 'promised')
      AND e.data->>'incident' = ${String(incident.number)}
    ORDER BY e.id DESC LIMIT 1`;
  const said = saidToAll.safeParse(row?.data);
  if (!said.success) return null;
  const { by, text, note, dueAt } = said.data;
  const words = text ?? note ?? null;
  const safe = words === null ? null : await safeForGroup(step, community, { text: words, requester: null });
  const at = dueAt === undefined ? null : new Date(dueAt);
  return {
    by,
    text: safe?.text ?? null,
    dueAt: at !== null && at > step.now ? texts.when(at, step.now, community.timeZone) : null,
  };
}
