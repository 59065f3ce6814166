import { UsageError } from './usage-error.ts';

/**
 * Ends the process because it could not do what it was asked: 2 for a mistake of whoever typed the command, otherwise 1.
 * @param forOperators errors whose message is written for the operator; of others the place in the program is shown, too
 */
export function failWith(
  error: unknown,
  forOperators: readonly (abstract new (...args: never[]) => Error)[],
  complain: (line: string) => void,
): never {
  const known = error instanceof UsageError || forOperators.some((type) => error instanceof type);
  const text = error instanceof Error ? error.message : String(error);
  complain(known || !(error instanceof Error) ? text : (error.stack ?? text));
  process.exit(error instanceof UsageError ? 2 : 1);
}
