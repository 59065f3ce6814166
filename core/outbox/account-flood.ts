import type { Tx } from '../database.ts';
import type { Account } from './spoken.ts';

/** When so many conversations in a row were told to wait, and none got through between them, it is the account that is too fast. */
const IN_A_ROW = 5;

/**
 * A platform that asks to wait does not always say whom it means: Telegram answers 429 with `retry_after` alone, to a group that hears too
 * much as to a bot that says too much everywhere (https://core.telegram.org/bots/api#responseparameters). The conversation rests in
 * any case. The account rests over all processes, by its line (account-pace.ts), when its last tries, each in another conversation, were
 * all answered so. Call after the try is on record. Returns whether it rests.
 */
export async function restIfFlooded(tx: Tx, { name, account }: Account, until: Date): Promise<boolean> {
  const last = await tx.$queryRaw<{ told: number }[]>`
    SELECT count(DISTINCT "conversationId") FILTER (WHERE outcome = 'must_wait')::int AS told FROM (
      SELECT "conversationId", outcome FROM "Delivery" WHERE channel = ${name} AND account = ${account}
      ORDER BY at DESC LIMIT ${IN_A_ROW}) AS last`;
  if ((last[0]?.told ?? 0) < IN_A_ROW) return false;
  const rested = await tx.$executeRaw`
    UPDATE "ChannelAccount" SET "nextWordAt" = greatest("nextWordAt", ${until}) WHERE channel = ${name} AND account = ${account}`;
  return rested > 0;
}
