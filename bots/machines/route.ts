import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import type { MachineReceiver } from '../../core/machines/receive.ts';
import { answerTo, type MachineAnswer } from './answer.ts';

const BODY_LIMIT = 16 * 1024;

/**
 * `POST /in/:source` (P10h): whoever can sign may report, from wherever. The password of the rooms and what guards their pages do
 * not hold here: no browser signs, and nothing is shown.
 */
export function addMachines(server: FastifyInstance, receiver: MachineReceiver, log: Logger): void {
  void server.register(
    async (app) => {
      // The signature is of the bytes, so nobody reads them before.
      app.removeAllContentTypeParsers();
      app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
      app.setNotFoundHandler((_request, reply) =>
        send(reply, { status: 404, body: { error: 'not_found', mend: 'Reports go to POST /in/NAME-OF-THE-SOURCE.' } }),
      );
      app.setErrorHandler((error, _request, reply) => send(reply, answerToFault(error, log)));
      app.post<{ Params: { source: string } }>('/:source', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
        const { headers, params, body } = request;
        const reception = await receiver.receive({
          source: params.source.normalize('NFKC'),
          timestamp: one(headers['x-linli-timestamp']),
          signature: one(headers['x-linli-signature']),
          key: one(headers['idempotency-key']),
          body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
        });
        return send(reply, answerTo(reception));
      });
    },
    { prefix: '/in' },
  );
}

function send(reply: FastifyReply, { status, body, retryAfter }: MachineAnswer): FastifyReply {
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  return reply.code(status).header('cache-control', 'no-store').send(body);
}

function answerToFault(error: unknown, log: Logger): MachineAnswer {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : null;
  if (status === 413) return { status, body: { error: 'too_large', mend: 'The body must not be larger than 16 KB.' } };
  if (status === 415) {
    return { status, body: { error: 'not_json', mend: 'Send the report as Content-Type: application/json.' } };
  }
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return { status, body: { error: 'bad_request', mend: 'The request is no whole HTTP request.' } };
  }
  log.error(
    { fault: error instanceof Error ? error.name : 'unknown' },
    'a report of a machine could not be stored; it will be sent again',
  );
  return {
    status: 500,
    body: { error: 'fault', mend: 'Nothing was stored. Send it again with the same key in a minute.' },
  };
}

/** A header that came twice is none. */
const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value.trim() : '');
