import type { Logger } from 'pino';
import type { Backend } from './backend-port.ts';
import { openPostgresBackend } from './postgres-backend.ts';
import { openRedisBackend } from './redis-backend.ts';

/**
 * Opens what BullMQ keeps its jobs in: Redis when there is an address of one, otherwise a schema of its own in the
 * database. This is the only place that picks.
 *
 * @throws {BackendUnavailableError} when the server does not answer within some seconds
 */
export function openBackend(where: { redisUrl: string | null; databaseUrl: string; log: Logger }): Promise<Backend> {
  if (where.redisUrl !== null) return openRedisBackend(where.redisUrl, where.log);
  return openPostgresBackend(where.databaseUrl, where.log);
}
