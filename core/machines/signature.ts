import { createHmac, timingSafeEqual } from 'node:crypto';

/** By so much the clock of a device may differ from ours, either way; exactly so much is still accepted. */
export const CLOCK_PATIENCE_MS = 5 * 60_000;

/** What is signed of a report. Neither timestamp nor key has a full stop in it, so that one signature fits one report. */
export interface Signed {
  timestamp: string;
  key: string;
  body: Uint8Array;
}

/**
 * What a device writes into `X-Linli-Signature`: `v1=` and the HMAC-SHA256, in hexadecimal, of the timestamp, a full stop, the
 * idempotency key, a full stop and the body byte for byte, with the secret of its source as key. The key is signed, too, so that
 * nobody who overheard a report can send it again as another one.
 */
export function signatureOf(secret: string, { timestamp, key, body }: Signed): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${key}.`).update(body).digest('hex')}`;
}

/** Compares in constant time; hexadecimal digits may be of either case. */
export function isSignedWith(secret: string, given: string, signed: Signed): boolean {
  const expected = Buffer.from(signatureOf(secret, signed));
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
