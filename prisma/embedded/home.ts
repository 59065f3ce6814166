import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, readdir, realpath, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { canRun, copyBinaries, installedBinaries, makeLibraryLinks } from './binaries.ts';
import type { Binaries } from './binaries.ts';
import { folderFailure } from './failure.ts';
import { isAlive } from './process.ts';
import { canEnter, serverUser } from './server-user.ts';
import type { ServerUser } from './server-user.ts';

/** Used only by root, for what the server's user could not reach otherwise. */
const SHARED_HOME = '/var/lib/linli';

/** Where one embedded server lives. */
export interface Home {
  /** Holds `cluster`, `password` and `server.log` once it has been set up. */
  dir: string;
  clusterDir: string;
  passwordFile: string;
  logFile: string;
  user: ServerUser;
  binaries: Binaries;
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** The folder for the server: `<dataDir>/postgres`, or what that points to. */
async function homeDir(dataDir: string, log: (line: string) => void): Promise<string> {
  const pointer = join(dataDir, 'postgres');
  if (await exists(pointer)) return realpath(pointer).catch(() => pointer);
  const user = await serverUser(join(pointer, 'cluster'), log);
  if (await canEnter(dataDir, user)) return pointer;
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const elsewhere = join(SHARED_HOME, hash, 'postgres');
  await mkdir(dirname(elsewhere), { recursive: true, mode: 0o755 });
  await symlink(elsewhere, pointer).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  log(`The database's user cannot enter ${dataDir}, so the data lies in ${elsewhere}; ${pointer} points to it.`);
  return elsewhere;
}

/** Removes what first starts that were killed have left beside the folder. */
async function removeUnfinished(dir: string): Promise<void> {
  const prefix = `${basename(dir)}.new-`;
  const siblings = await readdir(dirname(dir)).catch(() => []);
  for (const name of siblings) {
    if (!name.startsWith(prefix)) continue;
    if (!isAlive(Number.parseInt(name.slice(prefix.length), 10)))
      await rm(join(dirname(dir), name), { recursive: true, force: true });
  }
}

/**
 * Finds or prepares a place for the server that its user can reach: in the data folder, and for root in a closed home
 * under /var/lib/linli, with `<dataDir>/postgres` pointing there so that it is found again.
 * @throws EmbeddedPostgresError
 */
export async function findHome(dataDir: string, log: (line: string) => void): Promise<Home> {
  try {
    await mkdir(dataDir, { recursive: true });
    const dir = await homeDir(await realpath(dataDir), log);
    await removeUnfinished(dir);
    const clusterDir = join(dir, 'cluster');
    const user = await serverUser(clusterDir, log);
    const installed = await installedBinaries();
    await makeLibraryLinks(installed);
    let binaries = installed;
    if (user.ids.uid !== undefined && !(await canRun(installed, user))) {
      const parent = join(SHARED_HOME, 'binaries');
      await mkdir(parent, { recursive: true, mode: 0o755 });
      await chmod(SHARED_HOME, 0o755);
      binaries = await copyBinaries(installed, parent);
    }
    return {
      dir,
      clusterDir,
      passwordFile: join(dir, 'password'),
      logFile: join(dir, 'server.log'),
      user,
      binaries,
    };
  } catch (error) {
    throw folderFailure(error, dataDir) ?? error;
  }
}
