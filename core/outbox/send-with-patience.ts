import type { Channel } from '../channel/channel.ts';
import type { DeliveryOutcome, OutgoingMessage } from '../channel/outgoing.ts';

/** Longer than any platform needs for a photo, shorter than the transaction that waits for it. */
export const SEND_PATIENCE_MS = 30_000;

/**
 * Sends, and takes silence and surprises for what they are: a platform of which nobody knows whether it took the message.
 * Never throws.
 */
export async function sendWithPatience(
  channel: Channel,
  message: OutgoingMessage,
  patienceMs: number,
): Promise<DeliveryOutcome> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<DeliveryOutcome>((resolve) => {
    timer = setTimeout(() => resolve(down(`no answer within ${patienceMs} ms`)), patienceMs);
  });
  try {
    return await Promise.race([channel.send(message), silence]);
  } catch (error) {
    return down(error instanceof Error ? error.name : typeof error);
  } finally {
    clearTimeout(timer);
  }
}

const down = (reason: string): DeliveryOutcome => ({ kind: 'failed', failure: { kind: 'platform_down', reason } });
