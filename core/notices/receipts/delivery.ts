import { Prisma } from '../../../prisma/generated/client.ts';
import type { TargetState } from '../../../prisma/generated/enums.ts';
import type { Tx } from '../../database.ts';
import { broadcastStanding, type TargetView } from '../../outbox/broadcast/standing.ts';

/** How many conversations of one channel have heard a notice. */
export interface ChannelDelivery {
  channel: string;
  sent: number;
  waiting: number;
  failed: number;
  dropped: number;
}

export interface NoticeDelivery {
  channels: ChannelDelivery[];
  /** Nothing is under way any more. */
  finished: boolean;
  stopped: boolean;
  /** Those that were not told, worst first, so many at most. */
  troubled: TargetView[];
  /** How many there are of these in all. */
  inTrouble: number;
}

const counted: Record<TargetState, keyof Omit<ChannelDelivery, 'channel'>> = {
  planned: 'waiting',
  queued: 'waiting',
  sent: 'sent',
  merged: 'sent',
  failed: 'failed',
  dropped: 'dropped',
};

/** How far a notice has come (P8b); null while it has not been sent off. What came as a line of a digest has been told. */
export async function deliveryOf(tx: Tx, noticeId: string, atMost: number): Promise<NoticeDelivery | null> {
  const standing = await broadcastStanding(tx, { subject: 'notice', id: noticeId }, 'announce', { atMost });
  if (!standing) return null;
  const rows = await tx.$queryRaw<{ channel: string; state: TargetState; count: number }[]>(Prisma.sql`
    SELECT c.channel, t.state::text AS state, count(*)::int AS count
    FROM "Broadcast" b JOIN "BroadcastTarget" t ON t."broadcastId" = b.id JOIN "Conversation" c ON c.id = t."conversationId"
    WHERE b."subjectId" = ${noticeId}::uuid AND b.occasion = 'announce' AND b.subject = 'notice'
    GROUP BY 1, 2 ORDER BY 1, 2`);
  const channels = new Map<string, ChannelDelivery>();
  for (const { channel, state, count } of rows) {
    const row = channels.get(channel) ?? { channel, sent: 0, waiting: 0, failed: 0, dropped: 0 };
    row[counted[state]] += count;
    channels.set(channel, row);
  }
  const all = [...channels.values()];
  const sum = (key: keyof Omit<ChannelDelivery, 'channel'>): number => all.reduce((total, row) => total + row[key], 0);
  return {
    channels: all,
    finished: sum('waiting') === 0,
    stopped: standing.stoppedAt !== null,
    troubled: standing.troubled.filter(({ state }) => state !== 'merged'),
    inTrouble: sum('waiting') + sum('failed') + sum('dropped'),
  };
}
