import { setTimeout as sleep } from 'node:timers/promises';

/** How long to leave Telegram alone after a fault. */
export interface Pauses {
  /** After the first fault; doubled with every further one. */
  firstMs: number;
  maxMs: number;
  /** When the token is not accepted: asking again soon is useless, never asking again would outlive the repair. */
  loggedOutMs: number;
}

export const defaultPauses: Pauses = { firstMs: 1_000, maxMs: 60_000, loggedOutMs: 10 * 60_000 };

/** The pause after `faults` faults in a row, the first being 1. */
export function growingPauseMs(faults: number, pauses: Pauses): number {
  return Math.min(pauses.maxMs, pauses.firstMs * 2 ** Math.max(0, faults - 1));
}

/** Resolves after `ms`, or at once when `signal` is aborted. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
