import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { open, readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedPostgresError, diskFull } from './failure.ts';
import type { Home } from './home.ts';
import { readPidFile, runningPostmaster } from './postmaster.ts';
import type { Postmaster } from './postmaster.ts';

const START_PATIENCE_MS = 60_000;
const POLL_MS = 25;
const ATTEMPTS = 8;
const LOG_KEPT_BYTES = 5 * 1024 * 1024;

export interface ServerOptions {
  durable: boolean;
  maxConnections: number;
}

// One estate's desk needs little; the defaults are made for a machine of their own.
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  // A socket's path may have 107 bytes at most, and ours may be deep or Chinese.
  unix_socket_directories: '',
  shared_buffers: '64MB',
  max_wal_size: '256MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_checkpoints: 'off',
};
// For tests, whose data nobody misses.
const FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

// Another server on this data was about to start or to stop; the file is empty while that one is just writing it.
const ANOTHER = ['lock file "postmaster.pid" already exists', 'lock file "postmaster.pid" is empty'];
/** What a server says that may well start a moment later. */
const PASSING = [
  ...ANOTHER,
  // Somebody took the port between our asking for a free one and the server's using it.
  'could not create any TCP/IP sockets',
  // The children of a server that was killed have not noticed yet.
  'is still in use',
];

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function openLog(home: Home): Promise<{ fd: number; from: number; close(): Promise<void> }> {
  const size = await stat(home.logFile).then(
    (s) => s.size,
    () => 0,
  );
  const from = size > LOG_KEPT_BYTES ? 0 : size;
  const handle = await open(home.logFile, from === size ? 'a' : 'w', 0o600);
  return { fd: handle.fd, from, close: () => handle.close() };
}

async function logSince(home: Home, from: number): Promise<string> {
  const bytes = await readFile(home.logFile).catch(() => Buffer.alloc(0));
  return bytes.subarray(from).toString('utf8');
}

async function spawnOnce(
  home: Home,
  options: ServerOptions,
): Promise<{ child: ChildProcess; port: number; from: number }> {
  const port = await freePort();
  const settings = {
    ...SETTINGS,
    max_connections: String(options.maxConnections),
    ...(options.durable ? {} : FORGETFUL),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = await openLog(home);
  try {
    // Detached, so that Ctrl-C in the terminal reaches linli alone, which stops the server last. Its output goes to a
    // file and not to us, so that it lives well without us, too.
    const child = spawn(home.binaries.postgres, ['-D', home.clusterDir, '-p', String(port), ...flags], {
      ...home.user.ids,
      cwd: home.clusterDir,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env: { ...process.env, LC_ALL: 'C' },
    });
    child.on('error', () => {});
    child.unref();
    return { child, port, from: log.from };
  } finally {
    await log.close();
  }
}

function failureOf(home: Home, said: string): EmbeddedPostgresError {
  if (said.includes('No space left on device')) return diskFull(home.dir);
  const why = said.split('\n').findLast((line) => line.includes('FATAL:') || line.includes('PANIC:'));
  return new EmbeddedPostgresError(
    'did_not_start',
    `The embedded PostgreSQL did not start: ${why?.replace(/^.*?(FATAL|PANIC):\s*/, '') ?? 'it said nothing'}. See ${home.logFile}.`,
  );
}

/**
 * Starts the server on a free port of 127.0.0.1, or finds the one that somebody else started on the same data meanwhile.
 * @throws EmbeddedPostgresError
 */
export async function startPostmaster(home: Home, options: ServerOptions): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    const { child, port, from } = await spawnOnce(home, options);
    const deadline = Date.now() + START_PATIENCE_MS;
    while (child.exitCode === null && child.signalCode === null && child.pid !== undefined && Date.now() < deadline) {
      const found = await readPidFile(home);
      if (found?.pid === child.pid && found.ready) return { pid: found.pid, port };
      await pause(POLL_MS);
    }
    const said = await logSince(home, from);
    if (ANOTHER.some((sign) => said.includes(sign))) {
      const other = await runningPostmaster(home);
      if (other) return other;
    }
    if (attempt >= ATTEMPTS || !PASSING.some((sign) => said.includes(sign))) throw failureOf(home, said);
    await pause(POLL_MS * attempt * attempt);
  }
}
