import type { FastifyInstance } from 'fastify';
import type { Database } from '../../../core/database.ts';

/** For whoever watches over the process: 200 as long as the database answers, 503 otherwise. Asks for no password and tells nothing else. */
export function addHealth(server: FastifyInstance, db: Database): void {
  server.get('/health', async (_request, reply) => {
    const alive = await db.$queryRaw`SELECT 1`.then(
      () => true,
      () => false,
    );
    return reply.code(alive ? 200 : 503).send({ database: alive ? 'ok' : 'away' });
  });
}
