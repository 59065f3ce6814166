import { pino } from 'pino';
import { z } from 'zod';
import { connectDatabase } from '../../prisma/client.ts';
import { systemClock } from '../../core/clock.ts';
import { createDesk } from '../../core/desk/desk.ts';
import { openBackend } from '../backend.ts';
import { startWorkers } from '../start.ts';

const orders = z.object({
  databaseUrl: z.string(),
  redisUrl: z.string().nullable(),
  sweepEveryMs: z.number().optional(),
  ringLostMs: z.number().optional(),
});

/** A worker in a process of its own, as `linli workers` is, but that nothing is sent to any platform. */
async function work({ databaseUrl, redisUrl, sweepEveryMs, ringLostMs }: z.output<typeof orders>): Promise<void> {
  const log = pino({ level: process.env['LOG_LEVEL'] ?? 'silent' });
  const connection = connectDatabase(databaseUrl, { poolSize: 10, onConnectionLost: () => {} });
  const { db } = connection;
  const backend = await openBackend({ redisUrl, databaseUrl, log });
  const workers = startWorkers({
    backend,
    db,
    clock: systemClock,
    channels: new Map(),
    handlers: {
      async deadline(id) {
        await desk.due(id);
        process.send?.({ id, atMs: Date.now() });
      },
      unhandled: () => Promise.resolve(),
    },
    log,
    ...(sweepEveryMs === undefined ? {} : { sweepEveryMs }),
    ...(ringLostMs === undefined ? {} : { ringLostMs }),
  });
  const defaults = { locale: 'zh-CN', timeZone: 'Asia/Shanghai' };
  const desk = createDesk({ db, clock: systemClock, bells: workers.bells, log, defaults });
  process.on('message', () => {
    void (async () => {
      await workers.stop();
      await backend.close();
      await connection.close();
      process.exit(0);
    })();
  });
  // Whoever started it is gone, and nobody else ends it.
  process.on('disconnect', () => process.exit(1));
  process.send?.('ready');
}

await work(orders.parse(JSON.parse(process.argv[2] ?? '{}')));
