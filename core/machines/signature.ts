import { createHmac, timingSafeEqual } from 'node:crypto';

/** By so much the clock of a device may differ from ours, either way; exactly so much is still accepted. */
export const CLOCK_PATIENCE_MS = 5 * 60_000;

/**
 * What a device writes into `X-Linli-Signature`: `v1=` and the HMAC-SHA256, in hexadecimal, of the timestamp, a full stop and the
 * body byte for byte, with the secret of its source as key.
 */
export function signatureOf(secret: string, timestamp: string, body: Uint8Array): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`;
}

/** Compares in constant time; hexadecimal digits may be of either case. */
export function isSignedWith(secret: string, given: string, timestamp: string, body: Uint8Array): boolean {
  const expected = Buffer.from(signatureOf(secret, timestamp, body));
  const said = Buffer.from(given.toLowerCase());
  return said.length === expected.length && timingSafeEqual(said, expected);
}

/** The instant that `X-Linli-Timestamp` names, in whole Unix seconds; null where it names none. */
export function readTimestamp(text: string): Date | null {
  return /^\d{9,11}$/.test(text) ? new Date(Number(text) * 1000) : null;
}

/** What was signed too long ago, or is yet to be, may be somebody else's repetition. */
export const isFresh = (signedAt: Date, now: Date): boolean =>
  Math.abs(now.getTime() - signedAt.getTime()) <= CLOCK_PATIENCE_MS;
