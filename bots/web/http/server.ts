import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { ZodError } from 'zod';
import { faultOf } from '../fault.ts';
import type { LiveHub } from '../live-hub.ts';
import { addApi, type ApiParts } from './api-routes.ts';
import { addFiles } from './file-route.ts';
import { judge, securityHeaders } from './guard.ts';
import { addLive } from './live-route.ts';
import { addLogin } from './login-routes.ts';
import { addPage } from './page-routes.ts';
import { Sessions } from './session.ts';
import { uploadLimits } from './upload.ts';

export interface ServerParts extends Omit<ApiParts, 'hasPassword'> {
  hub: LiveHub;
  password: string | null;
  log: Logger;
}

/**
 * The server of the rooms. The guard, the password and the headers hold for the routes of the rooms only: other routes
 * that share the port (a webhook, health) are added to the returned instance and have rules of their own.
 */
export function createServer({ db, clock, people, hub, password, log }: ServerParts): FastifyInstance {
  const server = fastify({
    logger: false,
    forceCloseConnections: true,
    bodyLimit: 256 * 1024,
    // Whose wrong passwords are counted: a proxy on this machine says for whom it asks, nobody else is believed.
    trustProxy: 'loopback',
  });

  void server.register(async (app) => {
    await app.register(multipart, { limits: uploadLimits });

    app.addHook('onRequest', async (request, reply) => {
      reply.headers(securityHeaders);
      const verdict = judge(request, { hasPassword: password !== null });
      if (verdict.kind === 'pass') return undefined;
      return reply.code(verdict.status).send({ error: 'refused', reason: verdict.reason });
    });
    app.addHook('onSend', async (request, reply) => {
      if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    });
    app.setErrorHandler((error, _request, reply) => {
      if (error instanceof ZodError) return reply.code(400).send({ error: 'bad_request' });
      const status = statusOf(error);
      if (status >= 500) log.error({ fault: faultOf(error) }, 'rooms: a request failed');
      return reply.code(status).send({ error: status === 413 ? 'too_large' : status < 500 ? 'bad_request' : 'fault' });
    });

    if (password !== null) addLogin(app, { sessions: new Sessions(password), clock });
    addPage(app);
    addApi(app, { db, clock, people, hasPassword: password !== null });
    addFiles(app, db);
    addLive(app, hub);
  });
  return server;
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : null;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}
