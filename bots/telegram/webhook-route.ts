import type { FastifyInstance } from 'fastify';
import type { TelegramWebhook } from './webhook.ts';

/** Hangs the webhook into a server; the request reaches it as it came, before anything has read its body. */
export function addWebhookRoute(server: FastifyInstance, webhook: TelegramWebhook): void {
  void server.register(async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, _payload, done) => done(null));
    app.post(webhook.path, async (request, reply) => {
      reply.hijack();
      await webhook.handle(request.raw, reply.raw);
    });
  });
}
