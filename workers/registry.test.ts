import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Job } from './job.ts';
import { handlerOf } from './job.ts';
import { JobRegistryError, createRegistry } from './registry.ts';

const wash: Job<{ floor: number }> = { name: 'wash', payload: z.object({ floor: z.int() }) };
const lock: Job<object> = { name: 'lock', payload: z.object({}) };
const done: string[] = [];
const washing = handlerOf(wash, async ({ floor }) => void done.push(`washed ${floor}`));
const locking = handlerOf(lock, async () => void done.push('locked'));

describe('the jobs and who does them', () => {
  it.each([
    { told: 'a job that nobody does', jobs: [wash, lock], handlers: [washing] },
    { told: 'a job that two would do', jobs: [wash], handlers: [washing, washing] },
    { told: 'somebody without a job', jobs: [wash], handlers: [washing, locking] },
    { told: 'two jobs of one name', jobs: [wash, wash], handlers: [washing] },
  ])('does not start with $told', ({ jobs, handlers }) => {
    expect(() => createRegistry(jobs, handlers)).toThrow(JobRegistryError);
  });

  it('gives each job to whoever does it', async () => {
    const registry = createRegistry([wash, lock], [locking, washing]);
    await registry.run({ name: 'wash', data: { floor: 3 } });
    await registry.run({ name: 'lock', data: {} });
    expect(done).toEqual(['washed 3', 'locked']);
  });

  it('refuses a job that it does not know, and one that carries something else', async () => {
    const registry = createRegistry([wash], [washing]);
    await expect(registry.run({ name: 'paint', data: {} })).rejects.toThrow(JobRegistryError);
    await expect(registry.run({ name: 'wash', data: { floor: 'three' } })).rejects.toThrow(z.ZodError);
  });
});
