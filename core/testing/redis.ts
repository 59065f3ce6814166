import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface TestRedis {
  url: string;
  /** Forgets everything, as after a restart without its data. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port of 127.0.0.1 is free');
  return address.port;
}

/**
 * A Redis of its own for the test that asks, on a free port, keeping nothing.
 * @throws when redis-server is not installed
 */
export async function startRedis(): Promise<TestRedis> {
  const port = await freePort();
  const dir = await mkdtemp(join(tmpdir(), 'linli-redis-'));
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', dir];
  const child = spawn('redis-server', flags, { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit').catch((error: unknown) => {
    throw new Error('These tests need redis-server: apt-get install redis-server', { cause: error });
  });
  await Promise.race([ready(child.stdout), exit.then(() => Promise.reject(new Error('redis-server did not start')))]);
  return {
    url: `redis://127.0.0.1:${port}`,
    async flush() {
      const socket = connect(port, '127.0.0.1').setEncoding('utf8');
      socket.write('FLUSHALL\r\n');
      const [answer] = (await once(socket, 'data')) as [string];
      socket.destroy();
      if (answer !== '+OK\r\n') throw new Error(`redis-server answered ${answer}`);
    },
    async stop() {
      child.kill('SIGTERM');
      await exit;
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function ready(output: NodeJS.ReadableStream): Promise<void> {
  for await (const line of createInterface({ input: output })) {
    if (!line.includes('Ready to accept connections')) continue;
    output.resume();
    return;
  }
}
