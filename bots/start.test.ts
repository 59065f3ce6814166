import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { roomsOf, startProgram } from './testing/program.ts';
import type { Program } from './testing/program.ts';

let parent: string;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'linli 小区-'));
  // The database's user must get in, when root runs the tests.
  await chmod(parent, 0o755);
});
afterAll(() => rm(parent, { recursive: true, force: true }));

/** linli as somebody starts it, ended with the test at the latest. */
function linli(args: readonly string[], env: Record<string, string>): Program {
  const program = startProgram(args, env);
  onTestFinished(() => program.stop().then(() => undefined));
  return program;
}

describe('linli start', { timeout: 120_000 }, () => {
  it('is whole without any configuration, refuses a second one on the same data, and ends cleanly', async () => {
    const dataDir = join(parent, 'data');
    const first = linli(['start'], { LINLI_DATA: dataDir });
    const address = await roomsOf(first);
    const health = await fetch(new URL('/health', address));
    expect(await health.json()).toEqual({ database: 'ok' });
    expect((await fetch(address)).headers.get('content-type')).toContain('text/html');

    const second = linli(['start'], { LINLI_DATA: dataDir });
    expect(await second.ended()).toBe(1);
    expect(second.said()).toBe(`linli is already running on ${dataDir} (process ${first.pid}).\n`);

    expect(await first.stop('SIGINT')).toBe(0);

    const again = linli(['start'], { LINLI_DATA: dataDir });
    await roomsOf(again);
    expect(await again.stop()).toBe(0);
  });

  it('says that the port is taken, and how to choose another', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const refused = linli(['start'], { LINLI_DATA: join(parent, 'other'), LINLI_HTTP: `127.0.0.1:${port}` });
    expect(await refused.ended()).toBe(1);
    expect(refused.said()).toContain(`127.0.0.1:${port} is taken by another program. Choose another with LINLI_HTTP`);
  });

  it.each([
    { args: ['start'], env: { LINLI_HTTP: '0.0.0.0:1' }, names: ['LINLI_PASSWORD'] },
    { args: ['workers'], env: { REDIS_URL: 'x', DATABASE_URL: 'y' }, names: ['REDIS_URL', 'DATABASE_URL'] },
  ])('$args.0 ends at once with one message that names $names', async ({ args, env, names }) => {
    const refused = linli(args, env);
    expect(await refused.ended()).toBe(2);
    for (const name of names) expect(refused.said()).toContain(name);
  });
});
