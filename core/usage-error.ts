/** A mistake of whoever typed the command, or of the configuration. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
