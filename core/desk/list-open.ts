import { isContractor } from '../people/roles.ts';
import { lineOf } from './own-tickets.ts';
import { replyTo, textsOf, type Scene } from './scene.ts';

const listedAtMost = 20;

/** Shows what is open in the office, overdue and urgent ones first; to contractors only what is theirs. */
export async function listOpen(scene: Scene): Promise<void> {
  const { step, community, speaker } = scene;
  const theirs = speaker && isContractor(speaker.roles) ? speaker.personId : null;
  // Overdue and urgent ones first (P10a): by the limit that is due next.
  const rows = await step.tx.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM "Ticket" t LEFT JOIN "Limit" l ON l."ticketId" = t.id AND l."metAt" IS NULL AND l."cancelledAt" IS NULL
    WHERE t."communityId" = ${community.id}::uuid AND t.status IN ('open', 'accepted', 'waiting', 'done')
      AND (${theirs}::uuid IS NULL OR t."assigneeId" = ${theirs}::uuid OR t."offeredToId" = ${theirs}::uuid)
    GROUP BY t.id ORDER BY min(l."dueAt") NULLS LAST, t."openedAt" LIMIT ${listedAtMost}`;
  const lines = [];
  for (const { id } of rows) lines.push(await lineOf(scene, id));
  const texts = textsOf(scene);
  await replyTo(scene, 'list', { text: lines.length > 0 ? texts.openTickets(lines) : texts.noOpenTickets() });
}
