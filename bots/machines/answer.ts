import type { Reception } from '../../core/machines/receive.ts';

/** What a device is answered over HTTP. */
export interface MachineAnswer {
  status: number;
  body: { id: string; ticket?: string } | { error: string; mend: string };
  /** In whole seconds. */
  retryAfter?: number;
}

const refused = (status: number, error: string, mend: string): MachineAnswer => ({ status, body: { error, mend } });

/** Every answer that is no success says in plain words how to mend it, and nothing about which sources there are. */
export function answerTo(reception: Reception): MachineAnswer {
  switch (reception.kind) {
    case 'accepted':
    case 'known': {
      const { id, code } = reception;
      return { status: reception.kind === 'accepted' ? 202 : 200, body: code === null ? { id } : { id, ticket: code } };
    }
    case 'key_missing':
      return refused(
        400,
        'key_missing',
        'Send an Idempotency-Key of 1 to 128 ASCII characters without a full stop, the same again when you repeat a report.',
      );
    case 'unreadable':
      return refused(400, 'unreadable', reception.mend);
    case 'not_fresh':
      return refused(
        401,
        'not_fresh',
        'X-Linli-Timestamp is more than 5 minutes away from our clock. Set the clock of the device, and sign anew.',
      );
    case 'not_signed':
      return refused(
        401,
        'not_signed',
        'Check the address and the secret. X-Linli-Timestamp is in whole Unix seconds; X-Linli-Signature is v1= and the hexadecimal HMAC-SHA256 of timestamp + "." + key + "." + body, byte for byte.',
      );
    case 'revoked':
      return refused(
        403,
        'revoked',
        'This source was revoked. A manager gives it a new secret in the direct chat with the desk.',
      );
    case 'key_reused':
      return refused(
        409,
        'key_reused',
        'This Idempotency-Key came with another body before. A new report wants a new key.',
      );
    case 'too_many': {
      const retryAfter = Math.max(1, Math.ceil(reception.waitMs / 1000));
      const mend = `Too many reports in a minute. Send it again with the same key in ${retryAfter} seconds.`;
      return { ...refused(429, 'too_many', mend), retryAfter };
    }
  }
}
