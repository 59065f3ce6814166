import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { isBeyond } from './rules.ts';
import type { Sight } from './sight.ts';

/**
 * An account that somebody has to log in allows itself so many words in an hour: what waits for its turn there is no fault
 * before that.
 */
const PACED_MS = 3_600_000;

/** Whether what is to be said, what was heard, and what is due waits too long. */
export async function lookAtQueues(step: Step, community: CommunityInForce): Promise<Sight[]> {
  const allowed = community.policy.health.queueLag;
  const paced = Math.max(allowed, PACED_MS);
  const words = await oldestWords(step, community.id);
  const slow = waited(step, words.paced) > paced;
  return [
    sight(step, 'outbox', slow ? words.paced : words.plain, slow ? paced : allowed),
    sight(step, 'inbound', await oldestEvent(step, community.id), allowed),
    sight(step, 'deadlines', await oldestDeadline(step, community.id), allowed),
  ];
}

const waited = ({ now }: Step, since: Date | null): number => (since === null ? 0 : now.getTime() - since.getTime());

const sight = (step: Step, subject: string, oldest: Date | null, allowedMs: number): Sight => ({
  kind: 'queue_lag',
  subject,
  verdict: isBeyond(waited(step, oldest), allowedMs),
  since: oldest ?? step.now,
  data: { seconds: Math.round(waited(step, oldest) / 1000) },
});

/** Words that could be said: nobody asked to wait, the account is there and not stopped. */
async function oldestWords(
  { tx, now }: Step,
  communityId: string,
): Promise<{ plain: Date | null; paced: Date | null }> {
  const rows = await tx.$queryRaw<{ paced: boolean; since: Date }[]>`
    SELECT a."aliveAt" IS NOT NULL AS paced, min(greatest(o."createdAt", o."notBefore", c."pausedUntil")) AS since
    FROM "OutboxMessage" o JOIN "Conversation" c ON c.id = o."conversationId"
      LEFT JOIN "ChannelAccount" a ON a.channel = c.channel AND a.account = c.account
    WHERE o.state = 'pending' AND c."communityId" = ${communityId}::uuid AND c.state = 'active'
      AND (o."notBefore" IS NULL OR o."notBefore" <= ${now}) AND (c."pausedUntil" IS NULL OR c."pausedUntil" <= ${now})
      AND coalesce(a.state, 'online') = 'online' AND a."stoppedAt" IS NULL
    GROUP BY 1`;
  const since = (paced: boolean): Date | null => rows.find((row) => row.paced === paced)?.since ?? null;
  return { plain: since(false), paced: since(true) };
}

async function oldestEvent({ tx }: Step, communityId: string): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ since: Date | null }[]>`
    SELECT min(e."recordedAt") AS since FROM "InboundEvent" e JOIN "Conversation" c ON c.id = e."conversationId"
    WHERE e."handledAt" IS NULL AND c."communityId" = ${communityId}::uuid`;
  return row?.since ?? null;
}

/** Of its tickets; read by the indexes that hold what is open by when it is due. */
async function oldestDeadline({ tx, now }: Step, communityId: string): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ since: Date | null }[]>`
    SELECT min(d."dueAt") AS since FROM (
      SELECT "dueAt", "ticketId" FROM "Deadline" WHERE "settledAt" IS NULL AND "rungAt" IS NULL AND "dueAt" < ${now}
      UNION ALL
      SELECT "dueAt", "ticketId" FROM "Deadline" WHERE "settledAt" IS NULL AND "rungAt" IS NOT NULL AND "dueAt" < ${now}) d
    JOIN "Ticket" t ON t.id = d."ticketId" WHERE t."communityId" = ${communityId}::uuid`;
  return row?.since ?? null;
}
