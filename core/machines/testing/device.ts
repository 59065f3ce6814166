import type { Clock } from '../../clock.ts';
import type { Reception, SentReport } from '../receive.ts';
import { signatureOf } from '../signature.ts';

/** A device that signs as the documentation says. */
export interface Device {
  /** Signs a body now; `also` changes what is sent afterwards, as a mistake or an attack would; a key in it is signed. */
  signed(body: unknown, also?: Partial<SentReport>): SentReport;
}

let lastKey = 0;

export function createDevice(source: string, secret: string, clock: Clock): Device {
  return {
    signed(body, also = {}) {
      const timestamp = String(Math.floor(clock.now().getTime() / 1000));
      const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
      const key = also.key ?? `key-${(lastKey += 1)}`;
      const signature = signatureOf(secret, { timestamp, key, body: bytes });
      return { source, timestamp, key, body: bytes, signature, ...also };
    },
  };
}

/** The code of the ticket that a report came to. @throws when it was not accepted with one. */
export function codeIn(reception: Reception): string {
  if ('code' in reception && reception.code !== null) return reception.code;
  throw new Error(`no ticket: ${JSON.stringify(reception)}`);
}
