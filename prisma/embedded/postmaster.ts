import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Home } from './home.ts';
import { isPostgres } from './process.ts';

const START_PATIENCE_MS = 60_000;
const FAST_STOP_PATIENCE_MS = 8_000;
const STOP_PATIENCE_MS = 15_000;
const POLL_MS = 25;

/** A server process that may not be our child: one that an earlier linli left behind is as good. */
export interface Postmaster {
  pid: number;
  port: number;
}

/** What `postmaster.pid` says: line 1 the process, line 4 the port, line 8 the state. */
export async function readPidFile(home: Home): Promise<{ pid: number; port: number; ready: boolean } | null> {
  const text = await readFile(join(home.clusterDir, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number.parseInt(lines[0] ?? '', 10);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number.parseInt(lines[3] ?? '', 10) || 0, ready: lines[7]?.trim() === 'ready' };
}

/**
 * The server that runs on this data now, if there is one; waits for one that is starting. A lock file left by a server
 * that was killed is removed when its process number belongs to something else by now, which PostgreSQL itself cannot
 * always tell.
 */
export async function runningPostmaster(home: Home): Promise<Postmaster | null> {
  const deadline = Date.now() + START_PATIENCE_MS;
  while (Date.now() < deadline) {
    const found = await readPidFile(home);
    if (!found) return null;
    if (!(await isPostgres(found.pid))) {
      await rm(join(home.clusterDir, 'postmaster.pid'), { force: true });
      return null;
    }
    if (found.ready) return { pid: found.pid, port: found.port };
    await pause(POLL_MS);
  }
  return null;
}

/** Asks the server to end: connections are cut, everything is written. */
export function tellToStop(postmaster: Postmaster): void {
  signal(postmaster.pid, 'SIGINT');
}

/** Ends the server: connections are cut, everything is written. Resolves when the process is gone. */
export async function stopPostmaster(home: Home, postmaster: Postmaster): Promise<void> {
  const started = Date.now();
  let hurried = false;
  if (!(await isPostgres(postmaster.pid))) return;
  tellToStop(postmaster);
  while (await isPostgres(postmaster.pid)) {
    // A crash would lose nothing either: what was committed is in the write-ahead log.
    if (!hurried && Date.now() - started > FAST_STOP_PATIENCE_MS) {
      hurried = true;
      signal(postmaster.pid, 'SIGQUIT');
    }
    if (Date.now() - started > STOP_PATIENCE_MS) return;
    await pause(POLL_MS);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has gone by itself.
  }
}
