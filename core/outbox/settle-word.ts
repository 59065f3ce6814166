import type { Tx } from '../database.ts';

/** How a word ended: out, given up, or never sent on purpose. `failure` says why, when it did not go out. */
export interface Settled {
  state: 'sent' | 'failed' | 'dropped';
  failure: string | null;
  at: Date;
}

/**
 * Writes down how a pending word ended; one that ended already is left as it is, but that what was dropped while it was in the air has
 * gone out, after all. Of a broadcast the plan follows (a trigger of the database: `linli_targets_follow`). A QR code in it may be a key, and is not
 * kept any longer than it has to be said.
 */
export async function settleWord(tx: Tx, outboxId: string, { state, failure, at }: Settled): Promise<void> {
  await tx.$executeRaw`
    UPDATE "OutboxMessage" SET "state" = ${state}::"OutboxState", "settledAt" = ${at}, "failure" = ${failure},
      "content" = CASE jsonb_typeof("content") WHEN 'object' THEN "content" - 'qr' ELSE "content" END
    WHERE "id" = ${outboxId}::uuid AND ("state" = 'pending' OR ("state" = 'dropped' AND ${state} = 'sent'))`;
}
