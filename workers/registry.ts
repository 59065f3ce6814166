import type { Job, JobHandler } from './job.ts';

/** The jobs and their handlers do not fit together. */
export class JobRegistryError extends Error {
  override readonly name = 'JobRegistryError';
}

export interface JobRegistry {
  /** @throws {JobRegistryError} when a job of that name is not known. */
  run(job: { name: string; data: unknown }): Promise<void>;
}

/**
 * Ties every job of a queue to its handler, before anything is taken from the queue.
 *
 * @throws {JobRegistryError} when a job has no handler or two, or a handler has no job
 */
export function createRegistry(jobs: readonly Job<object>[], handlers: readonly JobHandler[]): JobRegistry {
  const byName = new Map<string, JobHandler>();
  for (const job of jobs) {
    const own = handlers.filter((handler) => handler.name === job.name);
    const [handler] = own;
    if (!handler) throw new JobRegistryError(`the job "${job.name}" has no handler`);
    if (own.length > 1) throw new JobRegistryError(`the job "${job.name}" has ${own.length} handlers`);
    if (byName.has(job.name)) throw new JobRegistryError(`two jobs are called "${job.name}"`);
    byName.set(job.name, handler);
  }
  const stray = handlers.find((handler) => !byName.has(handler.name));
  if (stray) throw new JobRegistryError(`the handler "${stray.name}" has no job`);

  return {
    async run({ name, data }) {
      const handler = byName.get(name);
      if (!handler) throw new JobRegistryError(`there is no job called "${name}"`);
      await handler.run(data);
    },
  };
}
