import type { Backend, JobQueue } from './backend-port.ts';

/** The queue of everything that belongs to no account: deadlines, sweeps, and rings for later. */
export const DESK_QUEUE = 'desk';

/** One queue per account of ours, because an account may be one process's alone. */
export const laneQueueName = (channel: string, account: string): string =>
  // BullMQ allows no colon in the name of a queue.
  `lane-${encodeURIComponent(channel)}-${encodeURIComponent(account)}`;

/** The near ends of the queues, for whoever wants to ring. */
export interface Queues {
  lane(channel: string, account: string): JobQueue;
  desk: JobQueue;
  close(): Promise<void>;
}

/** Opens the queues to ring, not to work: what a process with bots only needs. */
export function openQueues(backend: Backend): Queues {
  const desk = backend.queue(DESK_QUEUE);
  const lanes = new Map<string, JobQueue>();
  return {
    desk,
    lane(channel, account) {
      const name = laneQueueName(channel, account);
      const known = lanes.get(name);
      if (known) return known;
      const queue = backend.queue(name);
      lanes.set(name, queue);
      return queue;
    },
    async close() {
      await Promise.all([desk, ...lanes.values()].map((queue) => queue.close()));
    },
  };
}
