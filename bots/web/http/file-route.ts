import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Database } from '../../../core/database.ts';
import { isShownInline } from './upload.ts';

/** Hands out the files of messages. What a browser could run is only ever downloaded. */
export function addFiles(app: FastifyInstance, db: Database): void {
  app.get<{ Params: { id: string } }>('/files/:id', async (request, reply) => {
    const id = z.uuid().safeParse(request.params.id);
    const file = id.success ? await db.webFile.findUnique({ where: { id: id.data } }) : null;
    if (!file) return reply.code(404).send({ error: 'not_found' });
    const inline = isShownInline(file.mimeType);
    return reply
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'private, max-age=31536000, immutable')
      .header(
        'content-disposition',
        `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      )
      .type(inline ? file.mimeType : 'application/octet-stream')
      .send(Buffer.from(file.bytes));
  });
}
