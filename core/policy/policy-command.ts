import type { Command } from 'commander';
import type { Database } from '../database.ts';

export interface PolicyCommandTools {
  out: (line: string) => void;
  err: (line: string) => void;
  now: () => Date;
  /** Opens the database of the configuration, also that of a desk that is running, and closes it afterwards. */
  withDatabase: <T>(work: (db: Database) => Promise<T>) => Promise<T>;
}

/** `linli policy …` */
export function addPolicy(program: Command, _tools: PolicyCommandTools): void {
  program.command('policy').description('read, check, compare, propose and simulate communication policies');
}
