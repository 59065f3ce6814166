import { z } from 'zod';
import type { NoticeLevel, Purpose } from '../../../prisma/generated/enums.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import type { About } from '../say.ts';
import { dayOf } from './day.ts';
import { passes, restrain, type Restrained } from './restrain.ts';
import { noteRestraints } from './note.ts';
import { planDigests } from './plan-digests.ts';

/** One word that many conversations are to hear. */
export interface Wish {
  purpose: Purpose;
  about: About | null;
  /** It passes quiet hours and budget. */
  urgent?: boolean;
  /** It changes or takes back what was said before; where that was not said yet, it is a word like any other. */
  changes?: boolean;
  conversationIds: readonly string[];
}

/**
 * Asks of each conversation whether a word may be said there now (P9a), puts on record what was put off, merged or dropped, and sets
 * the digests in which merged words are said ({@link sayDigest} takes the targets that wait with the reason `budget`). The level
 * of a notice is read from its row. What is asked for a slice of conversations takes few statements, however many there are.
 */
export async function allowNow(step: Step, community: CommunityInForce, wish: Wish): Promise<Map<string, Restrained>> {
  const { purpose, about, urgent = false, changes = false, conversationIds } = wish;
  const level = await levelOf(step, about);
  if (passes({ purpose, urgent, level })) return new Map(conversationIds.map((id) => [id, { kind: 'say' }]));
  await holdBudget(step, community.id);
  const rules = { restraint: community.policy.restraint, calendar: community.calendar };
  const word = { purpose, urgent, level, subject: about?.subject ?? null };
  const allowed = new Map<string, Restrained>();
  for (const { id, released, told, ...place } of await placesOf(step, community, about, conversationIds)) {
    const here = { ...word, changes: changes && told };
    allowed.set(id, released ? { kind: 'say' } : restrain(here, place, rules, step.now));
  }
  await noteRestraints(step, community.id, { purpose, about }, allowed);
  await planDigests(step, community.id, allowed);
  return allowed;
}

async function levelOf({ tx }: Step, about: About | null): Promise<NoticeLevel | null> {
  if (about?.subject !== 'notice') return null;
  const notice = await tx.notice.findUnique({ where: { id: about.id }, select: { level: true } });
  return notice?.level ?? null;
}

/** Two broadcasts that begin together would both find room for the last word of the day. */
async function holdBudget({ tx }: Step, communityId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`restraint:${communityId}`}, 0))`;
}

const placeRows = z.array(
  z.object({
    id: z.string(),
    kind: z.enum(['residents', 'direct', 'office']),
    saidToday: z.int(),
    hearsLess: z.boolean(),
    /** A manager sends it in spite of the hour. */
    released: z.boolean(),
    /** The same was told there before, or may have been. */
    told: z.boolean(),
  }),
);

/** A change of what stands there already, and a reaction, are no words of their own. */
async function placesOf(
  { tx, now }: Step,
  { timeZone }: CommunityInForce,
  about: About | null,
  conversationIds: readonly string[],
): Promise<z.output<typeof placeRows>> {
  const today = dayOf(now, timeZone);
  const rows = await tx.$queryRaw`
    SELECT c.id, CASE WHEN c.kind = 'direct' THEN 'direct' WHEN c.audience = 'residents' THEN 'residents' ELSE 'office' END AS kind,
      p."hearsLessAt" IS NOT NULL AS "hearsLess",
      EXISTS (
        SELECT 1 FROM "Broadcast" b JOIN "BroadcastTarget" t ON t."broadcastId" = b.id
        WHERE b."subjectId" = ${about?.id ?? null}::uuid AND t."conversationId" = c.id AND t.state = 'planned' AND t.reason = 'released'
      ) AS released,
      EXISTS (
        SELECT 1 FROM "Broadcast" b JOIN "BroadcastTarget" t ON t."broadcastId" = b.id
        WHERE b."subjectId" = ${about?.id ?? null}::uuid AND t."conversationId" = c.id
          AND (t.state IN ('queued', 'sent', 'merged') OR (t.state = 'failed' AND t.reason = 'platform_down'))
      ) AS told,
      CASE WHEN c.kind = 'direct' THEN 0 ELSE (
        SELECT count(DISTINCT o.id) FROM "Delivery" d JOIN "OutboxMessage" o ON o.id = d."outboxId"
        WHERE d."conversationId" = c.id AND d.at >= ${today.from} AND d.outcome = 'sent' AND o."replacesId" IS NULL
          AND NOT o.content ? 'reaction'
      ) + (
        SELECT count(*) FROM "OutboxMessage" w
        WHERE w."conversationId" = c.id AND w.state = 'pending' AND w."replacesId" IS NULL AND NOT w.content ? 'reaction'
          AND (w."notBefore" IS NULL OR w."notBefore" < ${today.to})
      ) END::int AS "saidToday"
    FROM "Conversation" c LEFT JOIN "Person" p ON p.id = c."personId"
    WHERE c.id = ANY(${[...conversationIds]}::uuid[])`;
  return placeRows.parse(rows);
}
