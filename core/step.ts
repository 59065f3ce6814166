import type { BellRope } from './outbox/bells.ts';
import type { Tx } from './database.ts';

/**
 * One transaction of the desk: what a use case needs to change the books and to speak. Everything written through `tx`
 * becomes true together, with the words put into the outbox; `rope` is pulled after the commit.
 */
export interface Step {
  tx: Tx;
  now: Date;
  rope: BellRope;
  /** In [0, 1), for ticket codes. */
  random: () => number;
  /** What the database's clock says; where it is absent, the database is asked. */
  databaseNow?: () => Promise<Date>;
}
