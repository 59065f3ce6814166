import type { JobsOptions, WorkerOptions } from 'bullmq';

/** What is used here of a BullMQ queue, whatever keeps it. */
export interface JobQueue {
  /** @throws when the server that keeps the queue does not take it. */
  add(name: string, data: object, options: JobsOptions): Promise<void>;
  /** Several at once, in one round trip. @throws as `add` does; some may have been taken then */
  addBulk(jobs: readonly QueuedJob[]): Promise<void>;
  close(): Promise<void>;
}

export interface QueuedJob {
  name: string;
  data: object;
  options: JobsOptions;
}

/** What is used here of a BullMQ worker. */
export interface JobWorker {
  /** Takes no new job and waits for those under way. */
  close(): Promise<void>;
}

export type Process = (job: { name: string; data: unknown }) => Promise<void>;
export type WorkerSettings = Pick<WorkerOptions, 'concurrency'>;

/** Where BullMQ keeps its jobs. Its faults are logged and never end the process. */
export interface Backend {
  readonly kind: 'postgres' | 'redis';
  queue(name: string): JobQueue;
  worker(name: string, process: Process, settings: WorkerSettings): JobWorker;
  /** Call after everything opened from it was closed. Waits a second at most for what is still under way. */
  close(): Promise<void>;
}

/** The server that was to keep the jobs cannot be used. */
export class BackendUnavailableError extends Error {
  override readonly name = 'BackendUnavailableError';
}
