import type { Logger } from 'pino';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import { deadlineJob, deadlineTiming } from './deadline-job.ts';
import type { LaneBells } from './lane-job.ts';
import { laneJob, laneTiming } from './lane-job.ts';
import { laneLaterJob, laneLaterTiming } from './lane-later-job.ts';
import type { Queues } from './queues.ts';

/** Whoever rings waits no longer than this for the queue; the sweep rings again. */
const RING_PATIENCE_MS = 2_000;

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
    laneLater: async (conversationId, at) => {
      await ring('lane-later', { conversationId }, async () => {
        const timing = laneLaterTiming(conversationId, at, clock.now());
        if (timing) await queues.desk.add(laneLaterJob.name, { conversationId }, timing);
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
