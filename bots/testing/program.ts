import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { dayZone } from '../../core/testing/day-zone.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const running = new Set<ChildProcess>();
// Whatever becomes of the tests: nothing that they started outlives them.
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** linli in a process of its own. */
export interface Program {
  readonly pid: number | undefined;
  /** Everything it has written so far. */
  said(): string;
  /** Resolves to the first match in what it writes, now or later. @throws what it said, when it ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves to its exit code when it has ended, by itself or because it was asked to. */
  ended(): Promise<number | null>;
  /** Asks it to end, and resolves to its exit code. Ended already, it is left alone. */
  stop(signal?: 'SIGTERM' | 'SIGINT'): Promise<number | null>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Starts `linli …` on a free port, as somebody who has set nothing but these variables, and does not wait for it. */
export function startProgram(args: readonly string[], env: Record<string, string>): Program {
  const child = spawn(process.execPath, ['--import', './core/typescript/register.mjs', 'linli.ts', ...args], {
    cwd: root,
    env: {
      PATH: process.env['PATH'] ?? '',
      LINLI_HTTP: '127.0.0.1:0',
      LINLI_TIMEZONE: dayZone(),
      LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const exit = once(child, 'exit').then(([code]: (number | null)[]) => {
    running.delete(child);
    return code ?? null;
  });
  let said = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      for (const listener of listeners) listener();
    });
  }
  const end = (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return exit;
  };
  return {
    pid: child.pid,
    said: () => said,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = pattern.exec(said);
          if (!match) return;
          listeners.delete(look);
          resolve(match);
        };
        listeners.add(look);
        look();
        void exit.then(() => reject(new Error(`linli ended before it said ${pattern}:\n${said}`)));
      }),
    ended: () => exit,
    stop: (signal = 'SIGTERM') => end(signal),
    kill: () => end('SIGKILL').then(() => undefined),
  };
}

/** Resolves to the address of the rooms once `linli start` or `linli bots` runs, with whatever it says at the start. */
export async function roomsOf(program: Program): Promise<string> {
  await program.says(/Ctrl-C/);
  const [, address = ''] = await program.says(/Rooms +(http:\S+)/);
  return address;
}
