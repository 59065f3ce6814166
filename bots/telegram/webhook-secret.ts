import { createHash } from 'node:crypto';

/** What Telegram must say with every update: the same in every process and after every start, and known to nobody without the token. */
export function webhookSecret(token: string): string {
  return createHash('sha256').update(`linli webhook ${token}`).digest('hex');
}
