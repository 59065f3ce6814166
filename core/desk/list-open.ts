import { isContractor } from '../people/roles.ts';
import { lineOf } from './own-tickets.ts';
import { replyTo, textsOf, type Scene } from './scene.ts';
import type { IncidentView } from '../text/incidents/texts.ts';
import { viewOfIncident } from '../tickets/incidents/view.ts';
import { openStatuses } from '../tickets/ticket.ts';

const listedAtMost = 20;

/**
 * Shows what is open in the office, overdue and urgent ones first, the tickets of an incident as one line: as many as can be read, and how
 * many there are. To contractors only what is theirs, one by one.
 */
export async function listOpen(scene: Scene): Promise<void> {
  const { step, community, speaker } = scene;
  const theirs = speaker && isContractor(speaker.roles) ? speaker.personId : null;
  // Overdue and urgent ones first (P10a): by the limit that is due next.
  const rows = await step.tx.$queryRaw<{ id: string; all: number }[]>`
    SELECT t.id, (count(*) OVER ())::int AS all FROM "Ticket" t LEFT JOIN "Limit" l ON l."ticketId" = t.id AND l."metAt" IS NULL AND l."cancelledAt" IS NULL
    WHERE t."communityId" = ${community.id}::uuid AND t.status IN ('open', 'accepted', 'waiting', 'done')
      AND (${theirs}::uuid IS NOT NULL OR t."incidentId" IS NULL)
      AND (${theirs}::uuid IS NULL OR t."assigneeId" = ${theirs}::uuid OR t."offeredToId" = ${theirs}::uuid)
    GROUP BY t.id ORDER BY min(l."dueAt") NULLS LAST, t."openedAt" LIMIT ${listedAtMost}`;
  const lines = [];
  for (const { id } of rows) lines.push(await lineOf(scene, id));
  const texts = textsOf(scene);
  const incidents = theirs === null ? await openIncidents(scene) : [];
  const said = [
    incidents.length > 0 ? texts.incidentsOpen(incidents) : '',
    lines.length > 0 ? texts.openTickets(lines, rows[0]?.all ?? lines.length) : '',
  ].filter((part) => part !== '');
  await replyTo(scene, 'list', { text: said.length > 0 ? said.join('\n\n') : texts.noOpenTickets() });
}

async function openIncidents(scene: Scene): Promise<IncidentView[]> {
  const { step, community } = scene;
  const rows = await step.tx.incident.findMany({
    where: { communityId: community.id, tickets: { some: { status: { in: openStatuses } } } },
    orderBy: { number: 'asc' },
    take: listedAtMost,
    select: { id: true, number: true, thing: true, openedAt: true, overAt: true },
  });
  const views = [];
  for (const row of rows) views.push(await viewOfIncident(step, community, row, textsOf(scene)));
  return views;
}
