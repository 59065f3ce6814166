import { setTimeout as sleep } from 'node:timers/promises';

/** Something was not there in time. */
class TookTooLong extends Error {
  override readonly name = 'TookTooLong';
}

/** Resolves after `ms`, or at once when `signal` is aborted. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** What `work` resolves to. @throws {TookTooLong} when that takes longer than `ms`; the work itself goes on */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const over = new AbortController();
  const late = sleep(ms, undefined, { signal: over.signal }).then(
    () => {
      throw new TookTooLong(`longer than ${ms} ms`);
    },
    // The work was quicker; nobody waits for this any more.
    () => new Promise<never>(() => {}),
  );
  try {
    return await Promise.race([work, late]);
  } finally {
    over.abort();
    // Whoever stopped waiting does not hear of a later failure.
    work.catch(() => {});
  }
}
