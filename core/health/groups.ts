import type { CommunityInForce } from '../people/communities.ts';
import { wallClock } from '../policy/time/wall-clock.ts';
import type { Step } from '../step.ts';
import { silence, unreachableWhy, usualTalk } from './rules.ts';
import type { Sight } from './sight.ts';

const WEEKS = [1, 2, 3, 4] as const;
const FAILED_WITHIN_MS = 3_600_000;

interface Group {
  id: string;
  channel: string;
  account: string;
  state: 'active' | 'left' | 'unreachable';
  linkedAt: Date | null;
  lastHeardAt: Date | null;
  failed: number;
  firstFailedAt: Date | null;
}

/** Whether the groups of a community can be reached, and whether one says nothing that always spoke at this hour. */
export async function lookAtGroups(step: Step, community: CommunityInForce): Promise<Sight[]> {
  const { silentAfter, silentFrom } = community.policy.health;
  const from = new Date(step.now.getTime() - silentAfter);
  const isNight = community.calendar.civil(step.now) > step.now;
  const sights: Sight[] = [];
  for (const group of await groupsOf(step, community.id)) {
    const why = unreachableWhy(group);
    sights.push({
      kind: 'unreachable',
      subject: group.id,
      verdict: why === null ? 'well' : 'ill',
      since: (why === 'failing' ? group.firstFailedAt : null) ?? step.now,
      data: why === null ? {} : { why },
    });
    if (group.state !== 'active') continue;
    const spoke = group.lastHeardAt !== null && group.lastHeardAt > from;
    const wasAway = !spoke && (await accountWasAway(step, group, from));
    const before = spoke || wasAway || isNight ? [] : await talkBefore(step, group.id, from, community.timeZone);
    sights.push({
      kind: 'silent',
      subject: group.id,
      verdict: silence({ spoke, before, wasAway, isNight }, silentFrom),
      since: group.lastHeardAt ?? from,
      data: { usual: Math.round(usualTalk(before)) },
    });
  }
  return sights;
}

function groupsOf({ tx, now }: Step, communityId: string): Promise<Group[]> {
  const since = new Date(now.getTime() - FAILED_WITHIN_MS);
  return tx.$queryRaw<Group[]>`
    SELECT c.id, c.channel, c.account, c.state::text, c."linkedAt", f.failed, f."firstFailedAt",
      (SELECT max(m."sentAt") FROM "Message" m WHERE m."conversationId" = c.id AND m."sentAt" <= ${now}) AS "lastHeardAt"
    FROM "Conversation" c CROSS JOIN LATERAL (
      SELECT count(*)::int AS failed, min(o."settledAt") AS "firstFailedAt" FROM "OutboxMessage" o
      WHERE o."conversationId" = c.id AND o.state = 'failed' AND o."settledAt" > greatest(${since}::timestamptz,
        (SELECT max(s."sentAt") FROM "SentMessage" s WHERE s."conversationId" = c.id))) f
    WHERE c."communityId" = ${communityId}::uuid AND c.kind = 'group' AND c.audience IS NOT NULL
    ORDER BY c."createdAt"`;
}

/** The account of ours was, or is, not listening in a part of the time since. What was fetched afterwards as a whole was heard. */
async function accountWasAway({ tx }: Step, { channel, account }: Group, since: Date): Promise<boolean> {
  const own = await tx.channelAccount.findUnique({
    where: { channel_account: { channel, account } },
    select: {
      state: true,
      gaps: {
        where: { complete: false, OR: [{ untilAt: null }, { untilAt: { gt: since } }] },
        select: { id: true },
        take: 1,
      },
    },
  });
  return own !== null && (own.state !== 'online' || own.gaps.length > 0);
}

/** How many messages came in the same hours, by the clock on the wall, of each of the past weeks. */
async function talkBefore({ tx, now }: Step, conversationId: string, from: Date, timeZone: string): Promise<number[]> {
  const weeksAgo = (at: Date, weeks: number): Date =>
    new Date(wallClock(at, timeZone).subtract({ weeks }).epochMilliseconds);
  const counts = [];
  for (const weeks of WEEKS) {
    const sentAt = { gt: weeksAgo(from, weeks), lte: weeksAgo(now, weeks) };
    counts.push(await tx.message.count({ where: { conversationId, sentAt } }));
  }
  return counts;
}
