import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

interface PageFile {
  body: Buffer;
  type: string;
  etag: string;
}

function readPage(folder: URL): Map<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const name of readdirSync(folder)) {
    const type = types[extname(name)];
    if (!type) continue;
    const body = readFileSync(new URL(name, folder));
    files.set(name, { body, type, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` });
  }
  return files;
}

/** The page as it stands in `bots/web/page`: read once, served from memory, nothing of it built. */
export function addPage(app: FastifyInstance): void {
  const files = readPage(new URL('../page/', import.meta.url));

  const serve = (name: string, request: FastifyRequest, reply: FastifyReply) => {
    const file = files.get(name);
    if (!file) return reply.code(404).send({ error: 'not_found' });
    void reply.header('etag', file.etag).header('cache-control', 'no-cache');
    if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
    return reply.type(file.type).send(file.body);
  };

  app.get('/', (request, reply) => serve('index.html', request, reply));
  app.get('/login', (request, reply) => serve('login.html', request, reply));
  app.get('/favicon.ico', (request, reply) => serve('icon.svg', request, reply));
  app.get<{ Params: { name: string } }>('/page/:name', (request, reply) => serve(request.params.name, request, reply));
}
