import { createHash } from 'node:crypto';

/** Six letters that are others when anything in `parts` is: nobody confirms what they have not seen. */
export const fingerprintOf = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').replaceAll(/[-_]/g, '').slice(0, 6);
