import type { Database } from '../../../core/database.ts';

const DAY_MS = 86_400_000;
/** Nobody quotes what is older. */
const MESSAGE_DAYS = 30;
/** The platform hands out no file after so long. */
const FILE_DAYS = 1;
/** An id that another of the same account has taken the place of serves only to tell namesakes apart, and not for long. */
const OLD_ID_DAYS = 60;

/** Forgets what nobody asks for any more. Groups and users stay: they come back after any time. */
export async function prune(db: Database, now: Date): Promise<void> {
  const before = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
  await db.wechatMessage.deleteMany({ where: { at: { lt: before(MESSAGE_DAYS) } } });
  await db.wechatFile.deleteMany({ where: { bytes: null, createdAt: { lt: before(FILE_DAYS) } } });
  await db.$executeRaw`
    DELETE FROM "WechatSeat" old WHERE old."seenAt" < ${before(OLD_ID_DAYS)} AND EXISTS (
      SELECT 1 FROM "WechatSeat" newer WHERE newer."roomExternalId" = old."roomExternalId"
        AND newer."account" = old."account" AND newer."seenAt" > old."seenAt")`;
  await db.$executeRaw`
    DELETE FROM "WechatFace" old WHERE old."seenAt" < ${before(OLD_ID_DAYS)} AND EXISTS (
      SELECT 1 FROM "WechatFace" newer WHERE newer."contactExternalId" = old."contactExternalId"
        AND newer."account" = old."account" AND newer."seenAt" > old."seenAt")`;
}
