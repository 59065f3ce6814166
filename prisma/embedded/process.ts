import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether there is a process of that number, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Whether that process is a PostgreSQL server and not a later bearer of its number. */
export async function isPostgres(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  try {
    if (process.platform !== 'linux') return (await commandOf(pid)).includes('postgres');
    // "12 (postgres) S …": a Z is a dead process that nobody has buried, as happens in containers.
    const [, name, state] = /\((.*)\) (\w)/s.exec(await readFile(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return name === 'postgres' && state !== 'Z';
  } catch {
    return isAlive(pid);
  }
}

async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'win32') {
    return (await run('tasklist', ['/FI', `PID eq ${pid}`, '/NH'])).stdout;
  }
  return (await run('ps', ['-p', String(pid), '-o', 'comm='])).stdout;
}
