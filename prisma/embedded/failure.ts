export type EmbeddedFailure =
  | 'no_binaries'
  | 'unwritable'
  | 'disk_full'
  | 'no_server_user'
  | 'other_owner'
  | 'did_not_start';

/** The embedded server cannot run; the message is one sentence for whoever typed the command. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
  readonly failure: EmbeddedFailure;

  constructor(failure: EmbeddedFailure, message: string, cause?: unknown) {
    super(message, { cause });
    this.failure = failure;
  }
}

/** Another process uses this data now. Nothing of it was touched. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
  /** The other process, when it could be learned. */
  readonly pid: number | null;

  constructor(dataDir: string, pid: number | null) {
    super(`linli is already running on ${dataDir}${pid === null ? '' : ` (process ${pid})`}.`);
    this.pid = pid;
  }
}

function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Says in a sentence why a folder cannot be used; null when the error is about something else. */
export function folderFailure(error: unknown, dir: string): EmbeddedPostgresError | null {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(dir, error);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new EmbeddedPostgresError(
        'unwritable',
        `linli may not write in ${dir}. Make the folder writable for this user, or name another in LINLI_DATA.`,
        error,
      );
    case 'ENOTDIR':
    case 'EEXIST':
      return new EmbeddedPostgresError(
        'unwritable',
        `${dir} cannot be used as a folder, because something else has that name. Name another in LINLI_DATA.`,
        error,
      );
    case undefined:
    default:
      return null;
  }
}

/** There is no room left where the data is. */
export function diskFull(dir: string, cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'disk_full',
    `The disk that holds ${dir} is full. Free some space (about 200 MB to begin with) and start again: nothing is lost.`,
    cause,
  );
}
