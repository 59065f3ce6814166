import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  readlink,
  realpath,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { AlreadyRunning, EmbeddedPostgresError } from './failure.ts';
import { startEmbeddedPostgres } from './start.ts';
import type { EmbeddedOptions, EmbeddedPostgres } from './start.ts';

const isRoot = process.getuid?.() === 0;
let parent: string;
let dataDir: string;

vi.setConfig({ testTimeout: 60_000 });

beforeEach(async ({ onTestFinished }) => {
  parent = await realpath(await mkdtemp(join(tmpdir(), 'linli 邻里-')));
  await chmod(parent, 0o755);
  dataDir = join(parent, 'data');
  // Registered first, so done last: when every server of the test has ended.
  const dir = parent;
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
});

async function start(options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedPostgres> {
  const starting = startEmbeddedPostgres({ dataDir, durable: false, ...options });
  // Also when the test gives up before the server is there.
  onTestFinished(() =>
    starting.then(
      (server) => server.stop(),
      () => {},
    ),
  );
  return starting;
}

async function query<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function serverPid(): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8'), 10);
}

/** Another linli, in a process of its own, that has started the server. */
async function anotherProcess(): Promise<{ pid: number; url: string; kill(): Promise<void> }> {
  const program = fileURLToPath(new URL('../testing/hold-server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', './core/typescript/register.mjs', program, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exit;
  };
  onTestFinished(kill);
  for await (const url of createInterface({ input: child.stdout })) return { pid: child.pid ?? 0, url, kill };
  throw new Error('the other process did not start a server');
}

describe('the first start, in a folder with spaces and Chinese characters', () => {
  it('makes a UTF-8 database that listens on loopback only and asks for a password', async () => {
    const { url } = await start();
    expect(
      await query(
        url,
        `SELECT current_database() AS name, current_setting('server_encoding') AS encoding,
      current_setting('listen_addresses') AS listens, current_setting('unix_socket_directories') AS sockets,
      lower('ÄÖ') AS lower, length('邻里') AS length`,
      ),
    ).toEqual([{ name: 'linli', encoding: 'UTF8', listens: '127.0.0.1', sockets: '', lower: 'äö', length: 2 }]);
    const wrong = new URL(url);
    wrong.password = 'guess';
    await expect(query(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    const { mode } = await stat(join(dataDir, 'postgres/password'));
    expect((mode & 0o777).toString(8)).toBe('600');
  });

  it('heals what an earlier first start left that was killed', async () => {
    const gone = join(dataDir, 'postgres.new-999999999-abcdef');
    await mkdir(join(gone, 'cluster/base'), { recursive: true });
    const { url } = await start();
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await readdir(dataDir)).toEqual(['postgres']);
  });

  it.each([
    { told: 'the folder cannot be made', make: () => writeFile(dataDir, 'a file') },
    {
      told: 'something else has its name',
      make: () => mkdir(dataDir).then(() => writeFile(join(dataDir, 'postgres'), 'a file')),
    },
  ])('says in one sentence that $told', async ({ make }) => {
    await make();
    const failing = startEmbeddedPostgres({ dataDir });
    await expect(failing).rejects.toBeInstanceOf(EmbeddedPostgresError);
    await expect(failing).rejects.toMatchObject({
      failure: 'unwritable',
      message: expect.stringContaining('LINLI_DATA'),
    });
  });
});

describe('the second start', () => {
  it('finds what was written before, and ends although somebody is still connected', async () => {
    const first = await start();
    await query(first.url, `CREATE TABLE kept AS SELECT '3栋电梯坏了' AS text`);
    const forgotten = new Client({ connectionString: first.url });
    forgotten.on('error', () => {});
    await forgotten.connect();
    await first.stop();
    const second = await start();
    expect(await query(second.url, 'SELECT text FROM kept')).toEqual([{ text: '3栋电梯坏了' }]);
  });

  it('takes over the server that a killed linli left running', async () => {
    const other = await anotherProcess();
    await query(other.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    const pid = await serverPid();
    await other.kill();
    const server = await start();
    const { url } = server;
    expect(await serverPid()).toBe(pid);
    expect(await query(url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    await server.stop();
    await expect(query(url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('starts although server and linli were both killed', async () => {
    const other = await anotherProcess();
    await query(other.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    process.kill(await serverPid(), 'SIGKILL');
    await other.kill();
    const { url } = await start();
    expect(await query(url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });

  it('starts although the process number of the killed server is now that of something else', async () => {
    const first = await start();
    await first.stop();
    const lockFile = [process.pid, join(dataDir, 'postgres/cluster'), 0, 1, '', '127.0.0.1', '', 'ready', ''].join(
      '\n',
    );
    await writeFile(join(dataDir, 'postgres/cluster/postmaster.pid'), lockFile);
    const { url } = await start();
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('starts although another server was just writing its lock file', async () => {
    await (await start()).stop();
    const lockFile = join(dataDir, 'postgres/cluster/postmaster.pid');
    const log = join(dataDir, 'postgres/server.log');
    await writeFile(lockFile, '');
    const starting = start();
    await vi.waitFor(async () => expect(await readFile(log, 'utf8')).toContain('is empty'), { timeout: 30_000 });
    await rm(lockFile);
    const { url } = await starting;
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('two on the same data', () => {
  it('refuses the second, says which process is the first, and leaves it alone', async () => {
    const other = await anotherProcess();
    const refused = startEmbeddedPostgres({ dataDir, durable: false });
    await expect(refused).rejects.toBeInstanceOf(AlreadyRunning);
    await expect(refused).rejects.toMatchObject({
      pid: other.pid,
      message: expect.stringContaining(String(other.pid)),
    });
    expect(await query(other.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it.each(['a new folder', 'a folder with data'])(
    'lets exactly one of two that start at once have %s',
    async (which) => {
      if (which === 'a folder with data') await (await start()).stop();
      const outcomes = await Promise.allSettled([start(), start()]);
      const winners = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
      const refusals = outcomes.flatMap((outcome) =>
        outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
      );
      expect(winners).toHaveLength(1);
      expect(refusals).toEqual([expect.any(AlreadyRunning)]);
      expect(await query(winners[0]?.url ?? '', 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    },
  );
});

describe('a server that dies while it is in use', () => {
  it('is told once, and stopping it does no harm', async () => {
    let tell: (error: Error) => void = () => {};
    const lost = new Promise<Error>((resolve) => (tell = resolve));
    let times = 0;
    const server = await start({
      onLost(error) {
        times += 1;
        tell(error);
      },
    });
    process.kill(await serverPid(), 'SIGKILL');
    expect(await lost).toBeInstanceOf(Error);
    await server.stop();
    expect(times).toBe(1);
  });

  it('is not told when we end it ourselves', async () => {
    let times = 0;
    const server = await start({ onLost: () => (times += 1) });
    await server.stop();
    expect(times).toBe(0);
  });
});

describe.runIf(isRoot)('as root, in a home that is closed to others', () => {
  it('keeps the data where its user can reach it, and finds it again', async () => {
    await chmod(parent, 0o700);
    const said: string[] = [];
    const first = await start({ log: (line) => said.push(line) });
    const pointer = join(dataDir, 'postgres');
    expect((await lstat(pointer)).isSymbolicLink()).toBe(true);
    const place = await readlink(pointer);
    onTestFinished(() => rm(dirname(place), { recursive: true, force: true }));
    expect(place).toMatch(/^\/var\/lib\/linli\//);
    expect(said.join('\n')).toContain(place);
    await query(first.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    await first.stop();
    const second = await start();
    expect(await query(second.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    await second.stop();
  });
});
