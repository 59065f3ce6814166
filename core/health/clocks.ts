import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { aheadMs, isBeyond } from './rules.ts';
import type { Sight } from './sight.ts';

const RECENT_MS = 30 * 60_000;
const MESSAGES_AT_MOST = 500;

/** Whether the clocks of the platforms, of the database and of this machine agree: limits are counted by them. */
export async function lookAtClocks(step: Step, community: CommunityInForce): Promise<Sight[]> {
  const { clockSkew } = community.policy.health;
  const database = Math.abs((await databaseNow(step)).getTime() - step.now.getTime());
  const sights = [sight(step, 'database', database, clockSkew)];
  for (const [subject, offsets] of await offsetsByAccount(step, community.id)) {
    sights.push(sight(step, subject, aheadMs(offsets), clockSkew));
  }
  return sights;
}

const sight = (step: Step, subject: string, ms: number | null, allowedMs: number): Sight => ({
  kind: 'clock_skew',
  subject,
  verdict: isBeyond(ms, allowedMs),
  since: step.now,
  data: { ms: Math.round(ms ?? 0) },
});

/** By the clock of this machine when the question was asked, less what has passed since the step began. */
async function databaseNow(step: Step): Promise<Date> {
  if (step.databaseNow) return step.databaseNow();
  const asked = Date.now();
  const [row] = await step.tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
  return new Date((row?.now ?? step.now).getTime() - (asked - step.now.getTime()));
}

/** When messages were sent by the platform's clock less when they were recorded, by `channel:account`. */
async function offsetsByAccount({ tx, now }: Step, communityId: string): Promise<Map<string, number[]>> {
  const messages = await tx.message.findMany({
    // A platform that is behind is not seen so; nor could it be told from messages that come late.
    where: { sentAt: { gt: new Date(now.getTime() - RECENT_MS) }, conversation: { communityId } },
    orderBy: { sentAt: 'desc' },
    take: MESSAGES_AT_MOST,
    select: { sentAt: true, recordedAt: true, conversation: { select: { channel: true, account: true } } },
  });
  const offsets = new Map<string, number[]>();
  for (const { sentAt, recordedAt, conversation } of messages) {
    const key = `${conversation.channel}:${conversation.account}`;
    offsets.set(key, [...(offsets.get(key) ?? []), sentAt.getTime() - recordedAt.getTime()]);
  }
  return offsets;
}
