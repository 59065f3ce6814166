/** What the guard looks at in a request. */
export interface GuardedRequest {
  method: string;
  headers: Record<string, string | string[] | undefined>;
}

export type Verdict = { kind: 'pass' } | { kind: 'refuse'; status: 403 | 421; reason: string };

const pass: Verdict = { kind: 'pass' };
const refuse = (status: 403 | 421, reason: string): Verdict => ({ kind: 'refuse', status, reason });

const loopbackName = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/** Whether a server that listens there is reached from this machine only. */
export const isLoopback = (host: string): boolean => loopbackName.test(host) || host === '::1';

const proxyHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];
const harmless = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Keeps other sites out of the rooms.
 *
 * Without a password a page of another site could reach the rooms by letting its own name point at 127.0.0.1 (DNS
 * rebinding): so the name must be a loopback name, and nobody may have forwarded the request from elsewhere. What
 * changes something must come from a page of the same origin (CSRF): browsers say where it comes from, so a request
 * that does not say is refused as well.
 */
export function judge(request: GuardedRequest, { hasPassword }: { hasPassword: boolean }): Verdict {
  const host = one(request.headers['host']);
  if (!hasPassword) {
    if (!loopbackName.test(host.replace(/:\d+$/, '')))
      return refuse(421, 'Without a password the rooms answer to loopback names only.');
    if (proxyHeaders.some((name) => request.headers[name] !== undefined)) {
      return refuse(403, 'Behind a proxy the rooms need a password.');
    }
  }
  if (harmless.includes(request.method)) return pass;
  const origin = one(request.headers['origin']);
  if (origin !== '') return hostOf(origin) === host.toLowerCase() ? pass : refuse(403, 'From another site.');
  return one(request.headers['sec-fetch-site']) === 'same-origin' ? pass : refuse(403, 'From nowhere known.');
}

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? '' : (value ?? ''));

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

/** Sent with every answer. Only what this server serves runs, and nobody else may frame or read it. */
export const securityHeaders: Record<string, string> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "media-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};
