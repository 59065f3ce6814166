import type { FastifyInstance } from 'fastify';
import type { Database } from '../../../core/database.ts';
import { modelStanding } from '../../../core/intake/opinion/standing.ts';

/**
 * For whoever watches over the process: 200 as long as the database answers, 503 otherwise. Where a language model is configured, also whether it
 * has answered lately; without it the desk works, too. Asks for no password and tells nothing else.
 */
export function addHealth(server: FastifyInstance, db: Database, { hasModel }: { hasModel: boolean }): void {
  server.get('/health', async (_request, reply) => {
    try {
      await db.$queryRaw`SELECT 1`;
      const model = hasModel ? { languageModel: await modelStanding(db) } : {};
      return await reply.send({ database: 'ok', ...model });
    } catch {
      return reply.code(503).send({ database: 'away' });
    }
  });
}
