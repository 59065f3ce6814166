import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import { BellRope, type Bells } from './outbox/bells.ts';
import type { Step } from './step.ts';

export interface StepTools {
  db: Database;
  clock: Clock;
  bells: Bells;
  random?: () => number;
  /** See {@link Step}. */
  databaseNow?: () => Promise<Date>;
}

/** Runs `work` in one transaction and rings, after the commit, for what it wants looked at. */
export async function runStep<T>(tools: StepTools, work: (step: Step) => Promise<T>): Promise<T> {
  const rope = new BellRope();
  const result = await tools.db.$transaction((tx) =>
    work({
      tx,
      now: tools.clock.now(),
      rope,
      random: tools.random ?? Math.random,
      ...(tools.databaseNow ? { databaseNow: tools.databaseNow } : {}),
    }),
  );
  await rope.pull(tools.bells, tools.clock.now());
  return result;
}
