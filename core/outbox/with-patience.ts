import type { DeliveryOutcome } from '../channel/outgoing.ts';

/** Longer than any platform needs for a photo, shorter than the transaction that waits for it. */
export const SEND_PATIENCE_MS = 30_000;

/**
 * Asks a channel for something, and takes silence and surprises for what they are: a platform of which nobody knows whether
 * it did as it was told. Never throws.
 */
export async function withPatience(ask: () => Promise<DeliveryOutcome>, patienceMs: number): Promise<DeliveryOutcome> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<DeliveryOutcome>((resolve) => {
    timer = setTimeout(() => resolve(down(`no answer within ${patienceMs} ms`)), patienceMs);
  });
  try {
    return await Promise.race([ask(), silence]);
  } catch (error) {
    return down(error instanceof Error ? error.name : typeof error);
  } finally {
    clearTimeout(timer);
  }
}

const down = (reason: string): DeliveryOutcome => ({ kind: 'failed', failure: { kind: 'platform_down', reason } });
