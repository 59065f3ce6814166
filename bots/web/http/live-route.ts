import type { FastifyInstance } from 'fastify';
import type { LiveHub } from '../live-hub.ts';
import { securityHeaders } from './guard.ts';

/** Proxies and sleeping laptops cut a silent connection. */
const HEARTBEAT_MS = 20_000;
/** A page that does not read is cut off; it comes back and reads again. */
const MOST_WAITING_BYTES = 1024 * 1024;

/** Server-sent events. Each one is a `LiveView`. */
export function addLive(app: FastifyInstance, hub: LiveHub): void {
  app.get('/api/live', (request, reply) => {
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, {
      ...securityHeaders,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    stream.write('retry: 1000\n\n');
    const write = (text: string) => {
      stream.write(text);
      if (stream.writableLength > MOST_WAITING_BYTES) stream.destroy();
    };
    const leave = hub.add((view) => write(`data: ${JSON.stringify(view)}\n\n`));
    const heartbeat = setInterval(() => write(': here\n\n'), HEARTBEAT_MS);
    request.raw.once('close', () => {
      clearInterval(heartbeat);
      leave();
    });
  });
}
