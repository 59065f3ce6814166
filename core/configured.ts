import { readConfig } from './config.ts';
import type { Config } from './config.ts';
import { UsageError } from './usage-error.ts';

/** The configuration of this process. @throws {UsageError} that names every mistake */
export function configured(): Config {
  const outcome = readConfig(process.env);
  if (outcome.ok) return outcome.config;
  throw new UsageError(['linli cannot start as it is configured:', ...outcome.problems].join('\n  - '));
}

/** Commands that share a database with other processes cannot use the embedded one, which is of one process. */
export function demandSharedDatabase(command: string): void {
  if (configured().databaseUrl === null)
    throw new UsageError(`"linli ${command}" needs DATABASE_URL: it runs beside others.`);
}
