import type { Area, Kind, Origin, Urgency } from '../../../prisma/generated/enums.ts';
import type { Tx } from '../../database.ts';
import { storySteps, type StoryStep, type TicketStory } from './story.ts';

/** So many tickets are in memory at once. */
const PAGE = 100;

interface Row {
  id: string;
  kind: Kind;
  area: Area;
  urgency: Urgency;
  origin: Origin;
  byChat: boolean;
  openedAt: Date;
  /** Null for a ticket of which nothing more is known. */
  steps: [type: StoryStep['type'], atMs: number, actorId: string | null, about: string | null][] | null;
}

/**
 * The past of every ticket that a community opened from `from` up to `to`, one page after the other, in the order of their ids.
 * Holds no transaction: tickets that change meanwhile are read as they are then.
 */
export async function* readStories(db: Tx, communityId: string, from: Date, to: Date): AsyncGenerator<TicketStory[]> {
  const pageAfter = (last: string): Promise<Row[]> => db.$queryRaw<Row[]>`
    SELECT t.id, t.kind::text, t.area::text, t.urgency::text, t.origin::text, t."openedAt",
      t."conversationId" IS NOT NULL AS "byChat", e.steps
    FROM (
      SELECT * FROM "Ticket"
      WHERE "communityId" = ${communityId}::uuid AND "openedAt" >= ${from} AND "openedAt" < ${to} AND id > ${last}::uuid
      ORDER BY id LIMIT ${PAGE}
    ) t
    LEFT JOIN LATERAL (
      SELECT json_agg(json_build_array(type, (extract(epoch FROM at) * 1000)::float8, "actorId", CASE type
        WHEN 'assigned' THEN data->>'personId' WHEN 'passed' THEN data->>'toId'
        WHEN 'promised' THEN data->>'dueAt' WHEN 'rated' THEN data->>'score' END) ORDER BY id) AS steps
      FROM "TicketEvent" WHERE "ticketId" = t.id AND type = ANY(${[...storySteps]})
    ) e ON true
    ORDER BY t.id`;
  let rows = await pageAfter('00000000-0000-0000-0000-000000000000');
  for (;;) {
    const last = rows.length < PAGE ? undefined : rows.at(-1);
    // The database reads the next page while this one is replayed; what goes wrong there is thrown when it is wanted.
    const next = last && pageAfter(last.id);
    next?.catch(() => {});
    if (rows.length > 0) yield rows.map(storyOf);
    if (!next) return;
    rows = await next;
  }
}

function storyOf({ steps, ...ticket }: Row): TicketStory {
  return {
    ...ticket,
    steps: (steps ?? []).map(([type, at, actorId, about]) => ({ type, at: new Date(at), actorId, about })),
  };
}
