import type { Command } from 'commander';
import { addLearn } from './intake/learn/learn-command.ts';
import { addExplain, addReplay } from './intake/replay/replay-command.ts';
import { addSource, type SourceCommandTools } from './machines/source-command.ts';
import { addFees } from './notices/fees/fees-command.ts';
import { addPolicy } from './policy/policy-command.ts';
import { addRecount } from './surveys/consultations/recount-command.ts';

/** The commands that look at what is on record, or at files, and end: replay, learn, policy, source, fees, recount. */
export function addCommands(program: Command, tools: SourceCommandTools & { err: (line: string) => void }): void {
  addReplay(program, tools);
  addExplain(program, tools);
  addLearn(program, tools);
  addPolicy(program, tools);
  addSource(program, tools);
  addFees(program, tools);
  addRecount(program, tools);
}
