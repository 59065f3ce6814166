import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface WorkerOrders {
  databaseUrl: string;
  /** Null: jobs on PostgreSQL. */
  redisUrl: string | null;
  sweepEveryMs?: number;
  ringLostMs?: number;
}

/** A deadline that a worker has dealt with: its transaction is over. */
export interface Done {
  id: string;
  atMs: number;
}

export interface DeadlineWorker {
  /** Lets it end what it does. @throws when it had ended by itself */
  stop(): Promise<void>;
  /** Ends it where it stands. */
  kill(): Promise<void>;
}

const program = fileURLToPath(new URL('deadline-worker.ts', import.meta.url));
const loader = new URL('../../core/typescript/register.mjs', import.meta.url).href;

/** Starts a process that works on deadlines, and resolves once it does. @throws when it ends before that */
export async function startDeadlineWorker(
  orders: WorkerOrders,
  onDone: (done: Done) => void = () => {},
): Promise<DeadlineWorker> {
  const child = fork(program, [JSON.stringify(orders)], { execArgv: ['--import', loader] });
  const exit = once(child, 'exit');
  const tooEarly = exit.then(() => Promise.reject(new Error('the worker ended before it was ready')));
  await Promise.race([once(child, 'message'), tooEarly]);
  tooEarly.catch(() => undefined);
  child.on('message', (message) => onDone(message as Done));
  return {
    async stop() {
      if (child.exitCode !== null) throw new Error('the worker had ended by itself');
      child.send('stop');
      await exit;
    },
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
  };
}
