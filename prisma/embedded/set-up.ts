import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError, diskFull, folderFailure } from './failure.ts';
import type { Home } from './home.ts';

const run = promisify(execFile);

const SUPERUSER = 'linli';

// The built-in provider gives UTF-8 and the same order everywhere, whatever LANG says or lacks.
const INITDB_FLAGS = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--auth=scram-sha-256',
  '--no-instructions',
  `--username=${SUPERUSER}`,
];

/** The address of a database in a server of ours. */
export const addressOf = (server: { port: number }, password: string, database: string): string =>
  `postgresql://${SUPERUSER}:${password}@127.0.0.1:${server.port}/${database}`;

async function isSetUp(home: Home): Promise<boolean> {
  return stat(join(home.clusterDir, 'PG_VERSION')).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false;
      throw error;
    },
  );
}

async function initialise(home: Home, unfinished: string, durable: boolean): Promise<void> {
  const { uid, gid } = home.user.ids;
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  const passwordFile = join(unfinished, 'password');
  await writeFile(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (uid !== undefined && gid !== undefined) {
    await chown(unfinished, uid, gid);
    await chown(passwordFile, uid, gid);
  }
  const pgdata = join(unfinished, 'cluster');
  const flags = durable ? INITDB_FLAGS : [...INITDB_FLAGS, '--no-sync'];
  try {
    await run(home.binaries.initdb, [...flags, `--pgdata=${pgdata}`, `--pwfile=${passwordFile}`], {
      ...home.user.ids,
      cwd: unfinished,
      env: { ...process.env, LC_ALL: 'C' },
    });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    if (said.includes('No space left on device')) throw diskFull(home.dir, error);
    throw folderFailure(error, home.dir) ?? cannotSetUp(home.dir, said, error);
  }
}

function cannotSetUp(dir: string, said: string, cause: unknown): EmbeddedPostgresError {
  const why = said.split('\n').findLast((line) => line.startsWith('initdb:')) ?? said;
  return new EmbeddedPostgresError('did_not_start', `The database could not be set up in ${dir}: ${why}`, cause);
}

/**
 * Sets the server's files up if there are none. They are made beside their place and moved there whole, so a first
 * start that is killed leaves nothing half done, and of two first starts at once one wins and the other uses its files.
 * @throws EmbeddedPostgresError
 */
export async function setUpCluster(home: Home, durable: boolean): Promise<{ password: string }> {
  try {
    if (!(await isSetUp(home))) {
      const unfinished = `${home.dir}.new-${process.pid}-${randomBytes(3).toString('hex')}`;
      try {
        await initialise(home, unfinished, durable);
        await rename(unfinished, home.dir).catch(async (error: unknown) => {
          if (!(await isSetUp(home))) throw error;
        });
      } finally {
        await rm(unfinished, { recursive: true, force: true });
      }
    }
    return { password: (await readFile(home.passwordFile, 'utf8')).trim() };
  } catch (error) {
    throw folderFailure(error, home.dir) ?? error;
  }
}
