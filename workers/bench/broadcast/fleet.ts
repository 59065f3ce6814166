import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface FleetOrders {
  databaseUrl: string;
  redisUrl: string | null;
  apiRoot: string;
  count: number;
}

/** Processes of `linli workers`, as an estate would run them. */
export interface Fleet {
  /** SIGKILL for one of them; another is started at once. Returns when. */
  killOne(which: number): Promise<number>;
  /** The most memory that one of them had, in MB; NaN where the system does not tell. */
  peakMemoryMb(): number;
  /** @throws when one of them ended by itself */
  check(): void;
  stop(): Promise<void>;
}

const program = fileURLToPath(new URL('../../../linli.ts', import.meta.url));
const loader = new URL('../../../core/typescript/register.mjs', import.meta.url).href;
const flags = ['--optimize-for-size', '--max-semi-space-size=1', '--import', loader];
const MEMORY_EVERY_MS = 500;

export async function startFleet(orders: FleetOrders): Promise<Fleet> {
  const children = new Map<number, ChildProcess>();
  let peakKb = Number.NaN;
  let fault: Error | null = null;

  const start = async (place: number): Promise<void> => {
    const child = spawn(process.execPath, [...flags, program, 'workers'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...here,
        DATABASE_URL: orders.databaseUrl,
        ...(orders.redisUrl === null ? {} : { REDIS_URL: orders.redisUrl }),
        TELEGRAM_BOT_TOKEN: '777:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
        TELEGRAM_API_ROOT: orders.apiRoot,
        LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'fatal',
      },
    });
    children.set(place, child);
    child.once('exit', () => {
      if (!child.killed) fault ??= new Error('a worker ended by itself');
    });
    for await (const line of createInterface({ input: child.stdout })) if (line.startsWith('linli works')) break;
    child.stdout.resume();
  };
  const measure = async (): Promise<void> => {
    for (const { pid } of children.values()) peakKb = most(peakKb, await peakOf(pid));
  };
  const timer = setInterval(() => void measure(), MEMORY_EVERY_MS);
  await Promise.all(Array.from({ length: orders.count }, (_, place) => start(place)));

  return {
    async killOne(which) {
      const place = which % orders.count;
      const child = children.get(place);
      await measure();
      const at = Date.now();
      if (child) {
        const exit = once(child, 'exit');
        child.kill('SIGKILL');
        await exit;
      }
      await start(place);
      return at;
    },
    check() {
      if (fault) throw fault;
    },
    peakMemoryMb: () => peakKb / 1_024,
    async stop() {
      clearInterval(timer);
      await measure();
      await Promise.all(
        [...children.values()].map(async (child) => {
          if (child.exitCode !== null || child.signalCode !== null) return;
          const exit = once(child, 'exit');
          child.kill('SIGTERM');
          await exit;
        }),
      );
    },
  };
}

/** What a program needs of its surroundings, without what configures another linli. */
const here = Object.fromEntries(
  ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  }),
);

const most = (a: number, b: number): number => (Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.max(a, b));

/** https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
async function peakOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN);
}
