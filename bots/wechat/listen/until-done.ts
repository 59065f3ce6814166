import { growingPauseMs, pause } from '../../pauses.ts';
import type { GrowingPauses } from '../../pauses.ts';

/** After faults of the database or the platform. */
export const defaultPauses: GrowingPauses = { firstMs: 200, maxMs: 30_000 };

/**
 * Does something until it succeeds, with growing pauses between the tries. `failed` is told of every fault. Resolves to null
 * when `signal` was aborted first.
 */
export async function untilDone<Result>(
  work: () => Promise<Result>,
  options: { pauses: GrowingPauses; signal: AbortSignal; failed: (error: unknown, faults: number) => void },
): Promise<{ result: Result } | null> {
  for (let faults = 1; !options.signal.aborted; faults += 1) {
    try {
      return { result: await work() };
    } catch (error) {
      if (options.signal.aborted) return null;
      options.failed(error, faults);
      await pause(growingPauseMs(faults, options.pauses), options.signal);
    }
  }
  return null;
}
