import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import type { Database, Tx } from '../database.ts';

const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codeLength = 10;

const hashOf = (code: string): string => createHash('sha256').update(code.toUpperCase()).digest('hex');

/**
 * A new one-time code that makes its sender the first manager (`/setup CODE`), or null once one was used. Only a hash is kept:
 * an unused code is replaced at every start, and the one that was printed last is the one that works.
 */
export async function newOwnerCode(db: Database, channel: string, account: string): Promise<string | null> {
  const known = await db.channelAccount.findUnique({ where: { channel_account: { channel, account } } });
  if (known?.ownerCodeUsedAt) return null;
  const code = Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('');
  const ownerCodeHash = hashOf(code);
  await db.channelAccount.upsert({
    where: { channel_account: { channel, account } },
    create: { channel, account, ownerCodeHash },
    update: { ownerCodeHash },
  });
  return code;
}

/** True once, for the right code: it is used up by this very call. */
export async function spendOwnerCode(
  tx: Tx,
  where: { channel: string; account: string },
  code: string,
  now: Date,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ ownerCodeHash: string | null }[]>`
    SELECT "ownerCodeHash" FROM "ChannelAccount" WHERE channel = ${where.channel} AND account = ${where.account}
      AND "ownerCodeUsedAt" IS NULL FOR UPDATE`;
  if (!row?.ownerCodeHash) return false;
  if (!timingSafeEqual(Buffer.from(row.ownerCodeHash), Buffer.from(hashOf(code)))) return false;
  await tx.channelAccount.update({ where: { channel_account: where }, data: { ownerCodeUsedAt: now } });
  return true;
}
