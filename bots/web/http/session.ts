import { createHash, createHmac, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

const SESSION_MS = 30 * 24 * 60 * 60 * 1000;
export const SESSION_COOKIE = 'linli_rooms';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Sessions that need no store: a signed instant. Signed with a key made of the password, so that they outlive a restart,
 * hold in every process, and end for everybody when the password is changed.
 */
export class Sessions {
  readonly #password: Buffer;
  readonly #key: Buffer;

  constructor(password: string) {
    this.#password = digest(password);
    this.#key = scryptSync(password, 'linli rooms session', 32);
  }

  /** Takes the same time however much of it is right. */
  isPassword(attempt: string): boolean {
    return timingSafeEqual(digest(attempt), this.#password);
  }

  /** The value of the cookie for somebody who gave the right password; good for 30 days. */
  issue(now: Date): { token: string; maxAgeSeconds: number } {
    const body = `${now.getTime() + SESSION_MS}.${randomBytes(9).toString('base64url')}`;
    return { token: `${body}.${this.#sign(body)}`, maxAgeSeconds: SESSION_MS / 1000 };
  }

  /** A session is over at the very instant it ends. */
  isValid(token: string, now: Date): boolean {
    const parts = /^((\d{13,15})\.[\w-]{12})\.([\w-]{43})$/.exec(token);
    if (!parts) return false;
    const [, body = '', until, signature = ''] = parts;
    return timingSafeEqual(Buffer.from(signature), Buffer.from(this.#sign(body))) && Number(until) > now.getTime();
  }

  #sign(body: string): string {
    return createHmac('sha256', this.#key).update(body).digest('base64url');
  }
}

/** The session in a Cookie header; empty when there is none. */
export function sessionCookie(header: string | undefined): string {
  for (const pair of header?.split(';') ?? []) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === SESSION_COOKIE) return value ?? '';
  }
  return '';
}
