import type { Command } from 'commander';
import type { Database } from '../database.ts';
import { addCheck } from './commands/check.ts';
import { addDiff } from './commands/diff.ts';
import { addShow } from './commands/show.ts';
import { addSimulate } from './commands/simulate.ts';
import { addVersions } from './commands/versions.ts';

export interface PolicyCommandTools {
  out: (line: string) => void;
  err: (line: string) => void;
  now: () => Date;
  /** Opens the database of the configuration, also that of a desk that is running, and closes it afterwards. */
  withDatabase: <T>(work: (db: Database) => Promise<T>) => Promise<T>;
}

/** `linli policy …` */
export function addPolicy(program: Command, tools: PolicyCommandTools): void {
  const policy = program
    .command('policy')
    .description('read, check, compare, propose and simulate communication policies');
  addCheck(policy, tools);
  addShow(policy, tools);
  addDiff(policy, tools);
  addSimulate(policy, tools);
  addVersions(policy, tools);
}
