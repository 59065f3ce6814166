import type { KnownMessage } from '../books.ts';
import type { Happening } from '../happening.ts';

/** Groups in which several accounts of ours sit: one of them listens and speaks there, the others stand by. */
export interface Aside {
  /** Heard in a group for which another account speaks; kept for the day on which it does not any more. */
  keep(roomExternalId: string, happening: Happening, at: Date): void;
  /** Whether the account that spoke for the group before has told the desk of this message already. */
  isDouble(roomExternalId: string, message: KnownMessage): boolean;
}
