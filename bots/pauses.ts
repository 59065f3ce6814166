import { setTimeout as sleep } from 'node:timers/promises';

/** How long something that failed is left alone. */
export interface GrowingPauses {
  /** After the first fault; doubled with every further one. */
  firstMs: number;
  maxMs: number;
}

/** The pause after `faults` faults in a row, the first being 1. */
export const growingPauseMs = (faults: number, { firstMs, maxMs }: GrowingPauses): number =>
  Math.min(maxMs, firstMs * 2 ** Math.max(0, faults - 1));

/** Resolves after `ms`, or at once when `signal` is aborted. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
