import type { StaffVerb } from './verb.ts';

/** What somebody told the desk to do, if anything. */
export type ParsedCommand =
  /** `code` as said, in capitals and half width; it need not exist. `rest` is what follows, as written, trimmed. */
  | { kind: 'command'; verb: StaffVerb; code: string | null; rest: string }
  /** Plainly meant as a command, but mistyped: nothing is to be done but to name the nearest. */
  | { kind: 'near'; said: string; verb: StaffVerb }
  | { kind: 'none' };

export function parseCommand(text: string, options: { strict: boolean }): ParsedCommand {
  throw new Error(text + String(options.strict));
}
