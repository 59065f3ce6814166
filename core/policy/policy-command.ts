import type { Command } from 'commander';
import { addCheck } from './commands/check.ts';
import { addDiff } from './commands/diff.ts';
import { addShow } from './commands/show.ts';
import { addSimulate } from './commands/simulate.ts';
import type { PolicyCommandTools } from './commands/tools.ts';
import { addVersions } from './commands/versions.ts';

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
