import { setTimeout as sleep } from 'node:timers/promises';

/** How long something that failed is left alone: doubled with every further fault. */
export interface GrowingPauses {
  firstMs: number;
  maxMs: number;
}

export const defaultPauses: GrowingPauses = { firstMs: 200, maxMs: 30_000 };

/** The pause after `faults` faults in a row, the first being 1. */
export const pauseAfter = (faults: number, { firstMs, maxMs }: GrowingPauses): number =>
  Math.min(maxMs, firstMs * 2 ** Math.max(0, faults - 1));

/** Resolves after `ms`, or at once when `signal` is aborted. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

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
      await pause(pauseAfter(faults, options.pauses), options.signal);
    }
  }
  return null;
}

/** A call to the platform was not answered in time. */
export class CallTimeout extends Error {
  override readonly name = 'CallTimeout';
}

/** @throws CallTimeout after `ms`; the call itself cannot be taken back, and what becomes of it is not looked at */
export async function within<Result>(ms: number, call: () => Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new CallTimeout(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([call(), silence]);
  } finally {
    clearTimeout(timer);
  }
}
