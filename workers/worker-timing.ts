/**
 * How BullMQ's workers behave here, on either backend. A job only says "look at this row now", so that one which runs
 * twice does no harm: the lock of a killed process is given up after seconds rather than after BullMQ's half minute.
 */
export const workerTiming = {
  lockDuration: 6_000,
  stalledInterval: 3_000,
  /** However often its process was killed, the job was not to blame. */
  maxStalledCount: 1_000,
  /** After a fault of the server, until the next look for jobs. */
  runRetryDelay: 1_000,
} as const;
