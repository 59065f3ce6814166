import type { Database } from '../../../core/database.ts';

const DAY_MS = 86_400_000;
/** Nobody quotes what is older. */
const MESSAGE_DAYS = 30;
/** The platform hands out no file after so long; whatever was heard has long been stored. */
const FILE_DAYS = 1;
/** An id that another of the same account has taken the place of serves only to tell namesakes apart, and not for long. */
const OLD_ID_DAYS = 60;

/** Forgets what nobody asks for any more. Groups and users stay: they come back after any time. */
export async function prune(db: Database, now: Date): Promise<void> {
  const before = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
  await db.wechatMessage.deleteMany({ where: { at: { lt: before(MESSAGE_DAYS) } } });
  // Files that never came, and those of groups that nobody has linked: they belong to no message on record.
  await db.$executeRaw`
    DELETE FROM "WechatFile" file WHERE file."createdAt" < ${before(FILE_DAYS)} AND (file.bytes IS NULL OR NOT EXISTS (
      SELECT 1 FROM "Attachment" a WHERE a."channelRef" = file.id::text))`;
  await db.$executeRaw`
    DELETE FROM "WechatSeat" old WHERE old."seenAt" < ${before(OLD_ID_DAYS)} AND EXISTS (
      SELECT 1 FROM "WechatSeat" newer WHERE newer."roomExternalId" = old."roomExternalId"
        AND newer."account" = old."account" AND newer."seenAt" > old."seenAt")`;
  await db.$executeRaw`
    DELETE FROM "WechatFace" old WHERE old."seenAt" < ${before(OLD_ID_DAYS)} AND EXISTS (
      SELECT 1 FROM "WechatFace" newer WHERE newer."contactExternalId" = old."contactExternalId"
        AND newer."account" = old."account" AND newer."seenAt" > old."seenAt")`;
}
