import type { Logger } from 'pino';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import { deadlineJob, deadlineTiming } from './deadline-job.ts';
import type { LaneRank } from '../core/outbox/bells.ts';
import type { JobQueue, QueuedJob } from './backend-port.ts';
import type { LaneBells } from './lane-job.ts';
import { laneJob, laneTiming } from './lane-job.ts';
import { laneLaterJob, laneLaterTiming } from './lane-later-job.ts';
import type { Queues } from './queues.ts';

/** Whoever rings waits no longer than this for the queue; the sweep rings again. */
const RING_PATIENCE_MS = 2_000;
/** So many lanes are rung for in one call of the queue. */
const RUNG_AT_ONCE = 100;

/** Bells by BullMQ. They never throw: a ring that fails is logged, and the sweep makes it good. */
export function createBells(
  parts: { queues: Queues; db: Database; clock: Clock; log: Logger; patienceMs?: number },
  by: 'bell' | 'sweep' = 'bell',
): LaneBells {
  const { queues, db, clock, log, patienceMs = RING_PATIENCE_MS } = parts;
  /** Looked up at every ring: a conversation may have been handed over to another account a moment ago. */
  const accountOf = (id: string): Promise<{ channel: string; account: string }> =>
    db.conversation.findUniqueOrThrow({ where: { id }, select: { channel: true, account: true } });

  return {
    lane: async (conversationId) => {
      await ring('lane', { conversationId }, async () => {
        const { channel, account } = await accountOf(conversationId);
        await queues.lane(channel, account).add(laneJob.name, { conversationId }, laneTiming(conversationId, by));
      });
    },
    lanes: async (conversationIds, rank) => {
      for (let from = 0; from < conversationIds.length; from += RUNG_AT_ONCE) {
        const some = conversationIds.slice(from, from + RUNG_AT_ONCE);
        await ring('lanes', { lanes: some.length }, () => ringLanes(some, rank));
      }
    },
    laneLater: async (conversationId, at, rank = 'first') => {
      await ring('lane-later', { conversationId }, async () => {
        const timing = laneLaterTiming({ conversationId, rank }, at, clock.now());
        if (timing) await queues.desk.add(laneLaterJob.name, { conversationId, rank }, timing);
      });
    },
    deadlines: (rings) =>
      ring('deadlines', { deadlines: rings.length }, async () => {
        const now = clock.now();
        await queues.desk.addBulk(
          rings.map(({ id, dueAt }) => ({
            name: deadlineJob.name,
            data: { deadlineId: id },
            options: deadlineTiming(id, dueAt, now),
          })),
        );
      }),
  };

  /** Every account's lanes in one round trip. */
  async function ringLanes(ids: readonly string[], rank: LaneRank): Promise<void> {
    const where = { id: { in: [...ids] } };
    const lanes = await db.conversation.findMany({ where, select: { id: true, channel: true, account: true } });
    const byQueue = new Map<JobQueue, QueuedJob[]>();
    const placeOf = new Map(ids.map((id, place) => [id, place]));
    lanes.sort((a, b) => (placeOf.get(a.id) ?? 0) - (placeOf.get(b.id) ?? 0));
    for (const { id, channel, account } of lanes) {
      const queue = queues.lane(channel, account);
      const jobs = byQueue.get(queue) ?? [];
      jobs.push({ name: laneJob.name, data: { conversationId: id, rank }, options: laneTiming(id, by, rank) });
      byQueue.set(queue, jobs);
    }
    for (const [queue, jobs] of byQueue) await queue.addBulk(jobs);
  }

  async function ring(bell: string, ids: object, pull: () => Promise<void>): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('the job queue does not answer')), patienceMs);
    });
    try {
      await Promise.race([pull(), silence]);
      return true;
    } catch (error) {
      log.warn({ bell, ...ids, err: error }, 'ring lost; the sweep will find the row');
      return false;
    } finally {
      clearTimeout(timer);
    }
  }
}
