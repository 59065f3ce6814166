import { pino } from 'pino';
import type { Finding } from '../core/doctor.ts';
import { BackendUnavailableError } from './backend-port.ts';
import { openRedisBackend } from './redis-backend.ts';

/** Whether Redis answers, if jobs are to run on it. */
export async function checkRedis(redisUrl: string | null): Promise<Finding> {
  if (redisUrl === null) return { kind: 'unused', says: 'REDIS_URL is not set: jobs run on PostgreSQL' };
  try {
    const backend = await openRedisBackend(redisUrl, pino({ level: 'silent' }));
    await backend.close();
    return { kind: 'well', says: 'answers' };
  } catch (error) {
    if (!(error instanceof BackendUnavailableError)) throw error;
    return { kind: 'ill', says: error.message, mend: 'Start it, correct REDIS_URL, or unset it.' };
  }
}
