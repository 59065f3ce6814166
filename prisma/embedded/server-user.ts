import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './failure.ts';

const run = promisify(execFile);

/** As whom the server runs. PostgreSQL refuses to run as root, so root needs somebody else. */
export interface ServerUser {
  /** For child processes; empty when the server runs as we do. */
  ids: { uid?: number; gid?: number };
}

async function lookUp(name: string): Promise<ServerUser | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { ids: { uid: Number(uid.stdout), gid: Number(gid.stdout) } };
  } catch {
    return null;
  }
}

async function create(name: string): Promise<void> {
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]);
  } catch {
    // BusyBox (Alpine) has adduser only.
    await run('addgroup', ['-S', name]);
    await run('adduser', ['-S', '-D', '-H', '-G', name, name]);
  }
}

/**
 * Whom the server must run as. Data that exists belongs to somebody, and the server accepts it from nobody else: root
 * can start it for its owner. Otherwise root uses the system user `postgres`, which is created when there is none.
 * @param clusterDir the data, if there is any yet
 * @throws EmbeddedPostgresError
 */
export async function serverUser(clusterDir: string, log: (line: string) => void): Promise<ServerUser> {
  const ownUid = process.getuid?.();
  if (ownUid === undefined) return { ids: {} };
  const existing = await stat(clusterDir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EACCES') throw otherOwner(clusterDir, error);
    return null;
  });
  if (ownUid !== 0) {
    if (existing && existing.uid !== ownUid) throw otherOwner(clusterDir);
    return { ids: {} };
  }
  if (existing && existing.uid !== 0) return { ids: { uid: existing.uid, gid: existing.gid } };
  const present = await lookUp('postgres');
  if (present) return present;
  try {
    await create('postgres');
  } catch (error) {
    throw noUser(error);
  }
  const created = await lookUp('postgres');
  if (!created) throw noUser();
  log('Created the system user "postgres": PostgreSQL does not run as root.');
  return created;
}

function otherOwner(dir: string, cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'other_owner',
    `The data in ${dir} belongs to another user. Start linli as that user or as root, or name another folder in LINLI_DATA.`,
    cause,
  );
}

function noUser(cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'no_server_user',
    'PostgreSQL does not run as root, and the system user "postgres" could not be created. Start linli as an ordinary user, or name a server in DATABASE_URL.',
    cause,
  );
}

/** Whether that user can get into the folder, whatever the reasons are. */
export async function canEnter(dir: string, user: ServerUser): Promise<boolean> {
  if (user.ids.uid === undefined) return true;
  try {
    await run('/bin/sh', ['-c', 'cd -- "$1"', 'sh', dir], { ...user.ids, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}
