import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Clock } from '../../../core/clock.ts';
import { LoginThrottle } from './login-throttle.ts';
import { SESSION_COOKIE, sessionCookie, type Sessions } from './session.ts';

const attemptSchema = z.object({ password: z.string().max(1000) });
/** What may be read without the password: the page to give it, and its looks. */
const open = /^\/(login|page\/[\w.-]+)$/;

const cookie = (request: FastifyRequest, value: string, maxAge: number): string =>
  `${SESSION_COOKIE}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}` +
  (request.headers['x-forwarded-proto'] === 'https' ? '; Secure' : '');

/** Asks for the password before anything else of the rooms is given out. */
export function addLogin(app: FastifyInstance, { sessions, clock }: { sessions: Sessions; clock: Clock }): void {
  const throttle = new LoginThrottle();

  app.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    if (open.test(path) || sessions.isValid(sessionCookie(request.headers.cookie), clock.now())) return undefined;
    return path === '/' ? reply.redirect('/login') : reply.code(401).send({ error: 'signed_out' });
  });

  app.post('/login', async (request, reply) => {
    const attempt = attemptSchema.safeParse(request.body);
    if (!attempt.success) return reply.code(400).send({ error: 'bad_request' });
    const waitMs = throttle.waitMs(request.ip, clock.now());
    if (waitMs > 0) {
      return reply
        .code(429)
        .header('retry-after', Math.ceil(waitMs / 1000))
        .send({ error: 'wait', waitMs });
    }
    if (!sessions.isPassword(attempt.data.password)) {
      throttle.wrong(request.ip, clock.now());
      return reply.code(401).send({ error: 'wrong', waitMs: throttle.waitMs(request.ip, clock.now()) });
    }
    throttle.right(request.ip);
    const { token, maxAgeSeconds } = sessions.issue(clock.now());
    return reply
      .code(204)
      .header('set-cookie', cookie(request, token, maxAgeSeconds))
      .send();
  });

  app.post('/logout', async (request, reply) =>
    reply
      .code(204)
      .header('set-cookie', cookie(request, '', 0))
      .send(),
  );
}
