import type { GrowingPauses } from '../pauses.ts';

/** How long to leave Telegram alone after a fault. */
export interface Pauses extends GrowingPauses {
  /** When the token is not accepted: asking again soon is useless, never asking again would outlive the repair. */
  loggedOutMs: number;
}

export const defaultPauses: Pauses = { firstMs: 1_000, maxMs: 60_000, loggedOutMs: 10 * 60_000 };
