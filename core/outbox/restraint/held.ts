import { z } from 'zod';
import { Purpose, Subject } from '../../../prisma/generated/enums.ts';
import type { Step } from '../../step.ts';
import { dayOf } from './day.ts';

const DAY_MS = 24 * 3_600_000;

const heldRows = z.array(
  z.object({
    /** The group's title; empty for direct chats, whose persons are not named. */
    group: z.string(),
    subject: z.enum(Subject).nullable(),
    subjectId: z.string().nullable(),
    purpose: z.enum(Purpose),
    deed: z.enum(['postponed', 'merged', 'dropped', 'told_directly', 'waits']),
    reason: z.string(),
    until: z.date().nullable(),
    times: z.int(),
  }),
);
export type Held = z.output<typeof heldRows>[number];

/** What of broadcasts waits now, and for what, by group; the soonest first. */
export async function waitingNow({ tx }: Step, communityId: string): Promise<Held[]> {
  const rows = await tx.$queryRaw`
    SELECT CASE c.kind WHEN 'direct' THEN '' ELSE c.title END AS "group", b.subject::text, b."subjectId", b.purpose::text,
      'waits' AS deed, t.reason, t."notBefore" AS until, count(*)::int AS times
    FROM "Broadcast" b JOIN "BroadcastTarget" t ON t."broadcastId" = b.id JOIN "Conversation" c ON c.id = t."conversationId"
    WHERE b."communityId" = ${communityId}::uuid AND b."doneAt" IS NULL AND b."stoppedAt" IS NULL
      AND t.state = 'planned' AND t.reason IN ('quiet_hours', 'budget')
    GROUP BY 1, 2, 3, 4, 6, 7 ORDER BY 7, 1, 3`;
  return heldRows.parse(rows);
}

/**
 * What was put off, merged, told elsewhere or not said since midnight on the wall of the estate, without what still waits; and the
 * words to residents that were dropped from the outbox in the last 24 hours.
 */
export async function heldToday(
  { tx, now }: Step,
  { id, timeZone }: { id: string; timeZone: string },
): Promise<Held[]> {
  const today = dayOf(now, timeZone);
  const dayAgo = new Date(now.getTime() - DAY_MS);
  const rows = await tx.$queryRaw`
    SELECT CASE WHEN c.id IS NULL OR c.kind = 'direct' THEN '' ELSE c.title END AS "group", r.subject::text, r."subjectId",
      r.purpose::text, r.deed::text, r.reason, max(r."untilAt") AS until, count(*)::int AS times
    FROM "Restraint" r LEFT JOIN "Conversation" c ON c.id = r."conversationId"
    WHERE r."communityId" = ${id}::uuid AND r.at >= ${today.from}
      AND NOT EXISTS (
        SELECT 1 FROM "Broadcast" b JOIN "BroadcastTarget" t ON t."broadcastId" = b.id
        WHERE b."subjectId" = r."subjectId" AND t."conversationId" = r."conversationId" AND t.state = 'planned'
          AND r.deed IN ('postponed', 'merged') AND t.reason = r.reason)
    GROUP BY 1, 2, 3, 4, 5, 6
    UNION ALL
    SELECT CASE c.kind WHEN 'direct' THEN '' ELSE c.title END, o.subject::text, o."subjectId", o.purpose::text, 'dropped', o.failure,
      NULL, count(*)::int
    FROM "Conversation" c JOIN "OutboxMessage" o ON o."conversationId" = c.id
    WHERE c."communityId" = ${id}::uuid AND (c.kind = 'direct' OR c.audience = 'residents') AND o.state = 'dropped'
      AND o."settledAt" >= ${dayAgo} AND o.failure IN ('expired', 'superseded', 'stopped')
    GROUP BY 1, 2, 3, 4, 6
    ORDER BY 1, 3, 5`;
  return heldRows.parse(rows);
}

const lessRows = z.array(z.object({ group: z.string(), persons: z.int() }));

/** How many of those who speak in each residents' group want to hear less. */
export async function hearingLess({ tx }: Step, communityId: string): Promise<z.output<typeof lessRows>> {
  const rows = await tx.$queryRaw`
    SELECT c.title AS "group", count(DISTINCT p.id)::int AS persons
    FROM "Person" p JOIN "Message" m ON m."personId" = p.id JOIN "Conversation" c ON c.id = m."conversationId"
    WHERE p."communityId" = ${communityId}::uuid AND p."hearsLessAt" IS NOT NULL AND c."communityId" = p."communityId"
      AND c.kind = 'group' AND c.audience = 'residents'
    GROUP BY c.id, c.title ORDER BY 2 DESC, 1`;
  return lessRows.parse(rows);
}

const numberRows = z.array(z.object({ id: z.string(), number: z.int(), title: z.string() }));

/** By which number and title managers know these: notices by their first line. */
export async function numbersOf(
  { tx }: Step,
  ids: readonly string[],
): Promise<Map<string, { number: number; title: string }>> {
  const wanted = [...new Set(ids)];
  const rows = await tx.$queryRaw`
    SELECT id, number, split_part(text, E'\n', 1) AS title FROM "Notice" WHERE id = ANY(${wanted}::uuid[])
    UNION ALL SELECT id, number, title FROM "Questionnaire" WHERE id = ANY(${wanted}::uuid[])
    UNION ALL SELECT id, number, title FROM "Consultation" WHERE id = ANY(${wanted}::uuid[])
    UNION ALL SELECT id, number, title FROM "Activity" WHERE id = ANY(${wanted}::uuid[])`;
  return new Map(numberRows.parse(rows).map(({ id, ...named }) => [id, named]));
}
